import { type Combination, calibration, thresholds } from './calibration.ts'
import type { Zone } from './question.ts'
import type { Ranked, Ranking } from './rank.ts'
import type { Intent } from './vocabulary.ts'

/** What the decision values say about the best guess. */
export type Signs = {
  readonly decision: number
  readonly margin: number
  /** The best guess's share among all intents, 0 to 1. */
  readonly softmax: number
}

export type Judgement = {
  readonly intent: Intent
  readonly confidence: number
  readonly zone: Zone
  readonly alternatives: readonly { readonly intent: Intent; readonly confidence: number }[]
}

// How sharply decision values become shares: a lead of one third is a factor of e.
const sharpness = 3

/** Signs of a ranking, the best guess first. */
export function signsOf(ranked: Ranked): Signs {
  const best = ranked[0]!.decision
  const total = ranked.reduce((sum, { decision }) => sum + Math.exp(sharpness * (decision - best)), 0)
  return {
    decision: best,
    margin: best - (ranked[1]?.decision ?? -1),
    softmax: 1 / total,
  }
}

/** The signs as one figure, 0 to 1. */
export function combined({ decision, margin, softmax }: Signs, weights: Combination): number {
  const sum = weights.bias + weights.decision * decision + weights.margin * margin + weights.softmax * softmax
  return 1 / (1 + Math.exp(-sum))
}

/** Confidence and zone of a ranking. */
export function judge({ ranked, known }: Ranking): Judgement {
  const intent = ranked[0]!.intent
  const signs = signsOf(ranked)
  const outside = intent === 'out_of_scope'
  // Of a message in words that nobody taught, one word that looks familiar proves nothing.
  const trust = outside ? 1 : Math.min(1, 2 * known)
  const confidence = round(trust * combined(signs, outside ? calibration.outOfScope : calibration.inScope))
  // What the best guess leaves is shared among the others as the decision values have it.
  const others = ranked.slice(1, 3).map(({ intent: other, decision }) => {
    const share =
      (signs.softmax * Math.exp(sharpness * (decision - signs.decision))) / Math.max(1 - signs.softmax, 1e-9)
    return { intent: other, confidence: round(Math.min((1 - confidence) * share, confidence)) }
  })
  return { intent, confidence, zone: zoneOf(intent, confidence), alternatives: others }
}

function zoneOf(intent: Intent, confidence: number): Zone {
  if (intent === 'out_of_scope') return confidence >= thresholds.decline ? 'decline' : 'ask'
  return confidence >= thresholds.answer ? 'answer' : confidence >= thresholds.ask ? 'ask' : 'decline'
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

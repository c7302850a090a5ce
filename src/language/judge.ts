import { type Combination, calibration, thresholds } from './calibration.ts'
import type { Zone } from './question.ts'
import type { Intent } from './vocabulary.ts'

/** What the decision values say about the best guess. */
export type Signs = {
  readonly decision: number
  readonly margin: number
  /** The best guess's share among all intents, 0 to 1. */
  readonly softmax: number
  readonly outOfScope: number
}

export type Ranked = readonly { readonly intent: Intent; readonly decision: number }[]
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
    outOfScope: ranked.find(({ intent }) => intent === 'out_of_scope')?.decision ?? -1,
  }
}

export const combined = (signs: Signs, weights: Combination): number =>
  1 /
  (1 +
    Math.exp(
      -(
        weights.bias +
        weights.decision * signs.decision +
        weights.margin * signs.margin +
        weights.softmax * signs.softmax +
        weights.outOfScope * signs.outOfScope
      ),
    ))

/** Confidence and zone of a ranking. */
export function judge(ranked: Ranked): Judgement {
  const intent = ranked[0]!.intent
  const signs = signsOf(ranked)
  const confidence = round(combined(signs, intent === 'out_of_scope' ? calibration.outOfScope : calibration.inScope))
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

// Fits `src/language/calibration.ts` on one half of the development messages and prints it. Nothing is written.
import type { Combination } from '../../src/language/calibration.ts'
import { trainClassifier } from '../../src/language/classifier.ts'
import type { Labelled } from '../../src/language/evaluate.ts'
import { combined, type Signs, signsOf } from '../../src/language/judge.ts'
import { messageWords } from '../../src/language/message-words.ts'
import { rankerOf } from '../../src/language/rank.ts'
import { halves, loadDevelopment, loadExamples } from '../language/material.ts'

type Case = { readonly signs: Signs; readonly right: boolean; readonly outside: boolean }
const names = ['decision', 'margin', 'softmax'] as const

export async function run(): Promise<void> {
  const rank = rankerOf(trainClassifier(loadExamples()))
  const cases = halves(loadDevelopment()).fitted.flatMap((message) => caseOf(rank, message) ?? [])
  const inScope = fitLogistic(cases.filter(({ outside }) => !outside))
  const outOfScope = fitLogistic(cases.filter(({ outside }) => outside))
  console.log({ inScope, outOfScope })
  for (const at of [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]) {
    const inside = cases.filter(({ outside }) => !outside)
    const over = inside.filter(({ signs }) => combined(signs, inScope) >= at)
    const refused = cases.filter(({ signs, outside }) => outside && combined(signs, outOfScope) >= at)
    const rightly = (some: readonly Case[]) =>
      `${some.length}, right ${(some.filter(({ right }) => right).length / some.length).toFixed(3)}`
    console.log(`${at}: in scope ${rightly(over)}; out of scope ${rightly(refused)}`)
  }
}

function caseOf(rank: ReturnType<typeof rankerOf>, { text, intent, today, language }: Labelled): Case | undefined {
  const { words, act } = messageWords(text, today, language)
  if (act) return undefined
  const { ranked } = rank(words)
  const best = ranked[0]!.intent
  return { signs: signsOf(ranked), right: best === intent, outside: best === 'out_of_scope' }
}

/** Logistic regression by plain gradient descent with a small ridge: a few hundred cases, three signs. */
function fitLogistic(cases: readonly Case[]): Combination {
  let weights: Combination = { bias: 0, decision: 0, margin: 0, softmax: 0 }
  for (let step = 0; step < 20_000; step++) {
    const slope = { bias: 0, decision: 0, margin: 0, softmax: 0 }
    for (const { signs, right } of cases) {
      const miss = (combined(signs, weights) - (right ? 1 : 0)) / cases.length
      slope.bias += miss
      for (const name of names) slope[name] += miss * signs[name]
    }
    const next = { bias: weights.bias - slope.bias, decision: 0, margin: 0, softmax: 0 }
    for (const name of names) next[name] = weights[name] - slope[name] - 0.0002 * weights[name]
    weights = next
  }
  return Object.fromEntries(
    Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  ) as Combination
}

// `npm run bench -- calibrate`: fits `src/language/calibration.ts` and prints it. Nothing is written. Half of the weight have
// the development messages of one half, half have the utterances of one author as understood by what the others taught:
// these are harder, as people are, and keep the confidence honest.
import type { Combination } from '../../src/language/calibration.ts'
import { type Example, trainClassifier } from '../../src/language/classifier.ts'
import { combined, type Signs, signsOf } from '../../src/language/judge.ts'
import { messageWords } from '../../src/language/message-words.ts'
import { rankerOf } from '../../src/language/rank.ts'
import { type Day, day } from '../../src/values/day.ts'
import { languages } from '../../src/values/language.ts'
import { halves, loadAuthors, loadDevelopment, loadExamples, loadHeldOut } from '../language/material.ts'

type Case = { readonly signs: Signs; readonly right: boolean; readonly outside: boolean; readonly weight: number }
type Told = Pick<Example, 'text' | 'intent' | 'language'> & { readonly today?: Day }
const names = ['decision', 'margin', 'softmax'] as const

export async function run(): Promise<void> {
  const development = casesOf(loadExamples(), halves([...loadDevelopment(), ...loadHeldOut()]).fitted)
  const authors = (group: number) =>
    languages.flatMap((of) =>
      loadAuthors(of)
        .filter((_, at) => at % 2 === group)
        .flat(),
    )
  const crossed = [...casesOf(authors(0), authors(1)), ...casesOf(authors(1), authors(0))]
  const cases = [...weighted(development), ...weighted(crossed)]
  const inScope = fitLogistic(cases.filter(({ outside }) => !outside))
  const outOfScope = fitLogistic(cases.filter(({ outside }) => outside))
  console.log({ inScope, outOfScope })
  for (const [name, some] of Object.entries({ development, crossed }))
    for (const at of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
      const inside = some.filter(({ outside, signs }) => !outside && combined(signs, inScope) >= at)
      const refused = some.filter(({ outside, signs }) => outside && combined(signs, outOfScope) >= at)
      console.log(`${name} from ${at}: in scope ${rightly(inside)}; out of scope ${rightly(refused)}`)
    }
}

const rightly = (some: readonly Case[]): string =>
  `${some.length}, right ${(some.filter(({ right }) => right).length / some.length).toFixed(3)}`

const weighted = (cases: readonly Case[]): Case[] => cases.map((one) => ({ ...one, weight: 1 / cases.length }))

function casesOf(taught: readonly Example[], told: readonly Told[]): Case[] {
  const rank = rankerOf(trainClassifier(taught))
  return told.flatMap(({ text, intent, language, today = day('2026-11-22') }) => {
    const { words, act } = messageWords(text, today, language)
    if (act) return []
    const { ranked } = rank(words)
    const best = ranked[0]!.intent
    return [{ signs: signsOf(ranked), right: best === intent, outside: best === 'out_of_scope', weight: 1 }]
  })
}

/** Logistic regression by plain gradient descent with a small ridge: some thousand cases, three signs. */
function fitLogistic(cases: readonly Case[]): Combination {
  const all = cases.reduce((sum, { weight }) => sum + weight, 0)
  let weights: Combination = { bias: 0, decision: 0, margin: 0, softmax: 0 }
  for (let step = 0; step < 5_000; step++) {
    const slope = { bias: 0, decision: 0, margin: 0, softmax: 0 }
    for (const { signs, right, weight } of cases) {
      const miss = ((combined(signs, weights) - (right ? 1 : 0)) * weight) / all
      slope.bias += miss
      for (const name of names) slope[name] += miss * signs[name]
    }
    const next = { bias: weights.bias - 2 * slope.bias, decision: 0, margin: 0, softmax: 0 }
    for (const name of names) next[name] = weights[name] - 2 * slope[name] - 0.0004 * weights[name]
    weights = next
  }
  const rounded = Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100])
  return Object.fromEntries(rounded) as Combination
}

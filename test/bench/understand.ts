// `npm run bench -- understand`: how long understanding a message takes, against the goals of half a millisecond and less.
import { trainClassifier } from '../../src/language/classifier.ts'
import { packModel, unpackModel } from '../../src/language/pack-model.ts'
import { understanderOf } from '../../src/language/understand.ts'
import { loadDevelopment, loadExamples } from '../language/material.ts'

const goal = { p50: 0.2, p99: 1 }

export async function run(args: readonly string[]): Promise<void> {
  const examples = loadExamples()
  const [model, training] = timed(() => trainClassifier(examples))
  const bytes = packModel(model)
  const [understander, ready] = timed(() => understanderOf(unpackModel(bytes)))
  const messages = loadDevelopment()
  const once = () =>
    messages.map(
      ({ text, today, language }) => timed(() => understander.understand(text, { today, locale: language }))[1],
    )
  const [first, ...rest] = [once(), once(), once(), once(), once()]
  const times = rest.flat().sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!
  if (!args.includes('--json')) {
    console.log(
      `${examples.length} utterances: trained in ${training.toFixed(0)} ms, packed ${(bytes.length / 1e6).toFixed(2)} MB, ready in ${ready.toFixed(0)} ms`,
    )
    console.log(
      `${messages.length} messages: first pass p99 ${first!.sort((a, b) => a - b)[Math.floor(first!.length * 0.99)]!.toFixed(3)} ms`,
    )
    console.log(
      `warm: p50 ${at(0.5).toFixed(3)} ms (goal ${goal.p50}), p99 ${at(0.99).toFixed(3)} ms (goal ${goal.p99})`,
    )
  }
  console.log(JSON.stringify({ name: 'understand', ours: at(0.5), reference: goal.p50, ratio: at(0.5) / goal.p50 }))
}

function timed<T>(what: () => T): [T, number] {
  const start = performance.now()
  const value = what()
  return [value, performance.now() - start]
}

import { expect, test } from 'vitest'
import { featuresOf } from '../../src/language/features.ts'
import { messageWords } from '../../src/language/message-words.ts'
import { isSocialAct } from '../../src/language/social-act.ts'
import { cosine, inverseFrequencies, type Sparse, tfIdf } from '../../src/language/sparse.ts'
import { day } from '../../src/values/day.ts'
import { loadDevelopment, loadExamples } from './material.ts'

const vectorsOf = (messages: readonly { text: string; language: 'en' | 'pt-PT' | 'pt-BR' | 'es' }[]) =>
  messages.map(({ text, language }) => featuresOf(messageWords(text, day('2026-11-22'), language).words))

// "Thanks" can be said in few ways; of everything else a test must not hold what was taught.
test('hardly any development message is nearly one of the utterances', () => {
  const examples = loadExamples()
  const step = process.env.SALDO_LONG ? 1 : 5
  const messages = loadDevelopment().filter(({ intent }, at) => !isSocialAct(intent) && at % step === 0)
  const taught = vectorsOf(examples)
  const idf = inverseFrequencies(taught)
  const vectors = taught.map((features) => tfIdf(features, idf))
  const nearest = (vector: Sparse) => vectors.reduce((most, other) => Math.max(most, cosine(vector, other)), 0)
  const near = vectorsOf(messages).filter((features) => nearest(tfIdf(features, idf)) >= 0.9)
  expect(near.length / messages.length).toBeLessThan(0.05)
})

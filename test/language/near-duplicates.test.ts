import { expect, test } from 'vitest'
import { featuresOf } from '../../src/language/features.ts'
import { messageWords } from '../../src/language/message-words.ts'
import { isSocialAct } from '../../src/language/social-act.ts'
import { cosine, inverseFrequencies, type Sparse, tfIdf } from '../../src/language/sparse.ts'
import { day } from '../../src/values/day.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { loadDevelopment, loadExamples, loadHeldOut } from './material.ts'

type Message = { readonly text: string; readonly language: Language }

const vectorsOf = (messages: readonly Message[]) =>
  messages.map(({ text, language }) => featuresOf(messageWords(text, day('2026-11-22'), language).words))

/** "Thanks" can be said in few ways; of everything else nothing must be tested that was taught. */
const step = process.env.SALDO_LONG ? 1 : 20

test.each(languages)('no development message in %s is nearly one of the utterances', (language) => {
  const examples = loadExamples().filter((example) => example.language === language)
  const messages = [...loadDevelopment(), ...loadHeldOut()].filter(
    (message) => message.language === language && !isSocialAct(message.intent),
  )
  const taught = vectorsOf(examples)
  const idf = inverseFrequencies(taught)
  const vectors = taught.map((features) => tfIdf(features, idf))
  const nearest = (vector: Sparse) => vectors.reduce((most, other) => Math.max(most, cosine(vector, other)), 0)
  const some = messages.filter((_, at) => at % step === 0)
  const copies = some.filter((message) => vectorsOf([message]).some((own) => nearest(tfIdf(own, idf)) >= 0.92))
  expect(copies.map(({ text }) => text)).toEqual([])
})

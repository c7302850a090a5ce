import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerJson } from '../../src/conversation/answer-json.ts'
import type { Reply } from '../../src/conversation/turn.ts'
import { languages } from '../../src/values/language.ts'
import { type Held, openSample, type Sample } from './support/open-sample.ts'
import { plainSpaces, readTranscript } from './support/read-transcript.ts'

// Ten conversations about why, over the sample partner that `saldo ask` shows: each written four times, by people who think in the
// language. However it is said, the reply has the same facts.

const folder = join(import.meta.dirname, 'explanations')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const names = [...new Set(files.map((file) => file.split('.')[0] as string))]
const fileOf = (name: string, language: string) => `${name}.${language.toLowerCase()}.txt`

let sample: Sample
const held = new Map<string, readonly Held[]>()
beforeAll(async () => {
  sample = await openSample()
  for (const file of files) {
    const transcript = readTranscript<string>(readFileSync(join(folder, file), 'utf8'))
    held.set(file, await sample.hold(transcript))
  }
})
afterAll(() => sample.close())

/** Kind, facts, rows and notes, each value with its source: all of an answer but its words and the buttons below it. */
function factsOf({ answer }: Reply): unknown {
  const { next: _, ...rest } = answer
  return answerJson(rest)
}

test('there are ten, each in every language', () => {
  expect(names).toHaveLength(10)
  expect([...files].sort()).toEqual(names.flatMap((name) => languages.map((language) => fileOf(name, language))).sort())
})

describe.each(files)('%s', (file) => {
  test('goes as written', () => {
    for (const { exchange, reply } of held.get(file) ?? []) {
      const where = `${file}:${exchange.line}`
      expect(reply.answer.kind, where).toBe(exchange.kind)
      const text = plainSpaces(reply.words.text)
      for (const part of exchange.has) expect(text, where).toContain(part)
      for (const part of exchange.lacks) expect(text, where).not.toContain(part)
    }
  })

  test('is answered in its own language', () => {
    for (const { exchange, reply } of held.get(file) ?? [])
      expect(fileOf(file.split('.')[0] as string, reply.language), `${file}:${exchange.line}`).toBe(file)
  })
})

test.each(names)('%s has the same facts in every language, turn for turn', (name) => {
  const english = held.get(fileOf(name, 'en')) ?? []
  for (const language of languages) {
    const other = held.get(fileOf(name, language)) ?? []
    expect(other.length, `turns of ${fileOf(name, language)}`).toBe(english.length)
    other.forEach(({ exchange, reply }, at) => {
      const same = english[at] as Held
      const where = `${fileOf(name, language)}:${exchange.line} beside ${fileOf(name, 'en')}:${same.exchange.line}`
      expect(factsOf(reply), where).toEqual(factsOf(same.reply))
    })
  }
})

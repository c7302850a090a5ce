import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Asked } from '../../src/answers/asked.ts'
import type { Heard } from '../../src/conversation/wanted.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests, now } from './support/open-desk.ts'
import { plainSpaces, readTranscript } from './support/read-transcript.ts'

// Ten conversations at the small desk that lean on what was said before, each written four times. Every turn says what is understood.

const folder = join(import.meta.dirname, 'dialogues')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const names = [...new Set(files.map((file) => file.split('.')[0] as string))]
const transcriptOf = (file: string) => readTranscript(readFileSync(join(folder, file), 'utf8'))
const fewest = 4
const most = 7

/** What a turn asks; of a message that is not sure, its likeliest reading; what takes none of the offers, is a no. */
function understood({ wanted }: Heard): Pick<Asked, 'intent' | 'slots'> | undefined {
  if (wanted.kind === 'other-words') return { intent: 'deny', slots: {} }
  const asked = wanted.kind === 'answer' ? wanted.asked : wanted.kind === 'guess' ? wanted.guesses[0] : undefined
  return asked && { intent: asked.intent, slots: asked.slots }
}

test('there are ten, each in every language', () => {
  expect(names).toHaveLength(10)
  const all = names.flatMap((name) => languages.map((language) => `${name}.${language.toLowerCase()}.txt`))
  expect([...files].sort()).toEqual(all.sort())
})

describe.each(files)('%s', (file) => {
  const { exchanges } = transcriptOf(file)

  test('has four to seven turns, each with what it asks', () => {
    expect(exchanges.length).toBeGreaterThanOrEqual(fewest)
    expect(exchanges.length).toBeLessThanOrEqual(most)
    expect(exchanges.filter(({ asked }) => !asked).map(({ line }) => line)).toEqual([])
  })
})

describe('conversations go as written', () => {
  const desk = deskForTests()
  beforeEach(() => desk.clock.set(now))

  test.each(files)('%s', async (file) => {
    const { who, locale, exchanges } = transcriptOf(file)
    for (const { line, said, at, asked, kind, has, lacks } of exchanges) {
      const where = `${file}:${line}`
      if (typeof said !== 'string') throw new Error(`${where}: only messages are said here`)
      if (at) desk.clock.set(at)
      const over = { conversation: file, locale }
      expect(understood(await desk.hear(who, said, over)), where).toEqual(asked)
      const reply = await desk.ask(who, said, over)
      expect(reply.answer.kind, where).toBe(kind)
      const text = plainSpaces(reply.words.text)
      for (const part of has) expect(text, where).toContain(part)
      for (const part of lacks) expect(text, where).not.toContain(part)
    }
  })
})

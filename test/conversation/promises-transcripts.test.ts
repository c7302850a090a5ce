import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { languages } from '../../src/values/language.ts'
import { givePolicy, startAnew } from './promises/reminding-desk.ts'
import { deskForTests, now } from './support/open-desk.ts'
import { plainSpaces, readTranscript } from './support/read-transcript.ts'

// Promises and reminders at the small desk, each conversation written four times.

const folder = join(import.meta.dirname, 'promises')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const names = [...new Set(files.map((file) => file.split('.')[0] as string))]

test('there are nine, each in every language', () => {
  expect(names).toHaveLength(9)
  const all = names.flatMap((name) => languages.map((language) => `${name}.${language.toLowerCase()}.txt`))
  expect([...files].sort()).toEqual(all.sort())
})

describe('conversations go as written', () => {
  const desk = deskForTests()
  beforeAll(() => givePolicy(desk.documents))
  beforeEach(async () => {
    desk.clock.set(now)
    await startAnew(desk.documents)
  })

  test.each(files)('%s', async (file) => {
    const { who, locale, exchanges } = readTranscript(readFileSync(join(folder, file), 'utf8'))
    for (const { line, said, kind, has, lacks } of exchanges) {
      const where = `${file}:${line}`
      if (typeof said !== 'string') throw new Error(`${where}: only messages are said here`)
      const reply = await desk.ask(who, said, { conversation: file, locale })
      expect(reply.answer.kind, `${where} ${said}`).toBe(kind)
      const text = plainSpaces(reply.words.text)
      for (const part of has) expect(text, where).toContain(part)
      for (const part of lacks) expect(text, where).not.toContain(part)
    }
  })
})

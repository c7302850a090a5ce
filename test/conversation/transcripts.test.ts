import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deskForTests } from './support/open-desk.ts'
import { plainSpaces, readTranscript } from './support/read-transcript.ts'

const folder = join(import.meta.dirname, 'transcripts')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe('conversations go as written', () => {
  const desk = deskForTests()

  test('there are transcripts', () => expect(files.length).toBeGreaterThan(8))

  test.each(files)('%s', async (file) => {
    const { who, locale, exchanges } = readTranscript(readFileSync(join(folder, file), 'utf8'))
    for (const { line, said, kind, has, lacks } of exchanges) {
      const { replies } = await desk.say(who, typeof said === 'string' ? said : said, { conversation: file, locale })
      const where = `${file}:${line}`
      if (kind === '(nothing)') {
        expect(replies, where).toEqual([])
        continue
      }
      expect(replies[0]?.answer.kind, where).toBe(kind)
      const text = plainSpaces(replies[0]?.words.text ?? '')
      for (const part of has) expect(text, where).toContain(part)
      for (const part of lacks) expect(text, where).not.toContain(part)
    }
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupAlike } from '../../src/language/alike.ts'
import { messageWords } from '../../src/language/message-words.ts'
import { readUtterances, sections } from '../../src/language/read-utterances.ts'
import { taughtText } from '../../src/language/taught-text.ts'
import { withUtterances } from '../../src/language/with-utterances.ts'
import { day } from '../../src/values/day.ts'

test('a new file begins with the section', () => {
  expect(withUtterances('', 'balance', ['a', 'b'])).toBe('[balance]\na\nb\n')
})

test('messages go to the end of their section, and what stands in the file stays', () => {
  const before = '# ours\n[balance]\nfirst\n\n[human]\nlast'
  expect(withUtterances(before, 'balance', ['second'])).toBe('# ours\n[balance]\nfirst\nsecond\n\n[human]\nlast\n')
  expect(withUtterances(before, 'human', ['very last'])).toBe(`${before}\nvery last\n`)
  expect(withUtterances(before, 'dispute', ['no'])).toBe(`${before}\n\n[dispute]\nno\n`)
})

test('a message that stands there already is not added again', () => {
  const once = withUtterances('', 'balance', ['a', 'a'])
  expect(withUtterances(once, 'balance', ['a'])).toBe(once)
})

test('a message that looks like a head or a comment is neither', () => {
  const file = withUtterances('', 'balance', ['[human]', '# how much', 'two\nlines'])
  expect(readUtterances(file).map(({ intent, text }) => [intent, text])).toEqual([
    ['balance', 'human]'],
    ['balance', 'how much'],
    ['balance', 'two lines'],
  ])
})

test('whatever is added, the file reads as before and with the new ones', () => {
  const adding = fc.array(fc.tuple(fc.constantFrom(...sections), fc.array(fc.string(), { maxLength: 3 })), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(adding, (steps) => {
      let file = ''
      let read = 0
      for (const [section, texts] of steps) {
        file = withUtterances(file, section, texts)
        const now = readUtterances(file)
        expect(now.length).toBeGreaterThanOrEqual(read)
        expect(now.length).toBeLessThanOrEqual(read + texts.length)
        read = now.length
      }
    }),
    { numRuns: process.env.SALDO_LONG ? 2000 : 100 },
  )
})

test('a redacted message teaches what a real one is read as', () => {
  const words = (text: string) => messageWords(text, day('2026-11-22'), 'en').words
  expect(words(taughtText('why is there <amount> on <invoice>'))).toEqual(
    words('why is there 214.80 EUR on FT 2026/118'),
  )
  expect(words(taughtText('tell <name> about it'))).toEqual(words('tell about it'))
})

test('nearly the same words are one group, in one language', () => {
  const messages = [
    { language: 'en', text: 'where is the bill for the server' },
    { language: 'en', text: "where's the bill for the servers" },
    { language: 'en', text: 'who broke the server' },
    { language: 'es', text: 'where is the bill for the server' },
  ]
  expect(groupAlike(messages).map(({ all }) => all.length)).toEqual([2, 1, 1])
})

import { expect, test } from 'vitest'
import { withoutUnknownNames } from '../../src/language/unknown-names.ts'
import { day } from '../../src/values/day.ts'

const words = new Set(['the', 'whats', 'invoice', 'has', 'an', 'error', 'for', 'our', 'sign', 'in', 'fails', 'of'])
const read = (text: string) =>
  withoutUnknownNames(text, { today: day('2026-11-22'), language: 'en', knows: (word) => words.has(word) })

test.each([
  ['Zebedeu has an invoice', '<name> has an invoice'],
  ['the invoice has an error. Zebedeu', 'the invoice has an error. <name>'],
  ['ZEBEDEU has an invoice', '<name> has an invoice'],
  ["O'Malley-Zebedeu has an invoice", '<name> has an invoice'],
  ['The invoice of October', 'The invoice of October'],
  ['INVOICE for Visio Plan 2', 'INVOICE for Visio Plan 2'],
  ["What's the invoice", "What's the invoice"],
  ['Sign-in fails for <name>', 'Sign-in fails for <name>'],
  ['the frobnicator has an error', 'the frobnicator has an error'],
])('"%s" is kept as "%s"', (text, kept) => {
  expect(read(text)).toBe(kept)
})

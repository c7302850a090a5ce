import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { withoutFixedFormats } from './fixed-formats.ts'
import { composed, fold } from './fold.ts'
import { withoutKnownNames } from './known-names.ts'
import { withMonthsSpelled } from './slots/months.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Found } from './slots/reading.ts'

export type Redaction = {
  readonly today: Day
  readonly language: Language
  /** Companies and people that the message may name: those of the asker's own company, and those that staff name. */
  readonly names: readonly string[]
}

// Enough to see what is wanted.
const longest = 600
const kept: readonly Found['placeholder'][] = ['product', 'period', 'date']

/**
 * A message without what identifies anybody: addresses, links, ids, accounts, cards, tax and telephone numbers, invoice and ticket
 * numbers, amounts, any other figure, known names, and words with a capital inside a sentence. Placeholders in angle brackets stand in
 * their place, and no other angle bracket is left. Products, months and days stay.
 */
export function redact(text: string, { today, language, names }: Redaction): string {
  // A word that is cut in the middle is no longer the name that it was.
  const whole = text.length > 4 * longest ? text.slice(0, 4 * longest).replace(/\S*$/, '') : text
  const bare = composed(whole)
    .replace(/\p{Cf}/gu, '')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
  const stays = (word: string): boolean => stated(word, today, language)[0]?.placeholder === 'product'
  const plain = withMonthsSpelled(withoutKnownNames(withoutFixedFormats(bare), names, stays))
  let rest = ''
  let at = 0
  for (const { from, to, placeholder } of stated(plain, today, language)) {
    rest += withoutRemains(plain, at, from)
    rest += kept.includes(placeholder) ? plain.slice(from, to) : `<${placeholder}>`
    at = to
  }
  return cut((rest + withoutRemains(plain, at, plain.length)).replace(/\s+/g, ' ').trim())
}

const stated = (text: string, today: Day, language: Language): readonly Found[] =>
  readSlots({ text, folded: fold(text), today, language, monthFirst: false }).found

const figure = /[\p{L}\p{N}_./#-]*\p{N}[\p{L}\p{N}_./#-]*/gu
const name = /(?<=[^\s.?!…<]\s+)(?:\p{Lu}['’])?\p{Lu}\p{L}*?\p{Ll}\p{L}*(?:['’-]\p{L}+)*/gu
// What people write with a capital and is nobody's name.
const ordinary = /^(?:microsoft|pix|multibanco|boleto|iva|fatura|factura|invoice|nota|ticket)$/

/** A stretch that nothing was read from: figures and names in it go all the same. */
function withoutRemains(text: string, from: number, to: number): string {
  // Looked at in its place: whether a word begins a sentence is told by what stands before it.
  return text
    .slice(0, to)
    .replace(name, (it, at: number) => (at < from || ordinary.test(fold(it)) ? it : '<name>'))
    .slice(from)
    .replace(figure, '<number>')
}

const cut = (text: string): string => (text.length > longest ? text.slice(0, longest).replace(/<[^>]*$/, '') : text)

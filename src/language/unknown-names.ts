import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'
import { readSlots } from './slots/read-slots.ts'

type Reading = {
  readonly today: Day
  readonly language: Language
  /** Whether a folded word is one of the subject. */
  readonly knows: (word: string) => boolean
}

/**
 * A redacted text with `<name>` for every word with a capital that is no word of the subject, at the start of a sentence too: what is
 * to be kept for months holds no name of somebody whom Saldo does not know. Products, months and days stay.
 */
export function withoutUnknownNames(text: string, { today, language, knows }: Reading): string {
  const plain = composed(text)
  const { found } = readSlots({ text: plain, folded: fold(plain), today, language, monthFirst: false })
  const isStated = (at: number) => found.some(({ from, to }) => from <= at && at < to)
  return plain.replace(/(?<![\p{L}\p{N}<-])\p{Lu}[\p{L}'’-]+/gu, (word, at: number) =>
    isStated(at) || wordsOf(fold(word)).every(knows) ? word : '<name>',
  )
}

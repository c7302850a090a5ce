import { composed, fold } from '../../../src/language/fold.ts'
import type { Slots } from '../../../src/language/question.ts'
import { readSlots } from '../../../src/language/slots/read-slots.ts'
import { day } from '../../../src/values/day.ts'
import type { Language } from '../../../src/values/language.ts'

/** A Sunday in November. */
const today = day('2026-11-22')

/** What a message states, read on `today`. */
export function slotsOf(message: string, language: Language = 'en', monthFirst = false): Slots {
  const text = composed(message)
  return readSlots({ text, folded: fold(text), today, language, monthFirst }).slots
}

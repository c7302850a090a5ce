import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'
import type { Slots } from './question.ts'
import { withMonthsSpelled } from './slots/months.ts'
import { readSlots, withPlaceholders } from './slots/read-slots.ts'
import { readSocialAct, type SocialAct } from './social-act.ts'

/** A message taken apart before it is classified. */
export type MessageWords = {
  /** Folded words with placeholders for values; a greeting in front is left off. */
  readonly words: readonly string[]
  readonly act?: SocialAct
  readonly slots: Slots
}

/** The one way from text to words, for training and for understanding alike. */
export function messageWords(text: string, today: Day, language: Language, monthFirst = false): MessageWords {
  const plain = withMonthsSpelled(composed(text))
  const folded = fold(plain)
  const { slots, found } = readSlots({ text: plain, folded, today, language, monthFirst })
  // Values are stated by nobody who only says hello: "until tomorrow" ends a conversation.
  const social = readSocialAct(wordsOf(folded))
  if (social.act) return { words: wordsOf(folded), act: social.act, slots: {} }
  const words = wordsOf(withPlaceholders(folded, found))
  return { words: readSocialAct(words).rest, slots }
}

import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import type { Model } from './classifier.ts'
import { judge } from './judge.ts'
import { messageWords } from './message-words.ts'
import type { Question } from './question.ts'
import { rankerOf } from './rank.ts'
import { spokenLanguage } from './spoken-language.ts'

export type Hearing = {
  /** What day it is for the asker; relative periods and dates are read from it. */
  readonly today: Day
  /** The conversation's language so far. It is kept unless a message of some words is clearly in another. */
  readonly language?: Language
  /** The activity's locale, a BCP 47 tag: decides the first turn, European or Brazilian, and month-first dates (en-US). */
  readonly locale?: string
}

export type Understander = {
  understand(text: string, hearing: Hearing): Question
  /** The language to answer a message in, whatever it asks. */
  languageOf(text: string, hearing: Hearing): Language
  /** Whether people use the folded word in the subject: training has seen it a few times, as it has seen hardly anybody's name. */
  knows(word: string): boolean
}

// Longer than anybody asks; what follows is not read, so that a pasted file takes no time.
const longest = 2000
const common = 3

/** Makes the model ready to understand. `understand` never throws; a message of nothing is out of scope. */
export function understanderOf(model: Model): Understander {
  const rank = rankerOf(model)
  const languageOf: Understander['languageOf'] = (text, { language, locale }) =>
    spokenLanguage(model.languages, text.slice(0, longest), language, locale)
  return {
    languageOf,
    knows: (word) => (model.vocabulary.get(word) ?? 0) >= common,
    understand(text, hearing) {
      const { today, locale } = hearing
      const heard = text.length > longest ? text.slice(0, longest) : text
      const language = languageOf(heard, hearing)
      const { words, act, slots } = messageWords(heard, today, language, locale?.toLowerCase() === 'en-us')
      if (act) return { text, language, intent: act, confidence: 1, zone: 'answer', alternatives: [], slots }
      return { text, language, ...judge(rank(words)), slots }
    },
  }
}

import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import type { Model } from './classifier.ts'
import type { Question } from './question.ts'

export type Hearing = {
  /** What day it is for the asker; relative periods and dates are read from it. */
  readonly today: Day
  /** The conversation's language so far. It is kept unless a message of four words or more is clearly in another. */
  readonly language?: Language
  /** The activity's locale, a BCP 47 tag: decides the first turn, European or Brazilian, and month-first dates (en-US). */
  readonly locale?: string
}

export type Understander = { understand(text: string, hearing: Hearing): Question }

export function understanderOf(_model: Model): Understander {
  return {
    understand: (text, { language = 'en' }) => ({
      text,
      language,
      intent: 'out_of_scope',
      confidence: 0,
      zone: 'decline',
      alternatives: [],
      slots: {},
    }),
  }
}

import type { Zone } from '../language/question.ts'
import type { Intent } from '../language/vocabulary.ts'
import type { Collection } from '../store/documents.ts'
import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'

/** A message that was asked back or declined, redacted: what was said, never by whom, nor in which conversation. */
export type Unclear = {
  readonly language: Language
  readonly text: string
  readonly zone: Zone
  /** The likeliest first. */
  readonly guesses: readonly { readonly intent: Intent; readonly confidence: number }[]
  /** When it was last said. */
  readonly day: Day
}

/** Equal messages are one. `drawer` and `place` make its id. */
export type KeptUnclear = Unclear & {
  readonly drawer: number
  readonly place: number
  readonly count: number
  /** The day on which it goes. */
  readonly expires: Day
}

/** At most this many are kept in all, by a limit for each drawer: nobody has to count all of them within a turn. */
export const drawers = 50
export const placesInDrawer = 100
export const keptDays = 90

export const unclearMessages: Collection<KeptUnclear> = {
  name: 'unclear_messages',
  indexes: { drawer: ({ drawer }) => drawer, expires: ({ expires }) => expires },
  partition: ({ drawer }) => String(drawer),
}

export const unclearId = ({ drawer, place }: Pick<KeptUnclear, 'drawer' | 'place'>): string => `${drawer}.${place}`

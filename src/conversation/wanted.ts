import type { Asked } from '../answers/asked.ts'
import type { Question } from '../language/question.ts'
import type { Language } from '../values/language.ts'

/** What a turn comes down to, however it came in. */
export type Wanted =
  | { readonly kind: 'answer'; readonly asked: Asked }
  /** "Did you mean ...?", the likeliest first. */
  | { readonly kind: 'guess'; readonly guesses: readonly Asked[] }
  /** None of what was offered, or nothing that can be asked. */
  | { readonly kind: 'other-words' }
  /** The message holds a payment card's number: nothing of it is read. */
  | { readonly kind: 'card-number' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'nothing' }

/**
 * What was read, in which language to reply, and, for a message of its own, how it was understood. `also` is another question of the
 * same message, to be offered.
 */
export type Heard = {
  readonly wanted: Wanted
  readonly language: Language
  readonly question?: Question
  readonly also?: Asked
}

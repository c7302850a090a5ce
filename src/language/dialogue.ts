import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import type { Slots } from './question.ts'

/** What a message is in answer to what Saldo said last. `none`: understand it as a message of its own. */
export type FollowUp =
  /** Picked one of the offered options; `index` counts from 0. */
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'affirm' }
  | { readonly kind: 'deny' }
  /** The last question once more with these slots instead: "and October?", "no, September". */
  | { readonly kind: 'swap'; readonly slots: Slots }
  | { readonly kind: 'none' }

export type Pending = {
  readonly today: Day
  readonly language: Language
  readonly locale?: string
  /** What was offered, as it was shown, in order. */
  readonly options?: readonly string[]
  /** What Saldo waits for. Without it, yes and no mean nothing and only a swap can be read. */
  readonly expects?: 'choice' | 'confirmation'
}

/** Reads a message as a reply to the last turn. Never throws; unsure is `none`. */
export function readFollowUp(_text: string, _pending: Pending): FollowUp {
  return { kind: 'none' }
}

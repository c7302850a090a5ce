import type { Day } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import type { Slots } from '../question.ts'

/** What every slot grammar reads: the message as written and folded, place by place the same, and the asker's calendar. */
export type Reading = {
  readonly text: string
  readonly folded: string
  readonly today: Day
  readonly language: Language
  /** 03/04 may be 4 March: the reader's locale is en-US. */
  readonly monthFirst: boolean
}

/** A stretch of the message that states a value. */
export type Found = {
  readonly from: number
  readonly to: number
  /** What the classifier sees in its place, so that it learns nothing from the value itself. */
  readonly placeholder: Placeholder
  readonly slots: Slots
}

export type Placeholder =
  | 'invoice'
  | 'ticket'
  | 'product'
  | 'date'
  | 'period'
  | 'amount'
  | 'percent'
  | 'line'
  | 'quantity'
  | 'customer'

/** One kind of slot. `free` is the folded text in which what others have read is blanked; places are those of the message. */
export type SlotGrammar = (reading: Reading, free: string) => readonly Found[]

/** Stands for every character that was read already; no pattern matches it and it ends words. */
const blank = '\uE000'

export function blanked(text: string, found: readonly { readonly from: number; readonly to: number }[]): string {
  let rest = text
  for (const { from, to } of found) rest = rest.slice(0, from) + blank.repeat(to - from) + rest.slice(to)
  return rest
}

/**
 * Applies one rule wherever its pattern matches. `read` gives the slots, or undefined where it is not sure. The pattern
 * must be global; group `it`, if it has one, is the stretch to take, else all of the match.
 */
export function findAll(
  pattern: RegExp,
  free: string,
  placeholder: Placeholder,
  read: (match: RegExpExecArray) => Slots | undefined,
): Found[] {
  const found: Found[] = []
  for (const match of free.matchAll(pattern)) {
    const slots = read(match)
    if (!slots) continue
    const it = match.groups?.it ?? match[0]
    const from = match.index + match[0].indexOf(it)
    found.push({ from, to: from + it.length, placeholder, slots })
  }
  return found
}

import type { Instant } from './day.ts'
import { type Hours, openFrames } from './open-frames.ts'

/** Whether somebody answers now, and the next change. Without it: no change in the fortnight ahead. */
export type Opening =
  | { readonly kind: 'open'; readonly until?: Instant }
  | { readonly kind: 'closed'; readonly opens?: Instant }

// A fortnight is longer than any run of holidays; beyond it a promise would be a guess.
const daysAhead = 14
const fortnight = daysAhead * 86_400_000

/** Reads the hours in their own time zone. A frame includes its start and not its end; `24:00` is midnight. */
export function openingAt(hours: Hours, now: Instant): Opening {
  const at = Date.parse(now)
  let until: number | undefined
  for (const [from, to] of openFrames(hours, now, daysAhead)) {
    if (until === undefined && at < from) return { kind: 'closed', opens: instantOf(from) }
    // Hours that go on past midnight are one opening.
    if (until === undefined || from <= until) until = to
    else break
  }
  if (until === undefined) return { kind: 'closed' }
  return until - at >= fortnight ? { kind: 'open' } : { kind: 'open', until: instantOf(until) }
}

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant

import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../values/day.ts'
import type { Offering } from './offering.ts'

/** Whether somebody answers now, and the next change. `closed` without `opens`: no hours in the fortnight ahead. */
export type Opening =
  | { readonly kind: 'open'; readonly until: Instant }
  | { readonly kind: 'closed'; readonly opens?: Instant }

type Hours = Pick<Offering, 'hours' | 'holidays' | 'timeZone'>

// A fortnight is longer than any run of holidays; beyond it a promise would be a guess.
const daysAhead = 14

/** Reads the partner's hours in its own time zone. A frame includes its start and not its end; `24:00` is midnight. */
export function openingAt({ hours, holidays, timeZone }: Hours, now: Instant): Opening {
  const start = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = start.add({ days: ahead })
    if (holidays.some((holiday) => holiday === date.toString())) continue
    const frames = hours
      .filter(({ weekday }) => weekday === date.dayOfWeek)
      .map(({ from, to }) => ({ from: at(date, from, timeZone), to: at(date, to, timeZone) }))
      .sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const { from, to } of frames) {
      if (from <= now && now < to) return { kind: 'open', until: to }
      if (now < from) return { kind: 'closed', opens: from }
    }
  }
  return { kind: 'closed' }
}

function at(date: Temporal.PlainDate, time: string, timeZone: string): Instant {
  const midnight = time === '24:00'
  const plainTime = Temporal.PlainTime.from(midnight ? '00:00' : time)
  const zoned = (midnight ? date.add({ days: 1 }) : date).toZonedDateTime({ timeZone, plainTime })
  return new Date(zoned.epochMilliseconds).toISOString() as Instant
}

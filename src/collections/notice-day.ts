import { addDays, type Day, dayIn, type Instant } from '../values/day.ts'
import { type Hours, openFrames } from '../values/open-frames.ts'

/** Whoever opens on no day of a month has no such days: then any day will do. */
const lookAhead = 31

/** The day of a suspension that is announced today: so many days later, or the next day after that on which the customer could be written to. */
export function noticeDay(today: Day, noticeDays: number, hours: Hours | undefined): Day {
  const earliest = addDays(today, noticeDays)
  if (!hours) return earliest
  // Noon, UTC: on that day in most of the world, and the day itself is asked for below.
  const from = `${addDays(earliest, -1)}T12:00:00.000Z` as Instant
  for (const [opens] of openFrames(hours, from, lookAhead)) {
    const day = dayIn(hours.timeZone, new Date(opens).toISOString() as Instant)
    if (day >= earliest) return day
  }
  return earliest
}

import { addDays, type Day, dayIn, type Instant, weekday } from '../values/day.ts'
import type { Hours } from '../values/open-frames.ts'

const daysAhead = 31

/** The next day, from today to a month ahead, on which nobody answers though it is a day with hours. */
export function nextHoliday({ hours, holidays, timeZone }: Hours, now: Instant): Day | undefined {
  const today = dayIn(timeZone, now)
  const last = addDays(today, daysAhead)
  return holidays
    .filter((day) => day >= today && day <= last && hours.some((frame) => frame.weekday === weekday(day)))
    .sort()[0]
}

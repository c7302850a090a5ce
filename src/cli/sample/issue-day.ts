import { addDays, type Day, lastOfMonth } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'

/** The day on which the sample partner bills a supplier invoice: the 9th, the day after Microsoft's file is ready (by the 8th), never after today. */
export function issueDay(period: Period, today: Day): Day {
  const ninth = addDays(lastOfMonth(period.to), 9)
  return ninth < today ? ninth : today
}

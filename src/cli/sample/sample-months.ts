import {
  addDays,
  addMonths,
  type Day,
  day,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  lastOfMonth,
} from '../../values/day.ts'
import { monthOf, type Period } from '../../values/period.ts'
import type { When } from './sample-story.ts'

/** The sample's months, the oldest first, ending with the last whole month before `today`. */
export const sampleMonths = (today: Day, months: number): readonly Period[] =>
  Array.from({ length: months }, (_, at) => monthOf(addMonths(firstOfMonth(today), at - months)))

/** The day that a story tells from the sample's last month. */
export function dayOf([monthsBefore, dayOfMonth]: When, last: Period): Day {
  const first = addMonths(last.from, -monthsBefore)
  return addDays(first, Math.min(dayOfMonth, daysInMonth(first)) - 1)
}

/**
 * When the n-th monthly cycle of a term starts. Bought on the last day or the day before it, it keeps that distance from the month's
 * end; a monthly term is only clamped (Partner Center docs, common-billing-scenarios-annual and -monthly).
 */
export function cycleStart(bought: Day, at: number, plan: 'month' | 'year' | 'prepaid'): Day {
  if (plan === 'prepaid') return addMonths(bought, at * 12)
  const fromEnd = daysBetween(bought, lastOfMonth(bought))
  if (plan === 'month' || fromEnd > 1) return addMonths(bought, at)
  return addDays(lastOfMonth(addMonths(firstOfMonth(bought), at)), -fromEnd)
}

/** `10/31/2026`, as Microsoft's files write a day. */
export const microsoftDay = (value: Day): string => {
  const [year, month, dayOfMonth] = day(value).split('-')
  return `${Number(month)}/${Number(dayOfMonth)}/${year}`
}

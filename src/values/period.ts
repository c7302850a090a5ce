import { addDays, addMonths, type Day, day, daysBetween, firstOfMonth, lastOfMonth, monthsBetween } from './day.ts'

/** From day to day, both inclusive. */
export type Period = { readonly from: Day; readonly to: Day }

/** Throws RangeError when it ends before it starts. */
export function period(from: Day, to: Day): Period {
  if (to < from) throw new RangeError(`a period cannot end (${to}) before it starts (${from})`)
  return { from, to }
}

/** The calendar month that holds a day, or `'YYYY-MM'`. */
export function monthOf(value: Day | string): Period {
  const first = day(`${value.slice(0, 7)}-01`)
  return { from: first, to: lastOfMonth(first) }
}

/** Reads the slot notation: `"2026-10"`, `"2026-07/2026-09"`, `"2026"`. Throws RangeError, also for years that nobody was billed in. */
export function periodOf(slot: string): Period {
  const [from = '', to = from] = slot.split('/')
  const read = /^\d{4}$/.test(slot)
    ? period(day(`${slot}-01-01`), day(`${slot}-12-31`))
    : period(monthOf(from).from, monthOf(to).to)
  // As long a period before it has a year of four digits too.
  if (read.from < '1600' || read.to >= '2600') throw new RangeError(`"${slot}" is no period of bills`)
  return read
}

/** The shortest notation: a month `"2026-10"`, whole months `"2026-07/2026-09"`, a year `"2026"`, else `"2026-10-05/2026-10-18"`. */
export function periodText({ from, to }: Period): string {
  if (from !== firstOfMonth(from) || to !== lastOfMonth(to)) return `${from}/${to}`
  if (from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7)
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return `${from.slice(0, 7)}/${to.slice(0, 7)}`
}

/** Number of days, both ends counted. */
export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1
export const contains = ({ from, to }: Period, value: Day): boolean => from <= value && value <= to
export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to
export const isMonth = (value: Period): boolean => periodText(value).length === 7
/** Whole months from its first day, at least one: of 15 September to 14 October it is one. */
export const monthsIn = ({ from, to }: Period): number => Math.max(1, monthsBetween(from, addDays(to, 1)))
/** The same stretch so many months later; earlier when negative. */
export const shifted = ({ from, to }: Period, months: number): Period =>
  period(addMonths(from, months), addDays(addMonths(addDays(to, 1), months), -1))
/** The period of `months` whole months that starts the day after this one. */
export const following = (value: Period, months: number): Period => {
  const from = addDays(value.to, 1)
  return { from, to: addDays(addMonths(from, months), -1) }
}

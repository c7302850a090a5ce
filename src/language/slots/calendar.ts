import { type Day, day } from '../../values/day.ts'

/** A month counted from year 0, so that months can be added: 2026-10 is 2026 * 12 + 9. */
export type MonthNumber = number

export const monthNumber = (year: number, month: number): MonthNumber => year * 12 + month - 1
export const monthNumberOf = (today: Day): MonthNumber =>
  monthNumber(Number(today.slice(0, 4)), Number(today.slice(5, 7)))
const yearOf = (at: MonthNumber): number => Math.floor(at / 12)

const monthText = (at: MonthNumber): string => `${yearOf(at)}-${String((at % 12) + 1).padStart(2, '0')}`

/** The period slot from month to month: `"2026-10"`, `"2026-07/2026-09"`, a whole year `"2026"`. */
export function monthsText(from: MonthNumber, to: MonthNumber = from): string {
  if (from === to) return monthText(from)
  return from % 12 === 0 && to === from + 11 ? String(yearOf(from)) : `${monthText(from)}/${monthText(to)}`
}

/** The most recent such month that has begun; the current one counts. `month` is 1 to 12. */
export function latestMonth(month: number, today: Day): MonthNumber {
  const now = monthNumberOf(today)
  return now - ((now - (month - 1) + 12) % 12)
}

/** The next such month; the current one counts. */
export function comingMonth(month: number, today: Day): MonthNumber {
  const now = monthNumberOf(today)
  return now + ((month - 1 - now + 1200000) % 12)
}

/** Two digits are years of this century: 26 is 2026. */
export const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** The day of a month, or undefined when that month has no such day. */
export function dayOf(month: MonthNumber, date: number): Day | undefined {
  const text = `${monthText(month)}-${String(date).padStart(2, '0')}`
  try {
    return day(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

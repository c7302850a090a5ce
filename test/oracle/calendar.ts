/** Days as `YYYY-MM-DD`, counted in whole days since 1970-01-01. */
export type Day = string

export const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
export const dayOf = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10)
export const after = (day: Day, days: number): Day => dayOf(numberOf(day) + days)
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from) + 1

/** Days of the calendar month `YYYY-MM`. */
export const daysOfMonth = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()

/** The month that lies `by` months after `YYYY-MM`. */
export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** Reads `M/D/YYYY`, the way Microsoft's files write a day. */
export function usDay(text: string): Day | undefined {
  if (text === '') return undefined
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text)
  if (!match) throw new RangeError(`"${text}" is no day as M/D/YYYY`)
  return `${match[3]}-${match[1]?.padStart(2, '0')}-${match[2]?.padStart(2, '0')}`
}

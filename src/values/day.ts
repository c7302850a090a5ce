import { Temporal } from 'temporal-polyfill'

/** A calendar day `'YYYY-MM-DD'`, without a time zone. Compares as text. */
export type Day = string & { readonly __brand: 'Day' }
/** A point in time, UTC: `'2026-11-22T17:55:00.000Z'`. Compares as text. */
export type Instant = string & { readonly __brand: 'Instant' }

/** Reads an ISO day. Throws RangeError for a day that does not exist. */
export function day(text: string): Day {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year && month && dayOfMonth && Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= lengthOf(year, month))
    return text as Day
  throw new RangeError(`"${text}" is no day: write YYYY-MM-DD`)
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month, 0 for one that does not exist. By hand because every stored day is read so, and Temporal takes 30 times as long. */
function lengthOf(year: string, month: string): number {
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return month === '02' && isLeap ? 29 : (lengths[Number(month) - 1] ?? 0)
}

/** Reads an ISO instant with offset and gives it in UTC with milliseconds. Throws RangeError. */
export function instant(text: string): Instant {
  return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString() as Instant
}

const date = (value: Day): Temporal.PlainDate => Temporal.PlainDate.from(value)

export const addDays = (value: Day, days: number): Day => date(value).add({ days }).toString() as Day
/** The same day of another month, clamped to that month's last day. */
export const addMonths = (value: Day, months: number): Day => date(value).add({ months }).toString() as Day
/** Days from a to b: 1 from one day to the next, negative when b is earlier. An ISO day reads as UTC, where every day has 24 hours. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)
/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekday = (value: Day): number => date(value).dayOfWeek
/** Calendar months from the month of a to the month of b, whatever the days. */
export const monthsBetween = (a: Day, b: Day): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
export const daysInMonth = (value: Day): number => lengthOf(value.slice(0, 4), value.slice(5, 7))
export const firstOfMonth = (value: Day): Day => `${value.slice(0, 7)}-01` as Day
export const lastOfMonth = (value: Day): Day =>
  `${value.slice(0, 7)}-${String(daysInMonth(value)).padStart(2, '0')}` as Day

/** What day it is at an instant in an IANA time zone such as `Europe/Lisbon`. Throws RangeError for an unknown zone. */
export function dayIn(timeZone: string, at: Instant): Day {
  const known = zones.get(timeZone)
  // Sweden writes a date as ISO 8601 does. Asked for in every turn, and making the formatter costs a hundred times what using it does.
  const zone = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  if (!known) zones.set(timeZone, zone)
  return zone.format(Date.parse(at)) as Day
}

const zones = new Map<string, Intl.DateTimeFormat>()

/** The instant that is `milliseconds` after another one. */
export const later = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString() as Instant

import ICAL from 'ical.js'
import { addDays, type Day, day, daysBetween } from '../values/day.ts'

/** From and to, both included, and how many repetitions may still be looked at in one file: a bound on its work. */
export type Window = { readonly from: Day; readonly to: Day; repetitions: number }

/** What of an event cannot be used as a holiday, and what to do. */
export class CalendarFault extends Error {
  override name = 'CalendarFault'
  readonly remedy: string
  readonly property?: string
  constructor(message: string, remedy: string, property?: string) {
    super(message)
    this.remedy = remedy
    this.property = property
  }
}

const longest = 92

/** The days of an event and its repetitions within a window. `gone` are days on which another event takes its place. */
export function daysOfEvent(event: ICAL.Component, within: Window, gone: ReadonlySet<string>): Set<Day> {
  const days = new Set<Day>()
  if (String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return days
  const start = timeOf(event, 'dtstart')
  if (!start) throw new CalendarFault('the event has no day', 'Give it a day, or take it out.', 'DTSTART')
  const length = lengthOf(event, start)
  const except = new Set([...gone, ...listed(event, 'exdate')])
  for (const first of startsOf(event, start, within)) {
    if (except.has(first) || first > within.to || addDays(first, length) < within.from) continue
    for (let at = 0; at < length; at++) {
      const each = addDays(first, at)
      if (each >= within.from && each <= within.to) days.add(each)
    }
  }
  return days
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time | undefined {
  const property = event.getFirstProperty(name)
  return property ? timesOf(property)[0] : undefined
}

/** ical.js makes 3 March of 31 February: what was written is looked at first. */
function timesOf(property: ICAL.Property): ICAL.Time[] {
  const written = (property.toJSON() as unknown[]).slice(3)
  for (const text of written) dayOfText(String(text).slice(0, 10), property.name)
  return property.getValues().map((value: unknown) => {
    if (value instanceof ICAL.Time) return value
    throw new CalendarFault('this value is no day', 'Write days.', property.name.toUpperCase())
  })
}

/** How many days it takes. An end is the first day that is no longer part of it; one that is not later than the start is one day. */
function lengthOf(event: ICAL.Component, start: ICAL.Time): number {
  const end = timeOf(event, 'dtend')
  const duration = event.getFirstPropertyValue('duration')
  const hours = duration instanceof ICAL.Duration ? duration.toSeconds() / 3600 : 24
  if (!isMidnight(start) || (end && !isMidnight(end)) || (!end && hours % 24 !== 0)) throw timed()
  const length = end ? daysBetween(dayOf(start), dayOf(end)) : hours / 24
  if (length > longest) throw new CalendarFault(`it takes ${length} days`, `Holidays take up to ${longest}.`, 'DTEND')
  return Math.max(1, length)
}

/** Some calendars write a day as midnight to midnight. In UTC that would be other days here. */
const isMidnight = (time: ICAL.Time): boolean =>
  time.isDate || (time.hour === 0 && time.minute === 0 && time.second === 0 && time.zone !== ICAL.Timezone.utcTimezone)

const timed = (): CalendarFault =>
  new CalendarFault('it takes some hours and no whole day', 'Make it an all-day event, or take it out.', 'DTSTART')

const dayOf = ({ year, month, day }: ICAL.Time): Day => {
  const two = (part: number) => String(part).padStart(2, '0')
  return dayOfText(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
}

function dayOfText(text: string, property?: string): Day {
  try {
    return day(text)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new CalendarFault(`${text} is no day`, 'Write a day that exists.', property?.toUpperCase())
  }
}

const listed = (event: ICAL.Component, name: string): Day[] => event.getAllProperties(name).flatMap(timesOf).map(dayOf)

/** The first days of an event and of its repetitions, up to the window's end. */
function* startsOf(event: ICAL.Component, start: ICAL.Time, within: Window): Generator<Day> {
  const first = dayOf(start)
  yield first
  yield* listed(event, 'rdate')
  for (const rule of event.getAllProperties('rrule').map((property) => property.getFirstValue())) {
    if (!(rule instanceof ICAL.Recur)) continue
    checkRule(rule, first)
    const last = ICAL.Time.fromDateString(within.to)
    // Without an end ical.js looks for a day that never comes until the year 20000.
    if (!rule.until || rule.until.compare(last) > 0) rule.until = last
    const fits = fitting(rule, start)
    const steps = rule.iterator(ICAL.Time.fromDateString(first))
    for (let next = steps.next(); next; next = steps.next()) {
      if (--within.repetitions < 0)
        throw new CalendarFault('the calendar repeats its events too often', 'Let fewer of them repeat.', 'RRULE')
      if (fits(next)) yield dayOf(next)
    }
  }
}

const parts = ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS']

/** Holidays come back every year; whatever comes back every week is a matter of the hours. */
function checkRule(rule: ICAL.Recur, first: Day): void {
  const other = Object.keys(rule.parts).find((part) => !parts.includes(part))
  if (rule.freq !== 'YEARLY' || other || rule.interval > 100 || first < '1900') {
    const problem = `it repeats ${other ? `by ${other}` : rule.freq === 'YEARLY' ? 'too rarely' : rule.freq}, not by the year`
    throw new CalendarFault(problem, 'Let it repeat every year, or write each day as an event.', 'RRULE')
  }
}

/** ical.js moves 29 February and 30 February into March, where the standard leaves them out. */
function fitting(rule: ICAL.Recur, start: ICAL.Time): (time: ICAL.Time) => boolean {
  const numbers = (part: string): readonly number[] | undefined =>
    (rule.parts as Readonly<Record<string, readonly (string | number)[]>>)[part]?.map(Number)
  const isBare = Object.keys(rule.parts).length === 0
  const months = numbers('BYMONTH') ?? (isBare ? [start.month] : undefined)
  const days = numbers('BYMONTHDAY')
  return ({ year, month, day }) => {
    const length = ICAL.Time.daysInMonth(month, year)
    return (!months || months.includes(month)) && (!days || days.includes(day) || days.includes(day - length - 1))
  }
}

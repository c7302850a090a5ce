import ICAL from 'ical.js'
import { ImportRefused } from '../ledger/importing.ts'
import type { Day, Instant } from '../values/day.ts'
import { CalendarFault, daysOfEvent, type Window } from './ical-event-days.ts'

/** A country's holidays of many years take a tenth of it; ical.js takes quadratic time for lines that are made for it. */
export const mostCalendarBytes = 512 * 1024
const mostEvents = 2000
/** A week's closing every month for five years is less. */
const mostDays = 500
/** Two hundred holidays that began a century ago. */
const mostRepetitions = 20_000

/**
 * The days that an iCalendar file (RFC 5545) says are holidays, in order, from the start of last year to the end of the third year
 * ahead: whole years, so that the same file in the same year gives the same days. Throws ImportRefused with the file and what to do.
 */
export function icalHolidays(file: string, text: string, now: Instant): readonly Day[] {
  const events = eventsOf(file, text)
  const year = Number(now.slice(0, 4))
  const [from, to] = [`${year - 1}-01-01` as Day, `${year + 3}-12-31` as Day]
  const within: Window = { from, to, repetitions: mostRepetitions }
  const moved = movedDays(events)
  const days = new Set<Day>()
  for (const event of events) {
    for (const day of daysOf(file, event, within, moved)) days.add(day)
    if (days.size > mostDays) throw tooMuch(file, `it closes more than ${mostDays} days`)
  }
  return [...days].sort()
}

function eventsOf(file: string, text: string): readonly ICAL.Component[] {
  const calendars = parsed(file, text).filter(({ name }) => name === 'vcalendar')
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  if (events.length > mostEvents) throw tooMuch(file, `it holds more than ${mostEvents} events`)
  if (events.length > 0) return events
  const problem = calendars.length > 0 ? 'the calendar holds no events' : 'this is no iCalendar file'
  throw new ImportRefused({ file, problem, remedy: exportAgain })
}

const exportAgain = 'Export the calendar again, as iCalendar (.ics).'

function parsed(file: string, text: string): ICAL.Component[] {
  try {
    const read: unknown[] = ICAL.parse(text.trim())
    // One calendar is a list that begins with its name, several are a list of such lists.
    const several = Array.isArray(read[0]) ? read : [read]
    return several.map((jcal) => new ICAL.Component(jcal as never))
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const problem = `this is no iCalendar file: ${cause.message.slice(0, 120)}`
    throw new ImportRefused({ file, problem, remedy: exportAgain }, { cause })
  }
}

/** The days of a repetition that another event says anew, by the event's id. */
function movedDays(events: readonly ICAL.Component[]): ReadonlyMap<string, ReadonlySet<string>> {
  const moved = new Map<string, Set<string>>()
  for (const event of events) {
    const anew = event.getFirstPropertyValue('recurrence-id')
    if (!anew) continue
    const id = String(event.getFirstPropertyValue('uid'))
    moved.set(id, (moved.get(id) ?? new Set()).add(String(anew).slice(0, 10)))
  }
  return moved
}

function daysOf(
  file: string,
  event: ICAL.Component,
  within: Window,
  moved: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<Day> {
  const isAnew = event.hasProperty('recurrence-id')
  const gone = isAnew ? undefined : moved.get(String(event.getFirstPropertyValue('uid')))
  try {
    return daysOfEvent(event, within, gone ?? new Set())
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    // ical.js reads values when they are asked for, and throws plain errors for those that it cannot read.
    const said = cause instanceof CalendarFault ? cause : new CalendarFault(cause.message, 'Mend the event.')
    const value = String(event.getFirstPropertyValue('summary') ?? event.getFirstPropertyValue('uid') ?? '')
    const about = { file, column: said.property, value: value.slice(0, 120) }
    throw new ImportRefused({ ...about, problem: said.message.slice(0, 200), remedy: said.remedy }, { cause })
  }
}

const tooMuch = (file: string, problem: string): ImportRefused =>
  new ImportRefused({ file, problem, remedy: 'Export a calendar that holds nothing but the holidays.' })

import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { hoursSchema } from './business-hours.ts'
import { type Day, dayIn, type Instant } from './day.ts'

/** When somebody is there, or may be written to: weekly frames in a time zone, but not on these days. */
export type Hours = {
  readonly hours: z.output<typeof hoursSchema>
  readonly holidays: readonly Day[]
  readonly timeZone: string
}

/** From and to in milliseconds since 1970; the end is not part of it. */
export type Frame = readonly [from: number, to: number]

const dayLength = 86_400_000

/**
 * When somebody answers, in order, from the first frame that ends after `from` to the end of the day that is `days` later. Frames of
 * one day never touch; the last of a day can end where the first of the next begins.
 */
export function* openFrames({ hours, holidays, timeZone }: Hours, from: Instant, days: number): Generator<Frame> {
  const first = dayNumber(dayIn(timeZone, from))
  const start = Date.parse(from)
  const frames = framesOfDays(hours, timeZone)
  const closed = holidaySet(holidays)
  for (let at = first; at <= first + days; at++) {
    if (closed.has(at)) continue
    for (const frame of frames(at)) if (frame[1] > start) yield frame
  }
}

/** Days since 1970-01-01, which was a Thursday. */
const dayNumber = (day: Day): number => Math.round(Date.parse(day) / dayLength)
const weekdayOf = (at: number): number => ((((at + 3) % 7) + 7) % 7) + 1
const textOf = (at: number): string => new Date(at * dayLength).toISOString().slice(0, 10)

const sets = new WeakMap<readonly Day[], ReadonlySet<number>>()

function holidaySet(holidays: readonly Day[]): ReadonlySet<number> {
  const known = sets.get(holidays)
  const set = known ?? new Set(holidays.map(dayNumber))
  if (!known) sets.set(holidays, set)
  return set
}

// A record is read once and never changed, so what was worked out from its hours stays true. Finding out where a day begins in a
// time zone takes a hundred times as long as looking it up, and the clock of every open ticket asks about the same days.
const calendars = new WeakMap<Hours['hours'], Map<string, Map<number, readonly Frame[]>>>()
const mostDays = 2000

function framesOfDays(hours: Hours['hours'], timeZone: string): (at: number) => readonly Frame[] {
  const zones = calendars.get(hours) ?? new Map<string, Map<number, readonly Frame[]>>()
  calendars.set(hours, zones)
  const days = zones.get(timeZone) ?? new Map<number, readonly Frame[]>()
  zones.set(timeZone, days)
  return (at) => {
    const known = days.get(at)
    if (known) return known
    if (days.size >= mostDays) days.clear()
    const frames = framesOn(hours, timeZone, at)
    days.set(at, frames)
    return frames
  }
}

function framesOn(hours: Hours['hours'], timeZone: string, at: number): readonly Frame[] {
  const weekday = weekdayOf(at)
  const today = hours.filter((frame) => frame.weekday === weekday)
  if (today.length === 0) return []
  const [start, end] = [startOf(at, timeZone), startOf(at + 1, timeZone)]
  const when = (time: string): number =>
    // On nearly every day nothing happens to the clock, and its times are so many minutes after midnight.
    end - start === dayLength ? start + millisecondsOf(time) : time === '24:00' ? end : onClock(at, time, timeZone)
  return merged(today.map(({ from, to }) => [when(from), when(to)] as const))
}

const millisecondsOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

const startOf = (at: number, timeZone: string): number =>
  Temporal.PlainDate.from(textOf(at)).toZonedDateTime({ timeZone }).epochMilliseconds

/** When a clock shows this time: the first time where it shows it twice, and where it jumps over it, when it jumps. */
function onClock(at: number, time: string, timeZone: string): number {
  const wanted = Temporal.PlainDateTime.from(`${textOf(at)}T${time}`)
  const shown = wanted.toZonedDateTime(timeZone)
  if (shown.toPlainDateTime().equals(wanted)) return shown.epochMilliseconds
  const before = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? shown.epochMilliseconds
}

function merged(frames: readonly Frame[]): readonly Frame[] {
  const whole: [number, number][] = []
  for (const [from, to] of frames.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else whole.push([from, to])
  }
  return whole
}

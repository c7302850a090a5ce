import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBusinessMinutes, businessMinutesBetween } from '../../src/values/business-time.ts'
import { addDays, type Day, day, dayIn, type Instant, instant, weekday } from '../../src/values/day.ts'
import { type Hours, openFrames } from '../../src/values/open-frames.ts'

const runs = process.env.SALDO_LONG ? 5000 : 150

const week = (...frames: readonly (readonly [string, string])[]) =>
  [1, 2, 3, 4, 5].flatMap((weekday) => frames.map(([from, to]) => ({ weekday, from, to })))
const everyDay = (from: string, to: string) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))

const lisbon: Hours = {
  hours: week(['14:00', '18:00'], ['09:00', '13:00']),
  holidays: [day('2026-12-01')],
  timeZone: 'Europe/Lisbon',
}

describe('minutes of business time after an instant', () => {
  test.each([
    ['within a frame', '2026-11-23T09:00:00Z', 60, '2026-11-23T10:00:00.000Z'],
    ['to the minute before its end', '2026-11-23T12:00:00Z', 59, '2026-11-23T12:59:00.000Z'],
    ['to its end, not to the next start', '2026-11-23T12:00:00Z', 60, '2026-11-23T13:00:00.000Z'],
    ['over the lunch break', '2026-11-23T12:00:00Z', 61, '2026-11-23T14:01:00.000Z'],
    ['from before opening', '2026-11-23T03:12:45Z', 1, '2026-11-23T09:01:00.000Z'],
    ['with seconds', '2026-11-23T12:59:30Z', 1, '2026-11-23T14:00:30.000Z'],
    ['over night', '2026-11-23T17:30:00Z', 60, '2026-11-24T09:30:00.000Z'],
    ['over a weekend', '2026-11-27T17:30:00Z', 60, '2026-11-30T09:30:00.000Z'],
    ['over a holiday', '2026-11-30T17:30:00Z', 60, '2026-12-02T09:30:00.000Z'],
    ['from a holiday', '2026-12-01T10:00:00Z', 60, '2026-12-02T10:00:00.000Z'],
    ['into summer time', '2026-03-27T17:30:00Z', 60, '2026-03-30T08:30:00.000Z'],
    ['none', '2026-11-22T03:00:00Z', 0, '2026-11-22T03:00:00Z'],
  ])('%s', (_, from, minutes, then) => {
    expect(addBusinessMinutes(lisbon, from as Instant, minutes)).toBe(then)
  })

  test('none is promised where nobody ever opens, or not so much within a year', () => {
    expect(addBusinessMinutes({ ...lisbon, hours: [] }, '2026-11-23T09:00:00Z' as Instant, 1)).toBeUndefined()
    const hourAWeek = { ...lisbon, hours: [{ weekday: 1, from: '09:00', to: '10:00' }] }
    expect(addBusinessMinutes(hourAWeek, '2026-11-23T09:00:00Z' as Instant, 60 * 52)).toBe('2027-11-15T10:00:00.000Z')
    expect(addBusinessMinutes(hourAWeek, '2026-11-23T09:00:00Z' as Instant, 60 * 60)).toBeUndefined()
  })
})

describe('business time between two instants', () => {
  test.each([
    ['a working day', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', 480],
    ['from its start to its end', '2026-11-23T09:00:00Z', '2026-11-23T18:00:00Z', 480],
    ['over lunch', '2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z', 0],
    ['half a minute', '2026-11-23T09:00:00Z', '2026-11-23T09:00:30Z', 0.5],
    ['a week with a holiday', '2026-11-30T00:00:00Z', '2026-12-07T00:00:00Z', 4 * 480],
    ['backwards', '2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z', 0],
    ['a year', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 260 * 480],
  ])('%s', (_, from, to, minutes) => {
    expect(businessMinutesBetween(lisbon, from as Instant, to as Instant)).toBe(minutes)
  })
})

const between = (hours: Hours, from: string, to: string) => businessMinutesBetween(hours, instant(from), instant(to))
const on = (timeZone: string, from: string, to: string): Hours => ({
  hours: everyDay(from, to),
  holidays: [],
  timeZone,
})

describe('frames and clocks', () => {
  test('frames that overlap or touch count once', () => {
    const overlapping = { ...lisbon, hours: week(['09:00', '12:00'], ['11:00', '13:00'], ['13:00', '14:00']) }
    expect(between(overlapping, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).toBe(300)
    expect([...openFrames(overlapping, '2026-11-23T00:00:00Z' as Instant, 0)]).toHaveLength(1)
  })

  test.each([
    // Lisbon's clock goes from 01:00 to 02:00 on 29 March 2026 and from 02:00 to 01:00 on 25 October.
    ['a day of 23 hours', 'Europe/Lisbon', '00:00', '24:00', '2026-03-29', 23 * 60],
    ['a day of 25 hours', 'Europe/Lisbon', '00:00', '24:00', '2026-10-25', 25 * 60],
    ['a frame around the hour that is missing', 'Europe/Lisbon', '00:30', '03:00', '2026-03-29', 90],
    ['a frame that begins in it', 'Europe/Lisbon', '01:30', '03:00', '2026-03-29', 60],
    ['a frame that is all in it', 'Europe/Lisbon', '01:10', '01:40', '2026-03-29', 0],
    ['a frame around the hour that comes twice', 'Europe/Lisbon', '00:30', '03:00', '2026-10-25', 210],
    // Brazil's clock was turned at midnight until 2019: 4 November 2018 began at 01:00, and on 16 February 2019 23:00 came twice.
    ['a day without midnight', 'America/Sao_Paulo', '00:00', '24:00', '2018-11-04', 23 * 60],
    ['a frame before it begins', 'America/Sao_Paulo', '00:00', '00:30', '2018-11-04', 0],
    ['the day whose last hour came twice', 'America/Sao_Paulo', '00:00', '24:00', '2019-02-16', 25 * 60],
    ['an ordinary day since', 'America/Sao_Paulo', '09:00', '18:00', '2026-11-01', 540],
  ])('%s', (_, timeZone, from, to, date, minutes) => {
    const hours = { ...on(timeZone, from, to), hours: [{ weekday: weekday(day(date)), from, to }] }
    const noon = `${date}T12:00:00Z`
    const [before, after] = [-30, 30].map((ahead) => new Date(Date.parse(noon) + ahead * 3_600_000).toISOString())
    expect(between(hours, before as string, after as string)).toBe(minutes)
  })

  test('around the clock every minute counts, whatever the clock does', () => {
    const always = on('Europe/Lisbon', '00:00', '24:00')
    expect(between(always, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toBe(365 * 24 * 60)
    expect(addBusinessMinutes(always, '2026-10-24T23:30:00Z' as Instant, 240)).toBe('2026-10-25T03:30:00.000Z')
  })
})

const zones = ['Europe/Lisbon', 'America/Sao_Paulo', 'Europe/Madrid', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']
const times = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
})
const frames = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), a: times, b: fc.oneof(times, fc.constant('24:00')) })
  .filter(({ a, b }) => a !== b)
  .map(({ weekday, a, b }) => ({ weekday, from: a < b ? a : b, to: a < b ? b : a }))
const days = fc.integer({ min: 0, max: 800 }).map((ahead) => addDays('2018-06-01' as Day, ahead))
const anyHours: fc.Arbitrary<Hours> = fc.record({
  hours: fc.array(frames, { minLength: 1, maxLength: 12 }),
  holidays: fc.array(days, { maxLength: 20 }),
  timeZone: fc.constantFrom(...zones),
})
const start = Date.parse('2018-06-01T00:00:00Z')
const instants = fc
  .integer({ min: 0, max: 700 * 86_400 })
  .map((seconds) => new Date(start + seconds * 1000).toISOString() as Instant)
const minutes = fc.integer({ min: 1, max: 5000 })

describe('for any hours, any zone and any instant', () => {
  test('what was added is what lies between', () => {
    fc.assert(
      fc.property(anyHours, instants, minutes, (hours, from, added) => {
        const then = addBusinessMinutes(hours, from, added)
        if (then) expect(businessMinutesBetween(hours, from, then)).toBe(added)
      }),
      { numRuns: runs },
    )
  })

  test('more minutes are later, and a later start is no earlier end', () => {
    fc.assert(
      fc.property(anyHours, instants, instants, minutes, minutes, (hours, one, two, few, many) => {
        const at = (from: Instant, added: number) => addBusinessMinutes(hours, from, added) ?? '9999'
        const [first, second] = one < two ? [one, two] : [two, one]
        expect(at(one, few) < at(one, few + many) || at(one, few + many) === '9999').toBe(true)
        expect(at(first, few) <= at(second, few)).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  test('parts add up to the whole', () => {
    fc.assert(
      fc.property(anyHours, fc.tuple(instants, instants, instants), (hours, three) => {
        const [a, b, c] = [...three].sort() as [Instant, Instant, Instant]
        const parts = businessMinutesBetween(hours, a, b) + businessMinutesBetween(hours, b, c)
        expect(parts).toBeCloseTo(businessMinutesBetween(hours, a, c), 6)
      }),
      { numRuns: runs },
    )
  })

  test('a minute counts if, and only if, the clock on the wall shows a time of a frame', () => {
    fc.assert(
      fc.property(anyHours, instants, (hours, at) => {
        const minute = `${at.slice(0, 16)}:00.000Z` as Instant
        const next = new Date(Date.parse(minute) + 60_000).toISOString() as Instant
        // Where the clock is turned, a time comes twice or never: the tables above have those days.
        if (!isTurning(hours.timeZone, minute))
          expect(businessMinutesBetween(hours, minute, next)).toBe(isOpen(hours, minute) ? 1 : 0)
      }),
      { numRuns: runs * 4 },
    )
  })
})

const wall = (timeZone: string, at: Instant): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(Date.parse(at))

/** The slow and obvious way. */
function isOpen({ hours, holidays, timeZone }: Hours, at: Instant): boolean {
  const [today, time] = [dayIn(timeZone, at), wall(timeZone, at)]
  return (
    !holidays.includes(today) &&
    hours.some((frame) => frame.weekday === weekday(today) && frame.from <= time && time < frame.to)
  )
}

function isTurning(timeZone: string, at: Instant): boolean {
  const shown = [-3, 3].map((hours) => Date.parse(at) + hours * 3_600_000)
  const offset = (time: number) => Date.parse(`${dayIn(timeZone, isoOf(time))}T${wall(timeZone, isoOf(time))}Z`) - time
  return Math.abs(offset(shown[0] as number) - offset(shown[1] as number)) > 60_000
}
const isoOf = (time: number) => new Date(time).toISOString() as Instant

test('a thousand tickets are looked at in a moment', () => {
  const begun = performance.now()
  for (let at = 0; at < 1000; at++) {
    const from = new Date(Date.parse('2026-11-23T00:00:00Z') + at * 600_000).toISOString() as Instant
    const due = addBusinessMinutes(lisbon, from, 2400) as Instant
    businessMinutesBetween(lisbon, from, due)
  }
  expect(performance.now() - begun).toBeLessThan(500)
})

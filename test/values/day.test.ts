import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayIn,
  daysBetween,
  instant,
  lastOfMonth,
  later,
  weekday,
} from '../../src/values/day.ts'

test.each(['2026-02-29', '2026-13-01', '2026-1-01', '20260101', '', '2026-01-01T00:00:00Z'])(
  '"%s" is no day',
  (text) => {
    expect(() => day(text)).toThrow(RangeError)
  },
)

test('2024 has a 29 February', () => {
  expect(lastOfMonth(day('2024-02-01'))).toBe('2024-02-29')
})

test.each([
  ['2021-01-31', 1, '2021-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-15', 3, '2027-02-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

describe('what day it is depends on the place', () => {
  test.each([
    ['Europe/Lisbon', '2026-10-31'],
    ['Europe/Madrid', '2026-11-01'],
    ['America/Sao_Paulo', '2026-10-31'],
    ['Pacific/Auckland', '2026-11-01'],
  ])('%s', (zone, expected) => {
    expect(dayIn(zone, instant('2026-10-31T23:30:00Z'))).toBe(expected)
  })

  test('an unknown place is a fault', () => {
    expect(() => dayIn('Europe/Nowhere', instant('2026-10-31T23:30:00Z'))).toThrow(RangeError)
  })
})

test('an instant is kept in UTC', () => {
  expect(instant('2026-10-31T23:30:00+01:00')).toBe('2026-10-31T22:30:00.000Z')
  expect(later(instant('2026-10-31T23:59:59Z'), 1000)).toBe('2026-11-01T00:00:00.000Z')
  expect(() => instant('2026-10-31T23:30:00')).toThrow(RangeError)
})

test('22 November 2026 is a Sunday', () => {
  expect(weekday(day('2026-11-22'))).toBe(7)
})

test('days that are added can be counted', () => {
  const days = fc.integer({ min: -100_000, max: 100_000 })
  fc.assert(
    fc.property(days, (count) => {
      expect(daysBetween(day('2000-01-01'), addDays(day('2000-01-01'), count))).toBe(count)
    }),
  )
})

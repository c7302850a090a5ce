import { expect, test } from 'vitest'
import { day } from '../../src/values/day.ts'
import {
  contains,
  daysIn,
  following,
  monthOf,
  overlaps,
  period,
  periodOf,
  periodText,
} from '../../src/values/period.ts'

test.each([
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-07/2026-09', '2026-07-01', '2026-09-30'],
  ['2026', '2026-01-01', '2026-12-31'],
])('%s is %s to %s, and is written so', (slot, from, to) => {
  expect(periodOf(slot)).toEqual({ from, to })
  expect(periodText(periodOf(slot))).toBe(slot)
})

test.each(['2026-13', '2026-09/2026-07', 'October', '', '0000-01/2026-12', '1599-12', '2026-01/9999-12', '2600'])(
  '"%s" is no period',
  (slot) => {
    expect(() => periodOf(slot)).toThrow(RangeError)
  },
)

test('a period that is no whole month is written by its days', () => {
  expect(periodText(period(day('2026-10-05'), day('2026-10-18')))).toBe('2026-10-05/2026-10-18')
})

test('both ends belong to it', () => {
  const october = monthOf('2026-10')
  expect(daysIn(october)).toBe(31)
  expect(
    [day('2026-09-30'), october.from, october.to, day('2026-11-01')].map((each) => contains(october, each)),
  ).toEqual([false, true, true, false])
  expect(overlaps(october, period(day('2026-10-31'), day('2026-11-30')))).toBe(true)
  expect(overlaps(october, monthOf('2026-11'))).toBe(false)
})

test('the next one starts the day after', () => {
  expect(following(monthOf('2026-10'), 1)).toEqual(monthOf('2026-11'))
  expect(following(period(day('2026-10-18'), day('2026-11-17')), 1)).toEqual({ from: '2026-11-18', to: '2026-12-17' })
})

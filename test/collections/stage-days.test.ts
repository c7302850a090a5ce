import { describe, expect, test } from 'vitest'
import type { Stage } from '../../src/collections/policy.ts'
import { isContactDay, nextContactDay, stageDay } from '../../src/collections/stage-days.ts'
import { day } from '../../src/values/day.ts'
import { everyDay, weekdays } from './decide/situations.ts'

const hours = (holidays: string[] = [], frames = weekdays) => ({
  hours: frames,
  holidays: holidays.map(day),
  timeZone: 'Europe/Lisbon',
})
const stage = (when: Stage['when'], days: number, count: Stage['count'] = 'calendar', trigger = 'due-date'): Stage => ({
  id: 's',
  when,
  days,
  count,
  trigger: trigger as Stage['trigger'],
  action: 'remind',
  channel: 'teams',
})
const bill = (dueOn: string, issuedOn = '2020-01-01') => ({ issuedOn: day(issuedOn), dueOn: day(dueOn) })

describe('calendar days from the due date', () => {
  test.each([
    ['before', 7, '2026-11-30', '2026-11-23'],
    ['before', 1, '2026-12-01', '2026-11-30'],
    ['after', 0, '2026-11-30', '2026-11-30'],
    ['after', 1, '2026-11-30', '2026-12-01'],
    ['after', 31, '2026-12-31', '2027-01-31'],
    ['after', 30, '2027-01-31', '2027-03-02'],
    ['after', 30, '2028-01-31', '2028-03-01'],
    ['after', 1, '2028-02-28', '2028-02-29'],
    ['after', 1, '2027-02-28', '2027-03-01'],
    ['before', 1, '2028-03-01', '2028-02-29'],
    ['after', 366, '2028-01-01', '2029-01-01'],
    ['after', 1, '2026-03-28', '2026-03-29'],
    ['after', 1, '2026-10-24', '2026-10-25'],
  ] as const)('%s %i days: due on %s is %s', (when, days, dueOn, expected) => {
    expect(stageDay(stage(when, days), bill(dueOn), hours())).toBe(expected)
  })
})

describe('business days leave out weekends and holidays', () => {
  test.each([
    ['from a Friday to the Monday', 'after', 1, '2026-11-27', [], '2026-11-30'],
    ['a week is seven days', 'after', 5, '2026-11-27', [], '2026-12-04'],
    ['a Saturday counts to the Monday', 'after', 1, '2026-11-28', [], '2026-11-30'],
    ['none from a Saturday is the Monday', 'after', 0, '2026-11-28', [], '2026-11-30'],
    ['none from a business day is that day', 'after', 0, '2026-11-27', [], '2026-11-27'],
    ['over two holidays', 'after', 1, '2026-11-30', ['2026-12-01', '2026-12-08'], '2026-12-02'],
    ['with a holiday within', 'after', 5, '2026-12-02', ['2026-12-08'], '2026-12-10'],
    ['backwards over a weekend', 'before', 1, '2026-11-30', [], '2026-11-27'],
    ['backwards over a holiday', 'before', 1, '2026-12-02', ['2026-12-01'], '2026-11-30'],
    ['backwards from a Sunday', 'before', 2, '2026-11-29', [], '2026-11-26'],
    ['over the turn of the year', 'after', 2, '2026-12-31', ['2027-01-01'], '2027-01-05'],
    ['over a leap day', 'after', 2, '2028-02-28', [], '2028-03-01'],
  ] as const)('%s', (_, when, days, dueOn, holidays, expected) => {
    expect(stageDay(stage(when, days, 'business'), bill(dueOn), hours([...holidays]))).toBe(expected)
  })

  test('where the partner works on Saturdays they are business days', () => {
    const sixDays = everyDay.filter(({ weekday }) => weekday !== 7)
    expect(stageDay(stage('after', 1, 'business'), bill('2026-11-27'), hours([], sixDays))).toBe('2026-11-28')
    expect(stageDay(stage('after', 2, 'business'), bill('2026-11-27'), hours([], sixDays))).toBe('2026-11-30')
  })
})

test('a stage can count from the date of the bill', () => {
  const counted = stage('after', 3, 'calendar', 'invoice-date')
  expect(stageDay(counted, bill('2026-12-31', '2026-11-30'), hours())).toBe('2026-12-03')
})

test('no stage comes before there is a bill', () => {
  expect(stageDay(stage('before', 7), bill('2026-12-05', '2026-12-01'), hours())).toBe('2026-12-01')
})

test.each([
  ['2026-11-27', true, '2026-11-27'],
  ['2026-11-28', false, '2026-11-30'],
  ['2026-12-01', false, '2026-12-02'],
])('%s is a day to write on: %s, and the next one is %s', (text, isOpen, next) => {
  expect(isContactDay(hours(['2026-12-01']), day(text))).toBe(isOpen)
  expect(nextContactDay(hours(['2026-12-01']), day(text))).toBe(next)
})

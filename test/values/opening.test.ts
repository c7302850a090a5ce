import { describe, expect, test } from 'vitest'
import { day, instant } from '../../src/values/day.ts'
import { openingAt } from '../../src/values/opening.ts'

const weekdays = [1, 2, 3, 4, 5]
const hours = weekdays.flatMap((weekday) => [
  { weekday, from: '14:00', to: '18:00' },
  { weekday, from: '09:00', to: '13:00' },
])
const lisbon = { hours, holidays: [day('2026-12-01')], timeZone: 'Europe/Lisbon' }

describe('support hours, in the partner’s own time zone', () => {
  test.each([
    ['before the first frame', '2026-11-23T08:59:59Z', { kind: 'closed', opens: '2026-11-23T09:00:00.000Z' }],
    ['at its start', '2026-11-23T09:00:00Z', { kind: 'open', until: '2026-11-23T13:00:00.000Z' }],
    ['at its end', '2026-11-23T13:00:00Z', { kind: 'closed', opens: '2026-11-23T14:00:00.000Z' }],
    ['in the second frame', '2026-11-23T17:59:59Z', { kind: 'open', until: '2026-11-23T18:00:00.000Z' }],
    ['in the evening', '2026-11-23T18:00:00Z', { kind: 'closed', opens: '2026-11-24T09:00:00.000Z' }],
    ['on Friday evening', '2026-11-27T19:00:00Z', { kind: 'closed', opens: '2026-11-30T09:00:00.000Z' }],
    ['on a holiday', '2026-12-01T10:00:00Z', { kind: 'closed', opens: '2026-12-02T09:00:00.000Z' }],
    ['in summer time', '2026-07-06T08:00:00Z', { kind: 'open', until: '2026-07-06T12:00:00.000Z' }],
  ])('%s', (_, at, opening) => expect(openingAt(lisbon, instant(at))).toEqual(opening))

  test('somewhere else it is another hour', () => {
    const brazil = { ...lisbon, timeZone: 'America/Sao_Paulo' }
    expect(openingAt(brazil, instant('2026-11-23T11:00:00Z'))).toEqual({
      kind: 'closed',
      opens: '2026-11-23T12:00:00.000Z',
    })
  })

  test('a frame until midnight', () => {
    const late = { ...lisbon, hours: [{ weekday: 1, from: '20:00', to: '24:00' }] }
    expect(openingAt(late, instant('2026-11-23T23:59:00Z'))).toEqual({
      kind: 'open',
      until: '2026-11-24T00:00:00.000Z',
    })
  })

  test('an opening that goes on past midnight ends when it ends', () => {
    const night = [
      { weekday: 1, from: '20:00', to: '24:00' },
      { weekday: 2, from: '00:00', to: '04:00' },
    ]
    const until = '2026-11-24T04:00:00.000Z'
    expect(openingAt({ ...lisbon, hours: night }, instant('2026-11-23T23:59:00Z'))).toEqual({ kind: 'open', until })
  })

  test('frames that overlap are one', () => {
    const overlapping = { ...lisbon, hours: [...hours, { weekday: 1, from: '12:00', to: '15:00' }] }
    const until = '2026-11-23T18:00:00.000Z'
    expect(openingAt(overlapping, instant('2026-11-23T09:00:00Z'))).toEqual({ kind: 'open', until })
  })

  test('around the clock there is no time at which it closes, but for a holiday', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
    const around = { ...lisbon, hours: always }
    expect(openingAt(around, instant('2026-06-01T10:00:00Z'))).toEqual({ kind: 'open' })
    expect(openingAt(around, instant('2026-11-23T10:00:00Z'))).toEqual({
      kind: 'open',
      until: '2026-12-01T00:00:00.000Z',
    })
  })

  test('without hours, or with holidays for longer than anybody plans, no opening is promised', () => {
    expect(openingAt({ ...lisbon, hours: [] }, instant('2026-11-23T10:00:00Z'))).toEqual({ kind: 'closed' })
  })
})

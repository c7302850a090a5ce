import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceOf, teamsLimits } from '../../src/delivery/pace.ts'
import { mostWithin } from './load/pace-report.ts'

const place = (thread: number) => ({ thread: `${thread}`, tenant: 't' })

describe('turns that are booked ahead', () => {
  test('of one tenant come one after another, at least 95 % of what Teams takes', () => {
    const pace = paceOf()
    const turns = Array.from({ length: 200 }, (_, at) => pace.reserve(place(at), 0, 10_000))
    expect(mostWithin(turns, 1_000)).toBeLessThanOrEqual(50)
    expect(turns.at(-1)).toBeLessThanOrEqual(199 * 20 * 1.05)
  })

  test('are not booked beyond the patience; who is turned away is told later and later', () => {
    const pace = paceOf()
    const turns = Array.from({ length: 100 }, (_, at) => pace.reserve(place(at), 0, 1_000))
    const away = turns.filter((turn) => turn > 1_000)
    const many = Array.from({ length: 4_000 }, (_, at) => pace.reserve(place(1_000 + at), 0, 1_000))
    expect(Math.min(...many)).toBeGreaterThan(1_000)
    expect(turns.filter((turn) => turn <= 1_000).length).toBeGreaterThanOrEqual(48)
    expect(away.length).toBeGreaterThan(0)
    expect(away).toEqual(away.toSorted((a, b) => a - b))
    expect(new Set(away).size).toBe(away.length)
  })

  test('that are not used are given to the next', () => {
    const [used, unused] = [paceOf(), paceOf()]
    for (const pace of [used, unused]) for (let at = 0; at < 20; at++) pace.reserve(place(at), 0, 1_000)
    for (let at = 0; at < 5; at++) unused.release(place(at), 300)
    const next = (pace: typeof used) => Array.from({ length: 10 }, (_, at) => pace.reserve(place(30 + at), 300, 2_000))
    expect(next(unused).at(-1)).toBeLessThanOrEqual((next(used).at(-1) ?? 0) - 5 * 20)
  })

  test('end when the channel asks for quiet', () => {
    const pace = paceOf()
    pace.hold(place(1), 5_000)
    expect([pace.held(place(1), 1_000), pace.held(place(1), 5_000), pace.held(place(2), 1_000)]).toEqual([4_000, 0, 0])
    expect(pace.reserve(place(1), 1_000, 10_000)).toBe(4_000)
  })
})

test('whatever is late when it leaves: no tenant and no thread gets more than Teams takes', () => {
  const coming = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 60 }), thread: fc.nat(12) }), {
    minLength: 60,
    maxLength: 200,
  })
  fc.assert(
    fc.property(coming, (all) => {
      const pace = paceOf()
      const left = new Map<string, number[]>()
      let now = 0
      for (const { gap, thread } of all) {
        now += gap
        for (let wait = 1; wait > 0; now += wait) wait = pace.depart(place(thread), now)
        for (const key of ['tenant', `${thread}`]) left.set(key, [...(left.get(key) ?? []), now])
      }
      for (const [key, times] of left)
        for (const { sends, milliseconds } of key === 'tenant' ? teamsLimits.tenant : teamsLimits.thread)
          expect(mostWithin(times, milliseconds)).toBeLessThanOrEqual(sends)
    }),
    { numRuns: process.env.SALDO_LONG ? 1_000 : 50 },
  )
})

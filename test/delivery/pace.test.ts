import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Limit } from '../../src/delivery/budgets.ts'
import { paceOf, placeOf, teamsLimits } from '../../src/delivery/pace.ts'
import { openOffice, talk, thread, words } from './support/office.ts'

const here = { thread: 'a', tenant: 't' }

/** The most messages in any stretch of that length. */
function mostWithin(times: readonly number[], milliseconds: number): number {
  return Math.max(0, ...times.map((from, at) => times.slice(at).filter((time) => time < from + milliseconds).length))
}

const expectWithin = (times: readonly number[], limits: readonly Limit[]) => {
  for (const { sends, milliseconds } of limits) expect(mostWithin(times, milliseconds)).toBeLessThanOrEqual(sends)
}

/** Sends as early as it may, one after another. */
function asFast(places: readonly (typeof here)[], until: number): number[] {
  const pace = paceOf()
  const times: number[] = []
  for (let now = 0, at = 0; now < until; ) {
    const wait = pace.reserve(places[at % places.length] ?? here, now)
    now += wait
    if (wait > 0) continue
    times.push(now)
    at++
  }
  return times
}

describe('one thread', () => {
  test.each([
    [7, 0],
    [8, 1_025],
    [9, 2_025],
  ])('gets its message number %i after %i ms', (number, milliseconds) => {
    expect(asFast([here], 10_000)[number - 1]).toBe(milliseconds)
  })

  test('never gets more than Teams takes, and no less than 95 % of it', () => {
    const hours = process.env.SALDO_LONG ? 6 : 2
    const times = asFast([here], hours * 3_600_000)
    expectWithin(times.slice(0, 2_500), teamsLimits.thread)
    expect(times.length).toBeGreaterThanOrEqual(0.95 * hours * 1_800)
    const half = times.filter((time) => time < 60_000)
    expect(half.length).toBe(120)
  })

  test('is held back as long as it was told, and no other', () => {
    const pace = paceOf()
    pace.hold(here, 5_000)
    expect(pace.reserve(here, 1_000)).toBe(4_000)
    expect(pace.reserve({ ...here, thread: 'b' }, 1_000)).toBe(0)
    expect(pace.reserve(here, 5_000)).toBe(0)
  })
})

test('all threads of a Teams channel are one thread, and private chats are each their own', () => {
  expect(placeOf({ ...thread, conversation: 'one' })).toEqual(placeOf({ ...thread, conversation: 'two' }))
  expect(placeOf(talk)).not.toEqual(placeOf({ ...talk, conversation: 'a:2' }))
})

describe('one tenant', () => {
  test('gets 50 a second over all its threads, and another tenant does not wait for it', () => {
    const pace = paceOf()
    const sent = Array.from({ length: 60 }, (_, at) => pace.reserve({ thread: `${at}`, tenant: 't' }, 0))
    expect(sent.filter((wait) => wait === 0).length).toBe(50)
    expect(new Set(sent.slice(50))).toEqual(new Set([1_025]))
    expect(pace.reserve({ thread: 'x', tenant: 'u' }, 0)).toBe(0)
  })

  test('never gets more than Teams takes, and no less than 95 % of it', () => {
    const places = Array.from({ length: 200 }, (_, at) => ({ thread: `${at}`, tenant: 't' }))
    const times = asFast(places, 20_000)
    expectWithin(times, teamsLimits.tenant)
    expect(times.length).toBeGreaterThanOrEqual(0.95 * 20 * 50)
  })
})

test('whatever comes when: no thread and no tenant gets more than Teams takes', () => {
  const arrivals = fc.array(
    fc.record({ gap: fc.integer({ min: 0, max: 700 }), thread: fc.nat(3), tenant: fc.nat(1) }),
    { minLength: 30, maxLength: 200 },
  )
  fc.assert(
    fc.property(arrivals, (all) => {
      const pace = paceOf()
      const times = new Map<string, number[]>()
      let now = 0
      for (const { gap, thread, tenant } of all) {
        now += gap
        const place = { thread: `${tenant}-${thread}`, tenant: `${tenant}` }
        if (pace.reserve(place, now) > 0) continue
        for (const key of [place.thread, place.tenant]) times.set(key, [...(times.get(key) ?? []), now])
      }
      for (const [key, each] of times) expectWithin(each, key.includes('-') ? teamsLimits.thread : teamsLimits.tenant)
    }),
    { numRuns: process.env.SALDO_LONG ? 1_000 : 50 },
  )
})

test('a courier with a hundred messages for one thread keeps to it, and loses little time', async () => {
  const office = await openOffice()
  await office.queue('one', talk, ...Array.from({ length: 100 }, (_, at) => words(`${at}`)))
  const courier = office.courier()
  // As the loop does: a look every 250 ms.
  for (let sent = 0; sent < 100; office.pass(250)) sent += await courier.carry()
  const times = office.outside.calls.map(({ at }) => at)
  expectWithin(times, teamsLimits.thread)
  expect(office.outside.said()).toEqual(Array.from({ length: 100 }, (_, at) => `send ${at}`))
  const allowed = asFast([here], 100_000)[99] ?? 0
  expect(times.at(-1)).toBeLessThanOrEqual(allowed * 1.05)
  await office.close()
})

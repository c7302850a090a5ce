import { beforeAll, describe, expect, test } from 'vitest'
import type { Compared } from './compared.ts'
import { compareAll } from './compared.ts'
import { makeWorld } from './world.ts'

/** The worlds of the small run have two decimals, taxed charges, and a currency without decimals, as those of the large one. */
const seeds = process.env.SALDO_LONG ? Array.from({ length: 40 }, (_, seed) => seed) : [0, 1, 3]
const size = process.env.SALDO_LONG ? { customers: 7, months: 16 } : { customers: 4, months: 13 }

const tally = { pairs: 0, equal: 0, alternative: 0, different: 0, events: 0, months: 0 }
const unexplained: string[] = []
const wrongSums: string[] = []
const differences: { readonly name: string; readonly quarters: boolean }[] = []

function count({ name, bridge, agreement, before, difference, explained }: Compared): void {
  tally.pairs++
  tally.equal += agreement.equal
  tally.alternative += agreement.alternative
  tally.different += agreement.different.length
  if (!bridge.unexplained.eq(0)) unexplained.push(`${name}: ${bridge.unexplained.toFixed()}`)
  if (explained !== difference) wrongSums.push(`${name}: ${explained} of ${difference}`)
  for (const each of agreement.different) differences.push({ name, quarters: before.length > 1, ...each })
}

beforeAll(async () => {
  for (const seed of seeds) {
    const world = makeWorld({ seed, ...size })
    tally.events += world.events
    tally.months += world.customers.length * world.months.length
    for await (const compared of compareAll(world)) count(compared)
  }
  const drivers = tally.equal + tally.alternative + tally.different
  const share = (of: number) => `${((100 * of) / drivers).toFixed(2)} %`
  console.log(
    `${tally.pairs} pairs, ${drivers} drivers: ${share(tally.equal)} are what happened, ${share(tally.alternative)} what nothing in the file tells from it, ${tally.different} subscriptions neither, ${differences.filter(({ quarters }) => quarters).length} of them in quarters`,
  )
}, 1_200_000)

describe('bridges over invented bills whose every event is known', () => {
  test('are as many as promised, with three mixed events a month', () => {
    expect(tally.pairs).toBeGreaterThanOrEqual(process.env.SALDO_LONG ? 10_000 : 300)
    expect(tally.events / tally.months).toBeGreaterThanOrEqual(3)
  })

  test('leave nothing unexplained', () => {
    expect(unexplained).toEqual([])
  })

  test('have drivers that sum to the difference to the cent', () => {
    expect(wrongSums).toEqual([])
  })

  test('name what really happened, or what no file tells from it, from month to month, quarter to quarter and year to year', () => {
    const drivers = tally.equal + tally.alternative + tally.different
    // In the large worlds a subscription is upgraded in part, changes its term and runs on under another id within weeks of each other.
    const atMost = process.env.SALDO_LONG ? drivers / 1000 : 0
    expect(differences.length > atMost ? differences.slice(0, 5) : []).toEqual([])
  })

  test('name exactly what happened for nine drivers in ten', () => {
    expect(tally.equal / (tally.equal + tally.alternative + tally.different)).toBeGreaterThan(0.9)
  })
})

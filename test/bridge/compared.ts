import { type Bridge, bridge } from '../../src/ledger/bridge.ts'
import { sideOfCharges, sideOfInvoices } from '../../src/ledger/bridge-side.ts'
import { type Agreement, agreement } from './agree.ts'
import { type FilledMonth, fillWorld } from './filled-world.ts'
import { billedSide, costSide, minorOf } from './true-side.ts'
import { truthOf } from './truth.ts'
import type { World } from './world-line.ts'

/** Two sides of one customer, one or more months each, for what Microsoft billed or for what the customer was billed. */
export type Compared = {
  readonly name: string
  readonly bridge: Bridge
  readonly agreement: Agreement
  readonly before: readonly FilledMonth[]
  readonly after: readonly FilledMonth[]
  /** What the later documents state less what the earlier ones state, in minor units. */
  readonly difference: bigint
  readonly explained: bigint
}

type Span = readonly [from: number, to: number]

/** Month after month, a year apart, and quarter after quarter. */
export function pairsOf(months: number): readonly (readonly [Span, Span])[] {
  const next = Array.from(
    { length: months - 1 },
    (_, at) =>
      [
        [at, at + 1],
        [at + 1, at + 2],
      ] as const,
  )
  const yearApart = Array.from(
    { length: Math.max(0, months - 12) },
    (_, at) =>
      [
        [at, at + 1],
        [at + 12, at + 13],
      ] as const,
  )
  const quarters = Array.from({ length: Math.max(0, Math.floor(months / 3) - 1) }, (_, at) => {
    const from = at * 3
    return [
      [from, from + 3],
      [from + 3, from + 6],
    ] as const
  })
  return [...next, ...yearApart, ...quarters]
}

/** Every pair of every customer, both ways of billing, one at a time: a large world's do not fit in memory together. */
export async function* compareAll(world: World): AsyncGenerator<Compared> {
  const filled = await fillWorld(world)
  for (const [customer, months] of filled)
    for (const [p, q] of pairsOf(months.length)) {
      const [before, after] = [months.slice(...p), months.slice(...q)]
      for (const which of ['cost', 'bill'] as const) yield compareOne(world, customer, which, before, after)
    }
}

function compareOne(
  world: World,
  customer: string,
  which: 'cost' | 'bill',
  before: readonly FilledMonth[],
  after: readonly FilledMonth[],
): Compared {
  const trueSide = (months: readonly FilledMonth[]) =>
    which === 'cost'
      ? costSide(
          world,
          customer,
          months.map(({ month }) => month),
        )
      : billedSide(world, customer, months)
  const side = (months: readonly FilledMonth[]) =>
    which === 'cost' ? sideOfCharges(months) : sideOfInvoices(months.map(({ bill }) => bill))
  const sides = { world, before: trueSide(before), after: trueSide(after) }
  const made = bridge(side(before), side(after))
  const spanned = [before, after].map((months) => `${months[0]?.month}${months.length > 1 ? '...' : ''}`)
  return {
    name: `${which} of ${customer.slice(0, 8)} in world ${world.seed}, ${spanned.join(' to ')}`,
    bridge: made,
    agreement: agreement(world, truthOf(sides), made),
    before,
    after,
    difference: sides.after.total - sides.before.total,
    explained: made.drivers.reduce((sum, driver) => sum + minorOf(world, driver.amount.toFixed()), 0n),
  }
}

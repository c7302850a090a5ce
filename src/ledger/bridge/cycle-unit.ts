import type { Decimal } from '../../values/decimal.ts'
import type { Period } from '../../values/period.ts'
import { type BridgeLine, netOf } from './bridge-line.ts'
import { seatsOf } from './in-cycle-events.ts'

/** What one subscription was billed for one whole cycle: changes on its first day are netted, parts of one charge are one. */
export type CycleUnit = {
  readonly period: Period
  readonly quantity: Decimal
  readonly amount: Decimal
  /** Of the line that bills most: what the product, its plan and its promotion are read from. */
  readonly main: BridgeLine
  readonly lines: readonly BridgeLine[]
}

/** The cycles of one subscription on one side, in the order of their days. */
export function cycleUnits(lines: readonly BridgeLine[]): readonly CycleUnit[] {
  const groups = Map.groupBy(lines, ({ period, productId, skuId }) =>
    [period?.from, period?.to, productId, skuId].join('|'),
  )
  return [...groups.values()]
    .flatMap(unitOf)
    .sort((a, b) => (a.period.from < b.period.from ? -1 : a.period.from > b.period.from ? 1 : 0))
}

/** The half of a conversion that takes a free trial's seats back takes no seats that were billed. */
const freeRefund = ({ net, quantity }: BridgeLine): boolean => net.eq(0) && quantity.lt(0)

function unitOf(all: readonly BridgeLine[]): readonly CycleUnit[] {
  const lines = all.filter((line) => !freeRefund(line))
  if (lines.length === 0) return []
  const main = lines.reduce((most, line) => (line.net.gt(most.net) ? line : most))
  const amount = netOf(lines)
  const quantity = lines.length === 1 ? main.quantity : seatsOf(lines)
  // What was billed and taken back for the same days changes nothing.
  if (!main.period || (amount.eq(0) && quantity.eq(0))) return []
  return [{ period: main.period, quantity, amount, main, lines }]
}

export type CyclePair = { readonly from?: CycleUnit; readonly to?: CycleUnit }

const isMonthly = ({ main }: CycleUnit): boolean => (main.billing ?? 'monthly') === 'monthly'

/**
 * The cycles of two sides beside each other, in the order of their days: monthly with monthly, yearly with yearly. Where one side has
 * fewer, the earlier side lacks its first ones, for it began there, and the later side its last ones.
 */
export function pairCycles(from: readonly CycleUnit[], to: readonly CycleUnit[]): readonly CyclePair[] {
  const monthly = inOrder(from.filter(isMonthly), to.filter(isMonthly))
  const yearly = inOrder(from.filter(not(isMonthly)), to.filter(not(isMonthly)))
  const pairs = [...monthly, ...yearly]
  // What is billed by the month on one side and by the year on the other has changed its plan.
  const [gone, come] = [pairs.filter((pair) => !pair.to), pairs.filter((pair) => !pair.from)]
  const changed = gone.flatMap(({ from: before }) => {
    const at = come.findIndex(({ to: after }) => before && after && isMonthly(before) !== isMonthly(after))
    return at < 0 ? [{ from: before }] : [{ from: before, to: come.splice(at, 1)[0]?.to }]
  })
  return [...pairs.filter((pair) => pair.from && pair.to), ...changed, ...come]
}

function inOrder(from: readonly CycleUnit[], to: readonly CycleUnit[]): readonly CyclePair[] {
  const missing = Math.max(0, to.length - from.length)
  return [
    ...to.slice(0, missing).map((unit) => ({ to: unit })),
    ...from.map((unit, at) => ({ from: unit, to: to[at + missing] })),
  ]
}

const not =
  (is: (unit: CycleUnit) => boolean) =>
  (unit: CycleUnit): boolean =>
    !is(unit)

export const isSameProduct = (a: CycleUnit, b: CycleUnit): boolean =>
  a.main.productId === b.main.productId && a.main.skuId === b.main.skuId

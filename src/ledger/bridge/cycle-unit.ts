import { type Decimal, decimal } from '../../values/decimal.ts'
import type { Period } from '../../values/period.ts'
import type { BridgeLine } from './bridge-line.ts'
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
  const amount = lines.reduce((sum, { net }) => sum.plus(net), decimal(0))
  const quantity = lines.length === 1 ? main.quantity : seatsOf(lines)
  // What was billed and taken back for the same days changes nothing.
  if (!main.period || (amount.eq(0) && quantity.eq(0))) return []
  return [{ period: main.period, quantity, amount, main, lines }]
}

const monthOffset = (unit: CycleUnit, start: string): number =>
  (Number(unit.period.from.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
  Number(unit.period.from.slice(5, 7)) -
  Number(start.slice(5, 7))

export type CyclePair = { readonly from?: CycleUnit; readonly to?: CycleUnit }

/**
 * The cycles of two sides beside each other: those of the first month with the first month's, so that a quarter compares with a quarter; a
 * yearly charge with the yearly charge, in whatever month it fell.
 */
export function pairCycles(
  from: { readonly units: readonly CycleUnit[]; readonly start: string },
  to: { readonly units: readonly CycleUnit[]; readonly start: string },
): readonly CyclePair[] {
  const left = [...to.units]
  const take = (fits: (unit: CycleUnit) => boolean): CycleUnit | undefined => {
    const at = left.findIndex(fits)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const monthly = (unit: CycleUnit) => (unit.main.billing ?? 'monthly') === 'monthly'
  const pairs = from.units.map((unit): CyclePair => {
    const month = monthOffset(unit, from.start)
    const beside = (other: CycleUnit) => monthly(other) && monthOffset(other, to.start) === month
    const alike = (other: CycleUnit) => beside(other) && isSameProduct(other, unit)
    return { from: unit, to: monthly(unit) ? (take(alike) ?? take(beside)) : take((each) => !monthly(each)) }
  })
  // What is billed by the month on one side and by the year on the other has changed its plan.
  const whole = pairs.map((pair) =>
    pair.from && !pair.to ? { ...pair, to: take((other) => monthly(other) !== monthly(pair.from as CycleUnit)) } : pair,
  )
  return [...whole, ...left.map((unit): CyclePair => ({ to: unit }))]
}

export const isSameProduct = (a: CycleUnit, b: CycleUnit): boolean =>
  a.main.productId === b.main.productId && a.main.skuId === b.main.skuId

import type { Currency } from '../../values/currency.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { type BridgeLine, matchKey } from './bridge-line.ts'
import { compareAmounts, type Side } from './compare-amounts.ts'
import { type DriverKind, type Drivers, standingOf } from './driver.ts'

type Both = { readonly from: readonly BridgeLine[]; readonly to: readonly BridgeLine[] }

const sumOf = (lines: readonly BridgeLine[]): Decimal => lines.reduce((sum, { net }) => sum.plus(net), decimal(0))

/** One driver a subscription, of all its lines of a role: credits, corrections of earlier months. */
export function sumLines(
  kind: DriverKind,
  { from, to }: Both,
  drivers: Drivers,
  whatOf: (line: BridgeLine) => { readonly reason?: string } = () => ({}),
): void {
  const about = ({ subscription, product, ...line }: BridgeLine) => ({
    kind,
    subscription,
    product,
    ...whatOf({ product, ...line }),
  })
  for (const line of from) drivers.add({ ...about(line), amount: line.net.times(-1), from: [line] })
  for (const line of to) drivers.add({ ...about(line), amount: line.net, to: [line] })
}

/**
 * Lines that are no part of a cycle. What is on both sides is compared by quantity and price, as on bills of software that knows no
 * cycles; what is on one side only is `alone`.
 */
export function compareSingleLines(both: Both, alone: DriverKind, currency: Currency, drivers: Drivers): void {
  const keyOf = (line: BridgeLine) => `${matchKey(line)}|${line.chargeType}`
  const [before, after] = [Map.groupBy(both.from, keyOf), Map.groupBy(both.to, keyOf)]
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(key) ?? [], after.get(key) ?? []]
    if (from.length === 0 || to.length === 0) {
      sumLines(alone, { from, to }, drivers)
      continue
    }
    const { subscription, product } = to[0] as BridgeLine
    const [earlier, later] = [sideOf(from), sideOf(to)]
    const about = { subscription, product, from, to, before: standingOf(earlier), after: standingOf(later) }
    const { quantity, rest, onlyRounding } = compareAmounts(earlier, later, currency)
    drivers.add({ ...about, kind: 'quantity', amount: quantity })
    drivers.add({ ...about, kind: onlyRounding ? 'rounding' : 'unit-price', amount: rest })
  }
}

const sideOf = (lines: readonly BridgeLine[]): Side => ({
  quantity: lines.reduce((sum, { quantity }) => sum.plus(quantity), decimal(0)),
  amount: sumOf(lines),
  lines: lines.length,
})

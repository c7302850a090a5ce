import type { Currency } from '../../values/currency.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import type { BridgeLine } from './bridge-line.ts'
import { compareAmounts, type Side } from './compare-amounts.ts'
import type { DriverKind, Drivers } from './driver.ts'

const keyOf = ({ subscription, productId, skuId, meter }: BridgeLine): string =>
  [subscription ?? productId, meter ?? skuId].join('|')

/** The drivers of Azure and other usage, meter by meter. `billed` are the subscriptions that have any line on each side. */
export function compareUsage(
  from: readonly BridgeLine[],
  to: readonly BridgeLine[],
  billed: { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> },
  currency: Currency,
  drivers: Drivers,
): void {
  const [before, after] = [Map.groupBy(from, keyOf), Map.groupBy(to, keyOf)]
  for (const key of new Set([...before.keys(), ...after.keys()]))
    compareMeter(before.get(key) ?? [], after.get(key) ?? [], billed, currency, drivers)
}

function compareMeter(
  from: readonly BridgeLine[],
  to: readonly BridgeLine[],
  billed: Parameters<typeof compareUsage>[2],
  currency: Currency,
  drivers: Drivers,
): void {
  const line = to[0] ?? from[0]
  if (!line) return
  const [before, after] = [sideOf(from), sideOf(to)]
  const { subscription, product, meter } = line
  const about = { subscription, product, meter, from, to, before: before, after: after }
  if (from.length > 0 && to.length > 0) {
    const { quantity, exchange, rest, onlyRounding } = compareAmounts(before, after, currency)
    drivers.add({ ...about, kind: 'quantity', amount: quantity })
    drivers.add({ ...about, kind: 'exchange-rate', amount: exchange })
    drivers.add({ ...about, kind: onlyRounding ? 'rounding' : 'unit-price', amount: rest })
    return
  }
  const other = to.length > 0 ? billed.from : billed.to
  const known = subscription !== undefined && other.has(subscription)
  const kind: DriverKind = known ? 'quantity' : to.length > 0 ? 'product-started' : 'product-ended'
  drivers.add({ ...about, kind, amount: after.amount.minus(before.amount) })
}

function sideOf(lines: readonly BridgeLine[]): Side {
  let [quantity, amount] = [decimal(0), decimal(0)]
  for (const line of lines) [quantity, amount] = [quantity.plus(line.quantity), amount.plus(line.net)]
  return { quantity, amount, rate: rateOf(lines), lines: lines.length }
}

/** One rate for all of them, or none that can be compared. */
function rateOf(lines: readonly BridgeLine[]): Decimal | undefined {
  const rate = lines[0]?.exchange?.rate
  return rate && lines.every(({ exchange }) => exchange?.rate.eq(rate)) ? rate : undefined
}

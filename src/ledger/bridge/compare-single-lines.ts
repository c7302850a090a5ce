import type { Currency } from '../../values/currency.ts'
import { decimal } from '../../values/decimal.ts'
import { type BridgeLine, matchKey, netOf } from './bridge-line.ts'
import { compareAmounts, type Side } from './compare-amounts.ts'
import type { DriverKind, Drivers } from './driver.ts'

type Both = { readonly from: readonly BridgeLine[]; readonly to: readonly BridgeLine[] }

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

// What bills have that come from the partner's accounting software (formats/ubl): lines that know no cycles.
const accounting: ReadonlySet<string> = new Set(['imported', 'allowance', 'charge'])

/**
 * Lines of charge types that are not Microsoft's. What is on both sides is compared by quantity and price; on one side only, a line of the
 * partner's accounting began or ended, and a type that nobody knows explains nothing.
 */
export function compareSingleLines(both: Both, currency: Currency, drivers: Drivers): void {
  const keyOf = (line: BridgeLine) => `${matchKey(line)}|${line.chargeType}`
  const [before, after] = [Map.groupBy(both.from, keyOf), Map.groupBy(both.to, keyOf)]
  for (const key of new Set([...before.keys(), ...after.keys()]))
    compare({ from: before.get(key) ?? [], to: after.get(key) ?? [] }, currency, drivers)
}

function aloneKind({ chargeType }: BridgeLine, started: boolean): DriverKind {
  if (chargeType === 'rounding') return 'rounding'
  if (!accounting.has(chargeType)) return 'unexplained'
  return started ? 'product-started' : 'product-ended'
}

function compare({ from, to }: Both, currency: Currency, drivers: Drivers): void {
  const line = to[0] ?? from[0]
  if (!line) return
  if (from.length === 0 || to.length === 0 || line.chargeType === 'rounding') {
    sumLines(aloneKind(line, to.length > 0), { from, to }, drivers)
    return
  }
  const [earlier, later] = [sideOf(from), sideOf(to)]
  const { subscription, product } = line
  const about = { subscription, product, from, to, before: earlier, after: later }
  const { quantity, rest, onlyRounding } = compareAmounts(earlier, later, currency)
  drivers.add({ ...about, kind: 'quantity', amount: quantity })
  drivers.add({ ...about, kind: onlyRounding ? 'rounding' : 'unit-price', amount: rest })
}

const sideOf = (lines: readonly BridgeLine[]): Side => ({
  quantity: lines.reduce((sum, { quantity }) => sum.plus(quantity), decimal(0)),
  amount: netOf(lines),
  lines: lines.length,
})

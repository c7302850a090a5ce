import { type Decimal, decimal } from '../values/decimal.ts'
import type { BridgeSide } from './bridge/bridge-line.ts'
import { keyOf } from './bridge/driver.ts'
import type { Bridge, Driver } from './bridge.ts'

/** A side before tax: tax is neither cost nor margin. */
export const beforeTax = (side: BridgeSide): BridgeSide => ({
  ...side,
  total: side.total.minus(side.tax),
  tax: decimal(0),
})

/**
 * What became of the margin: the bridge of what was billed less the bridge of what it cost, cause by cause. Both before tax, over the same
 * two periods, in the same currency: throws RangeError otherwise. For partner staff alone.
 */
export function marginBridge(billed: Bridge, cost: Bridge): Bridge {
  if (billed.currency !== cost.currency) throw new RangeError(`no margin of ${billed.currency} over ${cost.currency}`)
  const margin = (of: (bridge: Bridge) => Decimal) => of(billed).minus(of(cost))
  const costs = new Map(cost.drivers.map((driver) => [keyOf(driver), driver]))
  const drivers = billed.drivers.map((driver) => {
    const same = costs.get(keyOf(driver))
    costs.delete(keyOf(driver))
    return same ? { ...driver, ...less(driver, same) } : driver
  })
  const onlyCost = [...costs.values()].map((driver) => ({ ...driver, amount: driver.amount.times(-1) }))
  return {
    currency: billed.currency,
    from: margin(({ from }) => from),
    to: margin(({ to }) => to),
    difference: margin(({ difference }) => difference),
    unexplained: margin(({ unexplained }) => unexplained),
    drivers: [...drivers, ...onlyCost]
      .filter(({ amount }) => !amount.eq(0))
      .sort((a, b) => b.amount.abs().cmp(a.amount.abs())),
  }
}

const less = (driver: Driver, cost: Driver): Pick<Driver, 'amount' | 'lines'> => ({
  amount: driver.amount.minus(cost.amount),
  lines: { from: [...driver.lines.from, ...cost.lines.from], to: [...driver.lines.to, ...cost.lines.to] },
})

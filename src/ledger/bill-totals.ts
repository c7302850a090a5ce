import type { Currency } from '../values/currency.ts'
import { decimalText } from '../values/decimal.ts'
import { add, asDecimal, type Money, moneyFrom, sum } from '../values/money.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'

type Totals = Pick<Invoice, 'net' | 'taxes' | 'total'>

/** Tax on a base, half-up (EN 16931 BR-CO-17). `rate` 23 is 23 %. */
export const taxOn = (base: Money, rate: InvoiceLine['taxRate']): Money =>
  moneyFrom(asDecimal(base).times(rate).div(100), base.currency, 'half-up')

/** Net, one tax a rate on the sum of its lines, and total. */
export function totalsOf(lines: readonly InvoiceLine[], currency: Currency, taxName: string): Totals {
  const byRate = Map.groupBy(lines, (line) => decimalText(line.taxRate))
  const taxes = [...byRate.values()].map((group) => {
    const rate = (group[0] as InvoiceLine).taxRate
    const base = sum(
      group.map(({ net }) => net),
      currency,
    )
    return { name: taxName, rate, base, amount: taxOn(base, rate) }
  })
  const net = sum(
    lines.map((line) => line.net),
    currency,
  )
  return {
    net,
    taxes,
    total: add(
      net,
      sum(
        taxes.map(({ amount }) => amount),
        currency,
      ),
    ),
  }
}

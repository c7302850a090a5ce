import { exponentOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { asDecimal, type Money, moneyFrom } from '../values/money.ts'
import { roundTo } from '../values/rounding.ts'

const mostDigits = 30

/**
 * What one unit costs, with the fewest digits (at least the currency's) that give the amount back when multiplied by the quantity and
 * rounded half-up. Whoever reads the line can check it. Positive for a refund, whose quantity is negative.
 */
export function unitPriceOf(net: Money, quantity: Decimal): Decimal {
  if (quantity.eq(0)) return decimal(0)
  const exact = asDecimal(net).div(quantity)
  for (let digits = exponentOf(net.currency); digits < mostDigits; digits++) {
    const price = roundTo(exact, digits, 'half-up')
    if (moneyFrom(price.times(quantity), net.currency, 'half-up').minor === net.minor) return price
  }
  return exact
}

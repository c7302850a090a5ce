import { exponentOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { type Money, moneyFrom, negate, zero } from '../values/money.ts'
import { roundTo } from '../values/rounding.ts'
import type { Charge } from './charge.ts'
import { costOfCycle } from './cycle-price.ts'
import { isCredit, isRefund } from './is-refund.ts'
import type { Price } from './price-book.ts'
import { shareOf } from './prorate.ts'
import { quantityOf } from './quantity-of.ts'

/** What the customer pays for a charge: the one place where a cost becomes an amount that somebody owes. */
export type PricedLine = {
  readonly net: Money
  /** Negative for a refund. */
  readonly quantity: Decimal
  /** What one unit costs the CUSTOMER for a whole cycle; undefined for usage and credits. */
  readonly cyclePrice?: Decimal
}

const signed = (charge: Charge, amount: Money): Money => (isRefund(charge) ? negate(amount) : amount)

/**
 * Cost plus percent, half-up on the magnitude, so that a refund is the exact mirror of its charge. A credit from Microsoft is passed
 * on as it is: a margin would hand out more than the partner got. The charge must be in the customer's currency.
 */
export function withMargin(charge: Charge, margin: Decimal): PricedLine {
  const credit = isCredit(charge)
  const factor = credit ? decimal(1) : margin.div(100).plus(1)
  return {
    net: moneyFrom(charge.subtotal.times(factor), charge.currency, 'half-up'),
    quantity: quantityOf(charge),
    cyclePrice: credit ? undefined : costOfCycle(charge)?.times(factor),
  }
}

/**
 * The partner's own price for a unit and full cycle, by the share of the cycle and the quantity, rounded down once (reference 7.1,
 * rule B, which reproduces Microsoft's seat changes). A plan change rounds the unit first (7.2). What costs nothing, a trial, stays free.
 */
export function atFixedPrice(charge: Charge, price: Extract<Price, { fixed: unknown }>): PricedLine {
  const quantity = quantityOf(charge)
  if (charge.subtotal.eq(0) && charge.effectiveUnitPrice.eq(0))
    return { net: zero(price.currency), quantity, cyclePrice: decimal(0) }
  const { billed, of } = shareOf(charge)
  const unit = price.fixed.times(billed)
  const amount =
    charge.chargeType === 'changeBillingPlan'
      ? roundTo(unit.div(of), exponentOf(price.currency), 'down').times(quantity.abs())
      : unit.times(quantity.abs()).div(of)
  return { net: signed(charge, moneyFrom(amount, price.currency, 'down')), quantity, cyclePrice: price.fixed }
}

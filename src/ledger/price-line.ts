import { exponentOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { type Money, moneyFrom, negate, zero } from '../values/money.ts'
import { roundTo } from '../values/rounding.ts'
import type { Charge } from './charge.ts'
import { isCredit, isRefund } from './is-refund.ts'
import type { Price } from './price-book.ts'
import { shareOf } from './prorate.ts'

/** What the customer pays for a charge: the one place where a cost becomes an amount that somebody owes. */
export type PricedLine = {
  readonly net: Money
  /** Negative for a refund. */
  readonly quantity: Decimal
}

const signed = (charge: Charge, amount: Money): Money => (isRefund(charge) ? negate(amount) : amount)

/** The billed quantity, negative where the line takes back, wherever Microsoft put the sign. */
export function quantityOf(charge: Charge): Decimal {
  const quantity = charge.billableQuantity.abs()
  return isRefund(charge) ? quantity.times(-1) : quantity
}

/**
 * Cost plus percent, half-up on the magnitude, so that a refund is the exact mirror of its charge. A credit from Microsoft is passed
 * on as it is: a margin would hand out more than the partner got. The charge must be in the customer's currency.
 */
export function withMargin(charge: Charge, margin: Decimal): PricedLine {
  const factor = isCredit(charge) ? decimal(1) : margin.div(100).plus(1)
  return { net: moneyFrom(charge.subtotal.times(factor), charge.currency, 'half-up'), quantity: quantityOf(charge) }
}

/**
 * The partner's own price for a unit and full cycle, by the share of the cycle and the quantity, rounded down once (reference 7.1,
 * rule B, which reproduces Microsoft's seat changes). A plan change rounds the unit first (7.2). What costs nothing, a trial, stays free.
 */
export function atFixedPrice(charge: Charge, price: Extract<Price, { fixed: unknown }>): PricedLine {
  const quantity = quantityOf(charge)
  if (charge.subtotal.eq(0) && charge.effectiveUnitPrice.eq(0)) return { net: zero(price.currency), quantity }
  const { billed, of } = shareOf(charge)
  const unit = price.fixed.times(billed)
  const amount =
    charge.chargeType === 'changeBillingPlan'
      ? roundTo(unit.div(of), exponentOf(price.currency), 'down').times(quantity.abs())
      : unit.times(quantity.abs()).div(of)
  return { net: signed(charge, moneyFrom(amount, price.currency, 'down')), quantity }
}

import type { Decimal } from '../values/decimal.ts'
import type { Charge } from './charge.ts'
import { isRefund } from './is-refund.ts'

/** The billed quantity, negative where the line takes back, wherever Microsoft put the sign. */
export function quantityOf(charge: Charge): Decimal {
  const quantity = charge.billableQuantity.abs()
  return isRefund(charge) ? quantity.times(-1) : quantity
}

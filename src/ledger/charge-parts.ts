import { decimalText } from '../values/decimal.ts'
import { billingOf } from './billing-cycle.ts'
import type { Charge } from './charge.ts'
import { isRefund } from './is-refund.ts'

/** What the parts of one charge share; undefined for lines that are never split. */
function wholeOf(charge: Charge): string | undefined {
  if (!charge.subscription || billingOf(charge) === 'usage') return undefined
  return [
    charge.subscription,
    charge.orderId,
    charge.event,
    charge.chargeType,
    charge.productId,
    charge.skuId,
    charge.chargeStart,
    charge.chargeEnd,
    decimalText(charge.billableQuantity),
    isRefund(charge),
  ].join('|')
}

/**
 * The charges, those together that are parts of one: Microsoft bills some products as two lines with the same ids and seats and
 * different prices, such as the telephony part of Microsoft 365 E5 (reference 6.1). Equal prices are two charges. Keeps the order.
 */
export function partsOf(charges: readonly Charge[]): readonly (readonly Charge[])[] {
  const wholes: Charge[][] = []
  const byKey = new Map<string, Charge[]>()
  for (const charge of charges) {
    const key = wholeOf(charge)
    const whole = key === undefined ? undefined : byKey.get(key)
    if (whole?.every((part) => !part.effectiveUnitPrice.eq(charge.effectiveUnitPrice))) {
      whole.push(charge)
      continue
    }
    const next = [charge]
    wholes.push(next)
    if (key !== undefined) byKey.set(key, next)
  }
  return wholes
}

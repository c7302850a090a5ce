import type { Charge } from './charge.ts'

const isTrial = (charge: Charge): boolean => charge.qualifiers?.some((text) => text.toLowerCase() === 'trial') ?? false

/**
 * Whether a line takes back: the refund half of a seat change, a cancellation, a credit. The sign may be on the amount, the unit
 * price or the quantity. The trial half of a conversion takes 25 free seats back at nothing (reference 7.2, row 13).
 */
export const isRefund = (charge: Charge): boolean =>
  charge.subtotal.lt(0) ||
  charge.billableQuantity.lt(0) ||
  charge.effectiveUnitPrice.lt(0) ||
  (charge.chargeType === 'convert' && charge.subtotal.eq(0) && isTrial(charge))

/** A credit that Microsoft grants: Azure credits, service level credits. Not the refund half of a change. */
export const isCredit = (charge: Charge): boolean => charge.chargeType.toLowerCase() === 'customercredit'

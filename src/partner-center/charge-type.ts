/** Charge types of the new commerce (Partner Center docs, recon-file-charge-types). Others are kept as they are. */
const known = [
  'new',
  'renew',
  'cycleCharge',
  'addQuantity',
  'removeQuantity',
  'moveQuantity',
  'convert',
  'cancelImmediate',
  'changeBillingPlan',
  'extendTerm',
  'customerCredit',
]
const byKey = new Map(known.map((type) => [type.toLowerCase(), type]))

const usual = new Set(known)

export const isKnownChargeType = (type: string): boolean => usual.has(type) || byKey.has(type.trim().toLowerCase())

/** Microsoft writes `AddQuantity`, `addQuantity` and `ADDQUANTITY`: one name for each known type, else the first letter in lower case. */
export const chargeTypeOf = (written: string): string =>
  byKey.get(written.toLowerCase()) ?? written.charAt(0).toLowerCase() + written.slice(1)

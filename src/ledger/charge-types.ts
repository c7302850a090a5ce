/** Charge types of the new commerce (Partner Center docs, recon-file-charge-types). Others are kept as they are. */
export const chargeTypes = [
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
] as const

/** These bill all seats of a cycle: what was before no longer counts. */
export const startsAnew: ReadonlySet<string> = new Set(['new', 'renew', 'cycleCharge'])

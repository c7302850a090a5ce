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

const inLowerCase = (types: readonly string[]): ReadonlySet<string> => new Set(types.map((type) => type.toLowerCase()))
const cycles = inLowerCase([...startsAnew])
const changes = inLowerCase(chargeTypes.filter((type) => !startsAnew.has(type) && type !== 'customerCredit'))

/** Whether charges of this type, in any case, bill a cycle of a subscription. */
export const billsCycle = (chargeType: string): boolean => cycles.has(chargeType.toLowerCase())

/** Whether charges of this type, in any case, change a subscription within its term. */
export const isChange = (chargeType: string): boolean => changes.has(chargeType.toLowerCase())

import { chargeTypes } from '../ledger/charge-types.ts'

const byKey = new Map<string, string>(chargeTypes.map((type) => [type.toLowerCase(), type]))

const usual = new Set<string>(chargeTypes)

export const isKnownChargeType = (type: string): boolean => usual.has(type) || byKey.has(type.trim().toLowerCase())

/** Microsoft writes `AddQuantity`, `addQuantity` and `ADDQUANTITY`: one name for each known type, else the first letter in lower case. */
export const chargeTypeOf = (written: string): string =>
  byKey.get(written.toLowerCase()) ?? written.charAt(0).toLowerCase() + written.slice(1)

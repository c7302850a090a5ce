import { may } from '../access/may.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { invoiceChange } from './invoice-change.ts'
import { noFigures } from './refusals.ts'
import { supplierChange } from './supplier-change.ts'

/**
 * Why something changed: the customer's bill for whoever may see it; what it cost and what is left, for partner staff with that right
 * alone. The two are never mixed, and what a customer's own people write can never reach the second.
 */
export async function change(asking: BillingAsking, reading: Reading): Promise<Answered> {
  const { principal, side } = asking
  const ledger = ledgerOf(reading)
  if (!side || principal.kind !== 'partner') return invoiceChange(asking, ledger)
  return may(principal, 'supplier-costs') ? supplierChange(asking, side, ledger) : noFigures(asking)
}

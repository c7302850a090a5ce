import { isBilledOut } from '../ledger/bill-run.ts'
import type { Reading } from '../store/documents.ts'
import { everySupplierInvoice } from './every-supplier-invoice.ts'

/** Numbers of the supplier invoices that no customer bills were issued from yet, by account and period. */
export async function billsWaiting(reading: Reading): Promise<string[]> {
  const waiting: string[] = []
  for await (const { partner, number } of everySupplierInvoice(reading)) {
    if (!(await isBilledOut(reading, partner, number))) waiting.push(number)
  }
  return waiting
}

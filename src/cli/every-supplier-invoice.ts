import { type SupplierInvoice, supplierInvoiceSchema, supplierInvoices } from '../ledger/charge.ts'
import { every } from '../ledger/every.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'

/** What Microsoft billed all the partner's accounts, by account and period. */
export async function* everySupplierInvoice(reading: Reading): AsyncGenerator<SupplierInvoice> {
  for await (const { data } of every(reading, supplierInvoices, { index: 'partner' }))
    yield recordOf(supplierInvoiceSchema, data)
}

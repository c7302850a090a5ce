import type { Collection } from '../store/documents.ts'
import { billRuns } from './bill-run.ts'
import { chargePages, supplierInvoices } from './charge.ts'
import { customers } from './customer.ts'
import { disputes } from './dispute.ts'
import { documentAccesses } from './document-access.ts'
import { imports } from './import-record.ts'
import { invoices } from './invoice.ts'
import { documentContents, invoiceDocuments } from './invoice-document.ts'
import { numberSeries } from './number-series.ts'
import { payments } from './payment.ts'
import { priceBooks } from './price-book.ts'
import { subscriptions } from './subscription.ts'
import { usageInvoices, usagePages } from './usage.ts'

/** What the ledger keeps: a store is opened with these and those of the other rooms. */
export const ledgerCollections: readonly Collection<never>[] = [
  billRuns,
  chargePages,
  customers,
  disputes,
  documentAccesses,
  documentContents,
  imports,
  invoiceDocuments,
  invoices,
  numberSeries,
  payments,
  priceBooks,
  subscriptions,
  supplierInvoices,
  usageInvoices,
  usagePages,
]

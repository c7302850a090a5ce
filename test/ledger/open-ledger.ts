import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import {
  type Charge,
  chargePageSchema,
  chargePages,
  type SupplierInvoice,
  supplierInvoiceKey,
  supplierInvoiceSchema,
  supplierInvoices,
} from '../../src/ledger/charge.ts'
import { type Customer, customerSchema, customers } from '../../src/ledger/customer.ts'
import { type Invoice, invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { ledgerCollections } from '../../src/ledger/ledger-collections.ts'
import { type PriceBook, priceBookSchema, priceBooks } from '../../src/ledger/price-book.ts'
import type { Documents } from '../../src/store/documents.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import type { CustomerId, ImportId } from '../../src/values/ids.ts'

/** An empty ledger in a folder of its own, gone when the test is over. */
export async function openLedger(): Promise<Documents> {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-ledger-'))
  const documents = await openEmbedded({ folder, collections: ledgerCollections })
  onTestFinished(async () => {
    await documents.close()
    rmSync(folder, { recursive: true })
  })
  return documents
}

export const putCustomers = (documents: Documents, all: readonly Customer[]) =>
  documents.change(async (unit) => {
    for (const customer of all) unit.put(customers, customer.id, z.encode(customerSchema, customer), 0)
  })

export const putBills = (documents: Documents, all: readonly Invoice[]) =>
  documents.change(async (unit) => {
    for (const bill of all) unit.put(invoices, bill.id, z.encode(invoiceSchema, bill), 0)
  })

export const putPriceBook = (documents: Documents, book: PriceBook) =>
  documents.change(async (unit) => unit.put(priceBooks, book.partner, z.encode(priceBookSchema, book), 0))

export const putCharges = (
  documents: Documents,
  from: ImportId,
  supplierInvoice: string,
  all: ReadonlyMap<CustomerId, readonly Charge[]>,
) =>
  documents.change(async (unit) => {
    for (const [customer, charges] of all) {
      const page = {
        import: from,
        partner: customer.split('.')[0] as never,
        customer,
        supplierInvoice,
        page: 1,
        charges: [...charges],
      }
      unit.put(chargePages, `${from}.${customer}.${supplierInvoice}`, z.encode(chargePageSchema, page), 0)
    }
  })

/** The supplier invoice as a completed import leaves it, with the same charges for each customer. */
export async function putSupplierInvoice(documents: Documents, invoice: SupplierInvoice, charges: readonly Charge[]) {
  await putCharges(documents, invoice.import, invoice.number, new Map(invoice.customers.map((id) => [id, charges])))
  const key = supplierInvoiceKey(invoice.partner, invoice.number)
  await documents.change(async (unit) => {
    const before = await unit.get(supplierInvoices, key)
    unit.put(supplierInvoices, key, z.encode(supplierInvoiceSchema, invoice), before?.revision ?? 0)
  })
}

import type { Reading } from '../store/documents.ts'
import { chargePages, type StoredCharge, type SupplierInvoice } from './charge.ts'
import type { CustomerCharges } from './take-charges.ts'

/**
 * Whether a file says of its supplier invoices just what is there: a copy saved by a spreadsheet has other bytes and the same
 * charges. Where a charge stands in the file does not matter.
 */
export async function saysTheSame(
  reading: Reading,
  there: readonly SupplierInvoice[],
  batches: AsyncIterable<CustomerCharges>,
): Promise<boolean> {
  const missing = new Set(
    there.flatMap(({ number, customers }) => customers.map((customer) => `${customer}|${number}`)),
  )
  for await (const { customer, supplierInvoice, charges } of batches) {
    const key = `${customer}|${supplierInvoice}`
    const invoice = there.find(({ number }) => number === supplierInvoice)
    if (!invoice || !missing.delete(key)) return false
    const { items } = await reading.find(chargePages, { index: 'customer', equals: key })
    const before = items.filter(({ data }) => data.import === invoice.import).flatMap(({ data }) => data.charges)
    if (written(before) !== written(charges)) return false
  }
  return missing.size === 0
}

// An absent field is a field without a value: only what a document keeps is compared.
const written = (charges: readonly StoredCharge[]): string =>
  charges
    .map(
      ({ line: _, ...charge }) =>
        JSON.stringify(charge, Object.keys(charge).sort()) + JSON.stringify(charge.other ?? {}),
    )
    .sort()
    .join('\n')

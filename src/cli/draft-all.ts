import { type BillFault, draftBill, unknownCustomer } from '../ledger/bill-out.ts'
import type { SupplierInvoice } from '../ledger/charge.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Currency } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import { add, type Money, type MoneyJson, moneyJson } from '../values/money.ts'
import type { Desk } from './outside.ts'

export type DraftedBills =
  | { readonly kind: 'drafted'; readonly bills: number; readonly totals: readonly MoneyJson[] }
  | { readonly kind: 'refused'; readonly faults: readonly BillFault[]; readonly customers: number }
  | { readonly kind: 'no-price-book' }

/** What billing a supplier invoice would come to, customer by customer; keeps nothing. Totals by currency. */
export async function draftAll(desk: Desk, supplierInvoice: SupplierInvoice, issuedOn: Day): Promise<DraftedBills> {
  const ledger = ledgerOf(desk.documents)
  const priceBook = await ledger.priceBook(supplierInvoice.partner)
  if (!priceBook) return { kind: 'no-price-book' }
  const faults: BillFault[] = []
  const totals = new Map<Currency, Money>()
  let customers = 0
  for (const id of supplierInvoice.customers) {
    const customer = await ledger.customer(id)
    const charges = await ledger.charges(id, supplierInvoice.number)
    const identity = { id: 'draft' as InvoiceId, number: 'DRAFT' }
    const drafted = customer
      ? draftBill({ customer, supplierInvoice, priceBook, charges, issuedOn, ...identity })
      : { kind: 'refused' as const, faults: [unknownCustomer(id, supplierInvoice.number)] }
    if (drafted.kind === 'refused') {
      customers++
      faults.push(...drafted.faults)
      continue
    }
    const { total } = drafted.invoice
    const before = totals.get(total.currency)
    totals.set(total.currency, before ? add(before, total) : total)
  }
  if (faults.length > 0) return { kind: 'refused', faults, customers }
  return { kind: 'drafted', bills: supplierInvoice.customers.length, totals: [...totals.values()].map(moneyJson) }
}

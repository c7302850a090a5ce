import { z } from 'zod'
import type { Documents, Unit } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'
import type { Day, Instant } from '../values/day.ts'
import type { CustomerId, InvoiceId, PartnerId } from '../values/ids.ts'
import { type BillFault, draftBill, unknownCustomer } from './bill-out.ts'
import { type BillRun, billRunSchema, billRuns } from './bill-run.ts'
import { type SupplierInvoice, supplierInvoiceKey, supplierInvoiceSchema, supplierInvoices } from './charge.ts'
import { type Invoice, invoiceSchema, invoices } from './invoice.ts'
import { ledgerOf } from './ledger.ts'
import { billNumber, takeNumbers } from './number-series.ts'
import type { PriceBook } from './price-book.ts'
import { recordOf } from './record.ts'

export type IssueBills = {
  readonly supplierInvoice: { readonly partner: PartnerId; readonly number: string }
  readonly issuedOn: Day
  readonly now: Instant
  readonly newId: NewId
}

export type IssuedBills =
  | {
      readonly kind: 'issued' | 'already-issued'
      readonly bills: number
      readonly first: string
      readonly last: string
    }
  /** Nothing more was issued. The first `faultsAtMost` faults; `customers` had one. */
  | { readonly kind: 'refused'; readonly faults: readonly BillFault[]; readonly customers: number }
  | { readonly kind: 'unknown-supplier-invoice' }
  /** The partner's account has no price book: import one. */
  | { readonly kind: 'no-price-book' }
  /** The supplier invoice was replaced while its bills were being checked: issue again. */
  | { readonly kind: 'charges-changed' }

type Work = { readonly supplierInvoice: SupplierInvoice; readonly priceBook: PriceBook }

const faultsAtMost = 100
/** Bills a unit of work: small enough for memory, large enough to share the wait for the disk. */
const batchSize = 50

/**
 * Bills every customer of a supplier invoice, once: checks all first, takes the numbers in one unit of work, then issues customer by
 * customer, so that ten thousand need no more memory than fifty. Safe to repeat, after a crash and at the same time as another.
 */
export async function issueBills(documents: Documents, issue: IssueBills): Promise<IssuedBills> {
  const { partner, number } = issue.supplierInvoice
  const ledger = ledgerOf(documents)
  const key = supplierInvoiceKey(partner, number)
  const [stored, storedRun, priceBook] = await Promise.all([
    documents.get(supplierInvoices, key),
    documents.get(billRuns, key),
    ledger.priceBook(partner),
  ])
  if (!stored) return { kind: 'unknown-supplier-invoice' }
  const known = storedRun && recordOf(billRunSchema, storedRun.data)
  if (known?.status === 'complete') return reportOf('already-issued', known)
  if (!priceBook) return { kind: 'no-price-book' }
  const work = { supplierInvoice: recordOf(supplierInvoiceSchema, stored.data), priceBook }
  if (!known) {
    const refused = await check(documents, work, issue.issuedOn)
    if (refused) return refused
  }
  const run = known ?? (await documents.change((unit) => reserve(unit, work, issue)))
  if (run === 'charges-changed') return { kind: run }
  return issueAll(documents, work, run)
}

function reportOf(kind: 'issued' | 'already-issued', run: BillRun): IssuedBills {
  const number = (at: number) => billNumber(run.prefix, run.year, at)
  return { kind, bills: run.bills, first: number(run.first), last: number(run.first + run.bills - 1) }
}

type Drafting = Pick<BillRun, 'id' | 'issuedOn' | 'prefix' | 'year' | 'first'>

async function draftAt(
  documents: Documents,
  work: Work,
  run: Drafting,
  position: number,
): Promise<Invoice | readonly BillFault[]> {
  const { number: supplierNumber, customers } = work.supplierInvoice
  const id = customers[position] as CustomerId
  const ledger = ledgerOf(documents)
  const [customer, charges] = await Promise.all([ledger.customer(id), ledger.charges(id, supplierNumber)])
  if (!customer) return [unknownCustomer(id, supplierNumber)]
  // A supplier invoice names only customers that it charges: this is no mistake of the partner.
  if (charges.length === 0)
    throw new Error(`supplier invoice ${supplierNumber} names customer ${id} and has no charges for it`)
  const identity = {
    id: `${run.id}.${position}` as InvoiceId,
    number: billNumber(run.prefix, run.year, run.first + position),
  }
  const bill = draftBill({ ...work, customer, charges, issuedOn: run.issuedOn, ...identity })
  return bill.kind === 'drafted' ? bill.invoice : bill.faults
}

/** Drafts every bill and keeps none: a bill-out with a fault anywhere issues nothing. */
async function check(documents: Documents, work: Work, issuedOn: Day): Promise<IssuedBills | undefined> {
  const faults: BillFault[] = []
  let customers = 0
  const trial = { id: 'check', issuedOn, prefix: work.priceBook.prefix, year: issuedOn.slice(0, 4), first: 1 }
  for (let position = 0; position < work.supplierInvoice.customers.length; position++) {
    const drafted = await draftAt(documents, work, trial, position)
    if ('lines' in drafted) continue
    customers++
    faults.push(...drafted.slice(0, faultsAtMost - faults.length))
  }
  return customers > 0 ? { kind: 'refused', faults, customers } : undefined
}

/** Takes the numbers. Whoever comes second finds the first one's run and carries it on. */
async function reserve(unit: Unit, work: Work, issue: IssueBills): Promise<BillRun | 'charges-changed'> {
  const { partner, number, import: id, customers } = work.supplierInvoice
  const key = supplierInvoiceKey(partner, number)
  const [other, invoice] = await Promise.all([unit.get(billRuns, key), unit.get(supplierInvoices, key)])
  if (other) return recordOf(billRunSchema, other.data)
  if (invoice?.data.import !== id) return 'charges-changed'
  // Written again as it is, so that an import that replaces it at this moment conflicts with this unit and looks again.
  unit.put(supplierInvoices, key, invoice.data, invoice.revision)
  const { prefix } = work.priceBook
  const year = issue.issuedOn.slice(0, 4)
  const first = await takeNumbers(unit, prefix, year, customers.length)
  const run: BillRun = {
    id: issue.newId(),
    partner,
    supplierInvoice: number,
    import: id,
    status: 'issuing',
    issuedOn: issue.issuedOn,
    startedAt: issue.now,
    prefix,
    year,
    first,
    bills: customers.length,
  }
  unit.put(billRuns, key, z.encode(billRunSchema, run), 0)
  return run
}

async function issueAll(documents: Documents, work: Work, run: BillRun): Promise<IssuedBills> {
  for (let start = 0; start < run.bills; start += batchSize) {
    const bills: Invoice[] = []
    for (let position = start; position < Math.min(start + batchSize, run.bills); position++) {
      const drafted = await draftAt(documents, work, run, position)
      // Only after a crash between the check and here, when prices or customers changed meanwhile. The numbers stay reserved.
      if (!('lines' in drafted)) return { kind: 'refused', faults: drafted, customers: 1 }
      bills.push({ ...drafted, status: 'issued' })
    }
    await documents.change((unit) => putNew(unit, bills))
  }
  const finished = await documents.change(async (unit) => {
    const key = supplierInvoiceKey(run.partner, run.supplierInvoice)
    const stored = await unit.get(billRuns, key)
    if (stored?.data.status !== 'issuing') return false
    unit.put(billRuns, key, { ...stored.data, status: 'complete' }, stored.revision)
    return true
  })
  return reportOf(finished ? 'issued' : 'already-issued', run)
}

async function putNew(unit: Unit, bills: readonly Invoice[]): Promise<void> {
  for (const bill of bills)
    if (!(await unit.get(invoices, bill.id))) unit.put(invoices, bill.id, z.encode(invoiceSchema, bill), 0)
}

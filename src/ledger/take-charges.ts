import { z } from 'zod'
import type { Documents, Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { isBilledOut } from './bill-run.ts'
import {
  type StoredCharge,
  type SupplierInvoice,
  supplierInvoiceKey,
  supplierInvoiceSchema,
  supplierInvoices,
} from './charge.ts'
import { completeImport, type Naming } from './complete-import.ts'
import { type ImportRecord, isImported, type TakenFile } from './import-record.ts'
import { ledgerOf } from './ledger.ts'
import { recordOf } from './record.ts'
import { removeStagedImports, removeUnusedPages } from './remove-staged.ts'
import { writeSubscriptions } from './renew-subscriptions.ts'
import { saysTheSame } from './same-charges.ts'
import { type StagedCharges, stageCharges } from './stage-charges.ts'
import { unknownCustomersNote } from './unknown-customers-note.ts'

/** One customer's charges of one supplier invoice, all of them, in their written form, those of one event together. */
export type CustomerCharges = {
  readonly customer: CustomerId
  readonly supplierInvoice: string
  readonly charges: readonly StoredCharge[]
}

export type TakeCharges = {
  readonly record: Omit<ImportRecord, 'status'>
  /** Every supplier invoice in the file. Its total is the sum of its charges. */
  readonly invoices: readonly Omit<SupplierInvoice, 'import' | 'total'>[]
  /** Each customer of each supplier invoice once, a customer's invoices one after another; never all at once. May be read more than once. */
  readonly batches: AsyncIterable<CustomerCharges>
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean
}

export type TakenCharges =
  | TakenFile
  /** Customer bills were issued from what this supplier invoice held before; nothing was changed. */
  | { readonly kind: 'already-billed'; readonly supplierInvoice: string }

/** A supplier invoice as it was when the import began: revision 0 when it was not there. */
type Before = { readonly key: string; readonly revision: number; readonly data?: SupplierInvoice }

/**
 * Takes a supplier's charges into the ledger, all or nothing: pages are written while nobody counts them, and one unit of work at the
 * end makes the supplier invoices name them. A file for a supplier invoice that is there replaces it until bills were issued.
 */
export async function takeCharges(documents: Documents, take: TakeCharges): Promise<TakenCharges> {
  if (await isImported(documents, take.record.digest)) return { kind: 'unchanged' }
  const before = await Promise.all(take.invoices.map((invoice) => invoiceBefore(documents, invoice)))
  const there = before.flatMap(({ data }) => data ?? [])
  if (there.length === before.length && (await saysTheSame(documents, there, take.batches)))
    return { kind: 'unchanged' }
  for (const { partner, number } of take.invoices) {
    if (await isBilledOut(documents, partner, number)) return { kind: 'already-billed', supplierInvoice: number }
  }
  const notes = await unknownCustomersNote(documents, customersOf(take))
  if (take.dryRun) return { kind: 'checked', changes: changesOf(take, before), notes }
  await removeStagedImports(documents)
  const others = await otherInvoices(documents, take)
  const staged = await stageCharges(documents, take, { others, replaced: there })
  const namings = namingsOf(take, before, staged)
  const replaced = await documents.change((unit) => {
    writeSubscriptions(unit, staged.subscriptions)
    return completeImport(unit, take.record, supplierInvoices, namings)
  })
  for (const id of replaced) await removeUnusedPages(documents, id)
  return { kind: 'taken', changes: changesOf(take, before, staged.subscriptions.length), notes }
}

async function invoiceBefore(reading: Reading, { partner, number }: TakeCharges['invoices'][number]): Promise<Before> {
  const key = supplierInvoiceKey(partner, number)
  const stored = await reading.get(supplierInvoices, key)
  return { key, revision: stored?.revision ?? 0, data: stored && recordOf(supplierInvoiceSchema, stored.data) }
}

/** What is there of the same Partner Center accounts and is not in the file. */
async function otherInvoices(reading: Reading, { invoices }: TakeCharges): Promise<SupplierInvoice[]> {
  const coming = new Set(invoices.map(({ partner, number }) => supplierInvoiceKey(partner, number)))
  const partners = [...new Set(invoices.map(({ partner }) => partner))]
  const there = await Promise.all(partners.map((partner) => ledgerOf(reading).supplierInvoices(partner)))
  return there.flat().filter(({ partner, number }) => !coming.has(supplierInvoiceKey(partner, number)))
}

const customersOf = ({ invoices }: TakeCharges): ReadonlySet<CustomerId> =>
  new Set(invoices.flatMap((invoice) => invoice.customers))

function changesOf(take: TakeCharges, before: readonly Before[], subscriptions = 0): { what: string; count: number }[] {
  const count = (what: string, number: number) => (number > 0 ? [{ what, count: number }] : [])
  const replaced = before.filter(({ revision }) => revision > 0).length
  return [
    ...count('supplier invoices', take.invoices.length - replaced),
    ...count('supplier invoices replaced', replaced),
    ...count('customers charged', customersOf(take).size),
    ...count('charges', take.record.records),
    ...count('subscriptions', subscriptions),
  ]
}

/** What the file makes of each supplier invoice: it names the import, and its total is the sum of its charges. */
function namingsOf(
  { invoices, record }: TakeCharges,
  before: readonly Before[],
  { totals }: StagedCharges,
): Naming<z.input<typeof supplierInvoiceSchema>>[] {
  return invoices.map((invoice, at) => {
    const { key, revision, data } = before[at] as Before
    const total = totals.get(key)
    if (!total) throw new Error(`supplier invoice ${invoice.number} came without charges`)
    const after = z.encode(supplierInvoiceSchema, { ...invoice, total, import: record.id })
    return { key, revision, before: data?.import, after }
  })
}

import { z } from 'zod'
import type { Documents } from '../store/documents.ts'
import { decimal, decimalText } from '../values/decimal.ts'
import type { CustomerId } from '../values/ids.ts'
import { supplierInvoiceKey, supplierInvoices } from './charge.ts'
import { completeImport, type Naming } from './complete-import.ts'
import { type ImportRecord, importRecordSchema, imports, isImported, type TakenFile } from './import-record.ts'
import { removeStagedImports, removeUnusedPages } from './remove-staged.ts'
import { unknownCustomersNote } from './unknown-customers-note.ts'
import {
  type StoredUsage,
  storedUsageOf,
  type UsageInvoice,
  usageInvoiceSchema,
  usageInvoices,
  usagePages,
} from './usage.ts'

/** One customer's usage of one supplier invoice, all of it, in its written form and always in the same order. */
export type CustomerUsage = {
  readonly customer: CustomerId
  readonly supplierInvoice: string
  readonly usage: readonly StoredUsage[]
}

export type TakeUsage = {
  readonly record: Omit<ImportRecord, 'status'>
  readonly invoices: readonly Omit<UsageInvoice, 'import'>[]
  /** Each customer of each supplier invoice once; may be read more than once. */
  readonly batches: AsyncIterable<CustomerUsage>
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean
}

/** A supplier invoice's usage as it was when the import began: revision 0 when none was there. */
type Before = { readonly key: string; readonly revision: number; readonly data?: z.input<typeof usageInvoiceSchema> }

/** Records a document, and documents a unit of work: few enough for memory. */
const recordsAPage = 500

/**
 * Takes daily rated usage into the ledger, all or nothing: pages are written while nobody counts them, and one unit of work at the end
 * makes the supplier invoices' usage name them. A later file for the same invoice replaces what is there: no bill is made of usage.
 */
export async function takeUsage(documents: Documents, take: TakeUsage): Promise<TakenFile> {
  if (await isImported(documents, take.record.digest)) return { kind: 'unchanged' }
  const before = await Promise.all(take.invoices.map((invoice) => usageBefore(documents, invoice)))
  if (await saysTheSame(documents, take, before)) return { kind: 'unchanged' }
  const changes = changesOf(take, before)
  const notes = await notesOf(documents, take)
  if (take.dryRun) return { kind: 'checked', changes, notes }
  await removeStagedImports(documents)
  await stage(documents, take)
  const namings = take.invoices.map((invoice, at): Naming<z.input<typeof usageInvoiceSchema>> => {
    const { key, revision, data } = before[at] as Before
    return {
      key,
      revision,
      before: data?.import,
      after: z.encode(usageInvoiceSchema, { ...invoice, import: take.record.id }),
    }
  })
  const replaced = await documents.change((unit) => completeImport(unit, take.record, usageInvoices, namings))
  for (const old of replaced) await removeUnusedPages(documents, old)
  return { kind: 'taken', changes, notes }
}

async function usageBefore(documents: Documents, { partner, number }: TakeUsage['invoices'][number]): Promise<Before> {
  const key = supplierInvoiceKey(partner, number)
  const stored = await documents.get(usageInvoices, key)
  return { key, revision: stored?.revision ?? 0, data: stored?.data }
}

/** A copy in another format has other bytes and the same usage. */
async function saysTheSame(documents: Documents, take: TakeUsage, before: readonly Before[]): Promise<boolean> {
  for (const [at, { customers, lines }] of take.invoices.entries()) {
    const data = before[at]?.data
    if (data?.lines !== lines || data.customers.join() !== customers.join()) return false
  }
  for await (const { customer, supplierInvoice, usage } of take.batches) {
    const there = await storedUsageOf(documents, customer, supplierInvoice)
    if (there.map(written).join('\n') !== usage.map(written).join('\n')) return false
  }
  return true
}

const numbers: readonly string[] = [
  'quantity',
  'cost',
  'unitPrice',
  'effectivePrice',
  'exchangeRate',
  'earnedCredit',
  'credit',
] satisfies readonly (keyof StoredUsage)[]

/** Numbers by what they say: 1.50 is 1.5. */
const written = (usage: StoredUsage): string =>
  JSON.stringify(
    Object.entries(usage)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, numbers.includes(name) ? decimalText(decimal(value)) : value])
      .sort(),
  )

function changesOf(take: TakeUsage, before: readonly Before[]): { what: string; count: number }[] {
  const count = (what: string, number: number) => (number > 0 ? [{ what, count: number }] : [])
  const replaced = before.filter(({ revision }) => revision > 0).length
  return [
    ...count("supplier invoices' usage", take.invoices.length - replaced),
    ...count("supplier invoices' usage replaced", replaced),
    ...count('customers with usage', new Set(take.invoices.flatMap((invoice) => invoice.customers)).size),
  ]
}

async function notesOf(documents: Documents, { invoices }: TakeUsage): Promise<string[]> {
  const notes = await unknownCustomersNote(documents, new Set(invoices.flatMap((invoice) => invoice.customers)))
  for (const { partner, number } of invoices) {
    if (!(await documents.get(supplierInvoices, supplierInvoiceKey(partner, number))))
      notes.push(`supplier invoice ${number} itself is not in yet: import its reconciliation file as well`)
  }
  return notes
}

async function stage(documents: Documents, { record, batches }: TakeUsage): Promise<void> {
  const stored = z.encode(importRecordSchema, { ...record, status: 'staged' })
  await documents.change(async (unit) => unit.put(imports, record.id, stored, 0))
  for await (const { customer, supplierInvoice, usage } of batches) {
    const partner = customer.slice(0, customer.indexOf('.')) as UsageInvoice['partner']
    for (let page = 1; (page - 1) * recordsAPage < usage.length; page++) {
      const part = usage.slice((page - 1) * recordsAPage, page * recordsAPage)
      const data = { import: record.id, partner, customer, supplierInvoice, page, usage: part }
      const key = `${record.id}.${customer}.${supplierInvoice}.${page}`
      await documents.change(async (unit) => unit.put(usagePages, key, data, 0))
    }
  }
}

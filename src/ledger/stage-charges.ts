import { z } from 'zod'
import type { Documents } from '../store/documents.ts'
import type { Decimal } from '../values/decimal.ts'
import type { PartnerId } from '../values/ids.ts'
import { type chargePageSchema, chargePages, supplierInvoiceKey } from './charge.ts'
import { ExactSum } from './exact-sum.ts'
import { importRecordSchema, imports } from './import-record.ts'
import { pageCharges } from './page-charges.ts'
import type { TakeCharges } from './take-charges.ts'

type StoredPage = z.input<typeof chargePageSchema>

/** Lines a unit of work: few enough for memory, many enough to share the wait for the disk. */
const linesAUnit = 2_000

/** Writes the import's record and its pages, which count for nobody yet. Gives each supplier invoice's total by its key. */
export async function stageCharges(documents: Documents, take: TakeCharges): Promise<Map<string, Decimal>> {
  const { record } = take
  await documents.change(async (unit) =>
    unit.put(imports, record.id, z.encode(importRecordSchema, { ...record, status: 'staged' }), 0),
  )
  const sums = new Map<string, ExactSum>()
  let waiting: StoredPage[] = []
  let lines = 0
  for await (const { customer, supplierInvoice, charges } of take.batches) {
    const partner = customer.slice(0, customer.indexOf('.')) as PartnerId
    const key = supplierInvoiceKey(partner, supplierInvoice)
    const sum = sums.get(key) ?? new ExactSum()
    sums.set(key, sum)
    for (const charge of charges) sum.add(charge.total)
    for (const [at, page] of pageCharges(charges).entries()) {
      waiting.push({ import: record.id, partner, customer, supplierInvoice, page: at + 1, charges: page })
      lines += page.length
      if (lines < linesAUnit) continue
      await write(documents, waiting)
      waiting = []
      lines = 0
    }
  }
  await write(documents, waiting)
  return new Map([...sums].map(([key, sum]) => [key, sum.total()]))
}

async function write(documents: Documents, pages: readonly StoredPage[]): Promise<void> {
  if (pages.length === 0) return
  await documents.change(async (unit) => {
    for (const page of pages) unit.put(chargePages, pageKey(page), page, 0)
  })
}

const pageKey = ({ import: id, customer, supplierInvoice, page }: StoredPage): string =>
  `${id}.${customer}.${supplierInvoice}.${page}`

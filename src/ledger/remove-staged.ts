import type { Collection, Documents, Json } from '../store/documents.ts'
import type { ImportId, PartnerId } from '../values/ids.ts'
import { chargePages, supplierInvoiceKey, supplierInvoices } from './charge.ts'
import { every } from './every.ts'
import { imports } from './import-record.ts'
import { usageInvoices, usagePages } from './usage.ts'

const pagesAtOnce = 20

/** Removes the pages of an import that no supplier invoice names, a few at a time. Safe to repeat and to interrupt. */
export async function removeUnusedPages(documents: Documents, id: ImportId): Promise<void> {
  await removeUnused(documents, id, chargePages, supplierInvoices)
  await removeUnused(documents, id, usagePages, usageInvoices)
}

type Page = { readonly partner: PartnerId; readonly supplierInvoice: string }

async function removeUnused<P extends Json & Page, I extends Json & { readonly import: ImportId }>(
  documents: Documents,
  id: ImportId,
  pages: Collection<P>,
  invoices: Collection<I>,
): Promise<void> {
  const used = new Map<string, boolean>()
  let after: string | undefined
  do {
    const page = await documents.find(pages, { index: 'import', equals: id, limit: pagesAtOnce, after })
    after = page.next
    await documents.change(async (unit) => {
      for (const { id: pageId, revision, data } of page.items) {
        const key = supplierInvoiceKey(data.partner, data.supplierInvoice)
        if (!used.has(key)) used.set(key, (await unit.get(invoices, key))?.data.import === id)
        if (!used.get(key)) unit.remove(pages, pageId, revision)
      }
    })
  } while (after !== undefined)
}

/**
 * Clears away what imports left behind that a crash or a refusal ended, and what a replaced file had. One that is still running
 * elsewhere finds its record gone and stops.
 */
export async function removeStagedImports(documents: Documents): Promise<void> {
  for await (const { id } of every(documents, imports, { index: 'status', equals: 'staged' })) {
    // First out of `staged`, so that an import that still runs cannot complete while its pages go.
    await documents.change(async (unit) => {
      const record = await unit.get(imports, id)
      if (record?.data.status === 'staged')
        unit.put(imports, id, { ...record.data, status: 'replaced' }, record.revision)
    })
  }
  for await (const { id } of every(documents, imports, { index: 'status', equals: 'replaced' })) {
    await removeUnusedPages(documents, id as ImportId)
  }
}

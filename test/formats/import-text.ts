import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { declaredCollections } from '../../src/declared-collections.ts'
import { customersImporter } from '../../src/formats/customers-csv.ts'
import { type Importer, type ImportFault, ImportRefused, type ImportReport } from '../../src/ledger/importing.ts'
import type { Documents } from '../../src/store/documents.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { instant } from '../../src/values/day.ts'

export const partner = '10000000-0000-4000-8000-000000000001'
export const otherPartner = '10000000-0000-4000-8000-000000000002'
export const tenant = '20000000-0000-4000-8000-000000000001'
export const otherTenant = '20000000-0000-4000-8000-000000000002'

/** An empty store in a folder of its own, gone when the test is over. */
export async function openStore(): Promise<Documents> {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-formats-'))
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  onTestFinished(async () => {
    await documents.close()
    rmSync(folder, { recursive: true })
  })
  return documents
}

export function importText(
  documents: Documents,
  importer: Importer,
  content: string | Uint8Array,
  { dryRun = false, file = 'file' } = {},
): Promise<ImportReport> {
  const bytes = Buffer.from(content as string)
  return importer.import({
    file,
    async *open() {
      // In pieces that cut characters in two, as streams do.
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    },
    digest: createHash('sha256').update(bytes).digest('hex'),
    documents,
    now: instant('2026-11-22T09:00:00Z'),
    newId: randomUUID,
    dryRun,
  })
}

/** What the importer says is wrong. Fails when it takes the file. */
export async function faultOf(
  documents: Documents,
  importer: Importer,
  content: string | Uint8Array,
): Promise<ImportFault> {
  try {
    await importText(documents, importer, content)
  } catch (error) {
    if (error instanceof ImportRefused) return error.fault
    throw error
  }
  throw new Error('the file was taken')
}

export const customersCsv = [
  'partner_tenant,customer_tenant,name,domain,country,language,time_zone,currency,net_days,tax_rate,tax_name,tax_number',
  `${partner},${tenant},"Aveiro Salinas, Lda",salinas.example,PT,pt-PT,Europe/Lisbon,EUR,30,23,IVA,PT 501 234 567`,
  `${partner},${otherTenant},Harrow & Finch LLP,harrow.example,GB,en,Europe/London,GBP,14,20,VAT,`,
  '',
].join('\n')

/** A store that knows two customers. */
export async function openStoreWithCustomers(): Promise<Documents> {
  const documents = await openStore()
  await importText(documents, customersImporter, customersCsv)
  return documents
}

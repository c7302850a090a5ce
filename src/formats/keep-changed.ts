import { isDeepStrictEqual } from 'node:util'
import { imports } from '../ledger/import-record.ts'
import type { ImportInput, ImportReport } from '../ledger/importing.ts'
import type { Collection, Json, Reading } from '../store/documents.ts'
import { importRecord } from './import-record.ts'
import { inOneUnit } from './in-one-unit.ts'

/** The documents of one file that says how things ARE (customers, people, a price book), under their ids. */
export type Wanted<D extends Json> = {
  readonly what: string
  readonly collection: Collection<D>
  readonly documents: ReadonlyMap<string, D>
}

/**
 * Writes the documents that are new or different, all or none, and the import's record. A file that says nothing new is
 * `unchanged`, whatever was imported in between: going back to an older file is a change.
 */
export async function keepChanged<D extends Json>(
  input: ImportInput,
  format: string,
  wanted: Wanted<D>,
  notes: readonly string[],
): Promise<ImportReport> {
  const records = wanted.documents.size
  const count = await inOneUnit(input, async (unit) => {
    const changed = await changedOf(unit, wanted)
    for (const { id, data, revision } of changed) unit.put(wanted.collection, id, data, revision)
    const record = importRecord(input, format, records)
    if (changed.length > 0) unit.put(imports, record.id, record, 0)
    return changed.length
  })
  const kind = count === 0 ? 'unchanged' : input.dryRun ? 'checked' : 'imported'
  return { kind, file: input.file, format, records, changes: count > 0 ? [{ what: wanted.what, count }] : [], notes }
}

async function changedOf<D extends Json>(reading: Reading, { collection, documents }: Wanted<D>) {
  const changed: { id: string; data: D; revision: number }[] = []
  for (const [id, data] of documents) {
    const stored = await reading.get(collection, id)
    // Through JSON, as stored documents are: a field that is absent and one that is undefined are the same.
    if (!isDeepStrictEqual(stored?.data, JSON.parse(JSON.stringify(data))))
      changed.push({ id, data, revision: stored?.revision ?? 0 })
  }
  return changed
}

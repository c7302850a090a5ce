import { z } from 'zod'
import type { Collection, Json, Unit } from '../store/documents.ts'
import type { ImportId } from '../values/ids.ts'
import { type ImportRecord, importRecordSchema, imports } from './import-record.ts'

/** Of a supplier invoice: what names the import whose pages count. */
export type NamesImport = Json & { readonly import: ImportId; readonly number: string }

/** A supplier invoice as it was when the import began, revision 0 when it was not there, and as it is to be. */
export type Naming<I extends NamesImport> = {
  readonly key: string
  readonly revision: number
  readonly before?: ImportId
  readonly after: I
}

/**
 * Makes a staged import count: its supplier invoices name it from now on. Gives the imports that they named before; one of which nothing
 * is left is replaced, so that its file may come again. Throws when somebody else was faster.
 */
export async function completeImport<I extends NamesImport>(
  unit: Unit,
  record: Omit<ImportRecord, 'status'>,
  collection: Collection<I>,
  namings: readonly Naming<I>[],
): Promise<ImportId[]> {
  const staged = await unit.get(imports, record.id)
  if (staged?.data.status !== 'staged') throw new Error(`another import ended import ${record.id}: run it again`)
  unit.put(imports, record.id, z.encode(importRecordSchema, { ...record, status: 'complete' }), staged.revision)
  for (const { key, revision, after } of namings) {
    if (((await unit.get(collection, key))?.revision ?? 0) !== revision)
      throw new Error(`supplier invoice ${after.number} was changed meanwhile: import the file again`)
    unit.put(collection, key, after, revision)
  }
  const replaced = [...new Set(namings.flatMap(({ before }) => before ?? []))]
  for (const old of replaced) await retire(unit, old, collection)
  return replaced
}

async function retire<I extends NamesImport>(unit: Unit, id: ImportId, collection: Collection<I>): Promise<void> {
  const { items } = await unit.find(collection, { index: 'import', equals: id, limit: 1 })
  const record = await unit.get(imports, id)
  if (items.length === 0 && record) unit.put(imports, id, { ...record.data, status: 'replaced' }, record.revision)
}

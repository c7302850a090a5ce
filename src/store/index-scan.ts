import { cursorOf, type Position, readCursor } from './cursor.ts'
import type { Collection, IndexKey, Json, Page, Query, Stored } from './documents.ts'
import { compareKeys, compareTexts } from './index-keys.ts'

/** A document as one index lists it: once for each of its keys within the range. */
export type Row<D extends Json = Json> = { readonly key: IndexKey; readonly stored: Stored<D> }

/** Rows in the order asked for, at most `limit`, and whether there are more. */
export type Rows<D extends Json = Json> = { readonly rows: readonly Row<D>[]; readonly more: boolean }

/** What an engine does with a Query: its bounds settled and its cursor read. */
export type Scan = {
  readonly index: string
  readonly from?: IndexKey
  readonly to?: IndexKey
  readonly descending: boolean
  readonly limit: number
  /** Rows strictly beyond this place in the order asked for. */
  readonly after?: Position
}

/** Throws RangeError when the query names no declared index, an impossible limit, or a cursor that is none. */
export function scanOf<D extends Json>(collection: Collection<D>, query: Query): Scan {
  if (!Object.hasOwn(collection.indexes, query.index)) {
    throw new RangeError(`${collection.name} declares no index "${query.index}"`)
  }
  const limit = query.limit ?? Number.POSITIVE_INFINITY
  if (limit < 1) throw new RangeError(`a page of ${collection.name} needs a limit of at least 1`)
  return {
    index: query.index,
    from: query.equals ?? query.from,
    to: query.equals ?? query.to,
    descending: query.order === 'descending',
    limit,
    after: query.after === undefined ? undefined : readCursor(query.after),
  }
}

/** The order of an index: by key, then id. */
export function comparePositions(a: Position, b: Position): number {
  return compareKeys(a.key, b.key) || compareTexts(a.id, b.id)
}

/** Whether a scan of this index would list a document at this place. */
export function scanCovers(scan: Scan, at: Position): boolean {
  if (scan.from !== undefined && compareKeys(at.key, scan.from) < 0) return false
  if (scan.to !== undefined && compareKeys(at.key, scan.to) > 0) return false
  if (scan.after === undefined) return true
  const beyond = comparePositions(at, scan.after)
  return scan.descending ? beyond < 0 : beyond > 0
}

export const positionOf = (row: Row): Position => ({ key: row.key, id: row.stored.id })

export function pageOf<D extends Json>({ rows, more }: Rows<D>): Page<D> {
  const last = rows.at(-1)
  const items = rows.map((row) => row.stored)
  return more && last ? { items, next: cursorOf(positionOf(last)) } : { items }
}

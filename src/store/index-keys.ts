import type { Collection, IndexKey, Json } from './documents.ts'

/** The keys of one document, by index name, without repetition. */
export type DocumentKeys = ReadonlyMap<string, readonly IndexKey[]>

// PostgreSQL refuses a B-tree entry over 2,704 bytes. Both engines refuse earlier, so that neither can hold what the other cannot.
const longestId = 1000
const longestKey = 1500

/** Every key that `data` is found under. Throws RangeError for a key that cannot be kept. */
export function keysOf<D extends Json>(collection: Collection<D>, data: D): DocumentKeys {
  const keys = new Map<string, readonly IndexKey[]>()
  for (const [name, keyOf] of Object.entries(collection.indexes)) {
    const found = keyOf(data) ?? []
    const all = typeof found === 'string' || typeof found === 'number' ? [found] : [...new Set(found)]
    for (const key of all) checkKey(collection.name, name, key)
    keys.set(name, all)
  }
  return keys
}

function checkKey(collection: string, index: string, key: IndexKey): void {
  const fault = typeof key === 'number' ? !Number.isFinite(key) && 'is no finite number' : textFault(key, longestKey)
  if (fault) throw new RangeError(`${collection}: a key of the index "${index}" ${fault}`)
}

/** Throws RangeError for an id that cannot be kept. */
export function checkId(collection: string, id: string): void {
  const fault = id === '' ? 'is empty' : textFault(id, longestId)
  if (fault) throw new RangeError(`${collection}: an id ${fault}`)
}

function textFault(text: string, longest: number): string | false {
  if (text.includes('\0')) return 'holds U+0000, which PostgreSQL cannot keep'
  if (!text.isWellFormed()) return 'holds half of a surrogate pair'
  return (
    text.length * 3 > longest &&
    Buffer.byteLength(text) > longest &&
    `is longer than ${longest} bytes: use a hash of it`
  )
}

/** Numbers come before texts; texts order by code point, as PostgreSQL's collation "C" does. */
export function compareKeys(a: IndexKey, b: IndexKey): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
  return typeof b === 'number' ? 1 : compareTexts(a, b)
}

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const codeUnits = a < b ? -1 : 1
  // UTF-16 puts emoji and other astral characters before U+E000..U+FFFF; by code point they come after.
  return astral.test(a) || astral.test(b) ? compareCodePoints(a, b) : codeUnits
}

const astral = /[\ud800-\udfff]/

function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

import type { IndexKey, Stored } from '../documents.ts'
import type { DocumentKeys } from '../index-keys.ts'
import { SortedEntries } from './sorted-entries.ts'

/**
 * What is known of one document without its file: where it stands and what it is found under. `json` holds its data from
 * the moment it is durable in the journal until its partition file has it too; `cached` its decoded form while the cache keeps it.
 */
export type Entry = {
  readonly id: string
  readonly collection: string
  revision: number
  /** The partition's file name, without folder or ending. */
  partition: string
  keys: DocumentKeys
  json: Buffer | undefined
  /** The journal segment that holds `json`. */
  segment: number
  cached: Stored | undefined
}

/** The documents of one collection and their indexes: a few hundred bytes a document, never its data. */
export class CollectionState {
  readonly name: string
  readonly entries = new Map<string, Entry>()
  readonly #indexes: ReadonlyMap<string, SortedEntries<Entry>>

  constructor(name: string, indexNames: readonly string[]) {
    this.name = name
    this.#indexes = new Map(indexNames.map((index) => [index, new SortedEntries<Entry>()]))
  }

  index(name: string): SortedEntries<Entry> {
    const index = this.#indexes.get(name)
    if (!index) throw new RangeError(`${this.name} declares no index "${name}"`)
    return index
  }

  /** Adds a document or gives a known one its new keys. Everything else of the entry is the caller's to set. */
  place(id: string, keys: DocumentKeys): Entry {
    const known = this.entries.get(id)
    if (!known) {
      const entry: Entry = {
        id,
        collection: this.name,
        revision: 0,
        partition: '',
        keys,
        json: undefined,
        segment: 0,
        cached: undefined,
      }
      this.entries.set(id, entry)
      for (const [name, index] of this.#indexes) for (const key of keys.get(name) ?? []) index.add(key, entry)
      return entry
    }
    for (const [name, index] of this.#indexes) moveKeys(index, known, known.keys.get(name) ?? [], keys.get(name) ?? [])
    known.keys = keys
    return known
  }

  drop(entry: Entry): void {
    for (const [name, index] of this.#indexes) for (const key of entry.keys.get(name) ?? []) index.remove(key, entry)
    this.entries.delete(entry.id)
  }
}

/** Most changes of a document leave most of its keys as they are: only the others are moved. */
function moveKeys(
  index: SortedEntries<Entry>,
  entry: Entry,
  before: readonly IndexKey[],
  after: readonly IndexKey[],
): void {
  for (const key of before) if (!after.includes(key)) index.remove(key, entry)
  for (const key of after) if (!before.includes(key)) index.add(key, entry)
}

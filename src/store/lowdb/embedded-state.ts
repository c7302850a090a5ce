import { join } from 'node:path'
import type { Collection, Json } from '../documents.ts'
import { keysOf } from '../index-keys.ts'
import { CollectionState, type Entry } from './collection-state.ts'
import { DocumentCache } from './document-cache.ts'
import type { DurableWrite } from './durable-write.ts'
import type { JournalChange } from './journal-frame.ts'
import { partitionName } from './partition-name.ts'
import { StoreDamaged } from './store-damaged.ts'

/** A declared collection whose documents' type does not matter to the store. */
export type AnyCollection = Collection<never>

/** A partition whose file is older than what is known, and the entries that changed in it. */
export type DirtyPartition = {
  readonly collection: CollectionState
  readonly partition: string
  readonly entries: Set<Entry>
}

/** Everything that an open data folder knows in memory. Changes are applied here only when they are durable in the journal. */
export class EmbeddedState {
  readonly folder: string
  readonly cache: DocumentCache
  readonly collections: ReadonlyMap<string, CollectionState>
  readonly #declared: ReadonlyMap<string, AnyCollection>
  #dirty = new Map<string, DirtyPartition>()
  #dirtyBytes = 0

  constructor(folder: string, collections: readonly AnyCollection[], cacheBytes: number) {
    this.folder = folder
    this.cache = new DocumentCache(cacheBytes)
    this.#declared = new Map(collections.map((each) => [each.name, each]))
    this.collections = new Map(
      collections.map((each) => [each.name, new CollectionState(each.name, Object.keys(each.indexes))]),
    )
  }

  collection(name: string): CollectionState {
    const state = this.collections.get(name)
    if (!state) throw new RangeError(`the collection "${name}" was not declared when the store was opened`)
    return state
  }

  fileOf(collection: string, partition: string): string {
    return join(this.folder, collection, `${partition}.json`)
  }

  /** The JSON text that waits for the next checkpoint, in bytes. */
  get dirtyBytes(): number {
    return this.#dirtyBytes
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0
  }

  apply(write: DurableWrite, segment: number): void {
    const collection = this.collection(write.collection)
    const before = collection.entries.get(write.id)
    if (before) {
      this.cache.forget(before)
      this.markDirty(collection, before.partition)
    }
    if (write.json) this.#put(collection, write, segment, write.json)
    else if (before) collection.drop(before)
  }

  replay(change: JournalChange, segment: number): void {
    const [name, id, revision, data] = change
    const collection = this.#declared.get(name)
    if (!collection)
      throw new StoreDamaged(this.folder, `its journal changes "${name}", which this version does not know`)
    if (revision === undefined) {
      this.apply({ collection: name, id, expected: 0, keys: new Map(), partition: '' }, segment)
      return
    }
    const json = Buffer.from(JSON.stringify(data))
    const keys = keysOf(collection as unknown as Collection, data as Json)
    const partition = collection.partition(data as never)
    this.apply({ collection: name, id, expected: revision - 1, json, keys, partition }, segment)
  }

  markDirty(collection: CollectionState, partition: string, entry?: Entry): void {
    const key = `${collection.name}/${partition}`
    const dirty = this.#dirty.get(key) ?? { collection, partition, entries: new Set() }
    if (entry) dirty.entries.add(entry)
    this.#dirty.set(key, dirty)
  }

  /** Hands over what a checkpoint has to write and begins to collect anew. */
  takeDirty(): readonly DirtyPartition[] {
    const taken = [...this.#dirty.values()]
    this.#dirty = new Map()
    this.#dirtyBytes = 0
    return taken
  }

  /** Takes back what a failed checkpoint could not write. */
  giveBack(taken: readonly DirtyPartition[]): void {
    for (const { collection, partition, entries } of taken) {
      this.markDirty(collection, partition)
      for (const entry of entries) {
        this.markDirty(collection, partition, entry)
        this.#dirtyBytes += entry.json?.length ?? 0
      }
    }
  }

  #put(collection: CollectionState, write: DurableWrite, segment: number, json: Buffer): void {
    const entry = collection.place(write.id, write.keys)
    entry.revision = write.expected + 1
    entry.partition = partitionName(write.partition)
    entry.json = json
    entry.segment = segment
    this.#dirtyBytes += json.length
    this.markDirty(collection, entry.partition, entry)
  }
}

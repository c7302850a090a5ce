import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Collection, Json } from '../documents.ts'
import { keysOf } from '../index-keys.ts'
import type { AnyCollection, EmbeddedState } from './embedded-state.ts'
import { decodeLine, readPartition } from './partition-file.ts'
import { unfinished } from './replace-file.ts'

/** Reads every partition file and builds the indexes. The documents themselves are let go again. */
export function loadFolder(state: EmbeddedState, collections: readonly AnyCollection[]): void {
  for (const collection of collections) {
    for (const partition of partitionsOf(state.folder, collection.name)) {
      loadPartition(state, collection as unknown as Collection, partition)
    }
  }
}

function loadPartition(state: EmbeddedState, declared: Collection, partition: string): void {
  const collection = state.collection(declared.name)
  const file = state.fileOf(declared.name, partition)
  for (const [id, line] of readPartition(file)) {
    const { revision, data } = decodeLine(file, id, line)
    const other = collection.entries.get(id)
    if (other) {
      // A document moved and only one of its two files was written. The journal knows the truth; both files are written anew.
      state.markDirty(collection, other.partition)
      state.markDirty(collection, partition)
      if (other.revision > revision) continue
    }
    const entry = collection.place(id, keysOf(declared, data as Json))
    entry.revision = revision
    entry.partition = partition
  }
}

/** The names of a collection's partitions. What an interrupted write left beside them is removed. */
function partitionsOf(folder: string, collection: string): string[] {
  const within = join(folder, collection)
  mkdirSync(within, { recursive: true, mode: 0o700 })
  const partitions: string[] = []
  for (const name of readdirSync(within)) {
    if (name.endsWith('.json')) partitions.push(name.slice(0, -'.json'.length))
    else if (name.endsWith(`.json${unfinished}`)) rmSync(join(within, name))
  }
  return partitions
}

import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DirtyPartition, EmbeddedState } from './embedded-state.ts'
import type { Journal } from './journal.ts'
import { lineOf, openPartition } from './partition-file.ts'
import { syncFolder } from './sync-folder.ts'

/** Flushes wait on the disk, not on us: so many at a time share its journal commits. */
const writersAtOnce = 8

/**
 * Writes every partition that changed up to the end of journal segment `ended`, then removes the journal up to there. Killed at any
 * point, it leaves each file old or new and a journal that makes both the same. When it throws, everything stays to be written.
 */
export async function checkpoint(state: EmbeddedState, journal: Journal, ended: number): Promise<void> {
  const taken = state.takeDirty()
  try {
    await makeFolders(state, taken)
    const queue = taken.values()
    const writers = Array.from({ length: writersAtOnce }, async () => {
      for (const dirty of queue) await writePartition(state, dirty)
    })
    // All of them end before a fault is passed on: the next checkpoint must not meet a writer of this one.
    const failed = (await Promise.allSettled(writers)).find((each) => each.status === 'rejected')
    if (failed) throw failed.reason
    for (const folder of foldersOf(state, taken)) await syncFolder(folder)
    await journal.removeThrough(ended)
  } catch (error) {
    state.giveBack(taken)
    throw error
  }
  // What was put again meanwhile stands in a later segment and keeps it in memory.
  for (const { entries } of taken) for (const entry of entries) if (entry.segment <= ended) entry.json = undefined
}

async function writePartition(state: EmbeddedState, { collection, partition, entries }: DirtyPartition): Promise<void> {
  const low = await openPartition(state.fileOf(collection.name, partition))
  for (const id of low.data.keys()) {
    if (collection.entries.get(id)?.partition !== partition) low.data.delete(id)
  }
  for (const entry of entries) {
    const isHere = collection.entries.get(entry.id) === entry && entry.partition === partition
    if (isHere && entry.json) low.data.set(entry.id, lineOf(entry.revision, entry.json))
  }
  await low.write()
}

const foldersOf = (state: EmbeddedState, taken: readonly DirtyPartition[]): Set<string> =>
  new Set(taken.map(({ collection, partition }) => dirname(state.fileOf(collection.name, partition))))

async function makeFolders(state: EmbeddedState, taken: readonly DirtyPartition[]): Promise<void> {
  for (const folder of foldersOf(state, taken)) await mkdir(folder, { recursive: true, mode: 0o700 })
  if (taken.length > 0) await syncFolder(state.folder)
}

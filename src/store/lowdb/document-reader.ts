import { setImmediate } from 'node:timers/promises'
import type { Json, Stored } from '../documents.ts'
import type { Row } from '../index-scan.ts'
import type { Entry } from './collection-state.ts'
import type { EmbeddedState } from './embedded-state.ts'
import { decodeLine, type PartitionLines, readPartition } from './partition-file.ts'
import type { Place } from './sorted-entries.ts'
import { StoreDamaged } from './store-damaged.ts'

/** A query over many files lets others run after so many milliseconds of reading. */
const stretch = 8

/** Brings documents from the cache, from what waits for a checkpoint, or from their partition file. */
export class DocumentReader {
  readonly #state: EmbeddedState

  constructor(state: EmbeddedState) {
    this.#state = state
  }

  read<D extends Json>(entry: Entry, lines?: PartitionLines): Stored<D> {
    return this.#state.cache.get<D>(entry) ?? this.#load<D>(entry, lines)
  }

  /** The documents at these places of an index. Reads each file once, however many of its documents are asked for. */
  async rows<D extends Json>(index: string, places: readonly Place<Entry>[]): Promise<Row<D>[]> {
    const missing = places.filter(({ entry }) => !entry.cached)
    if (missing.length === 0) return places.map(({ key, entry }) => ({ key, stored: this.read<D>(entry) }))
    const loaded = await this.#loadAll<D>(missing)
    return places.flatMap(({ key, entry }) => {
      // While others ran, the document may have gone, or be found here no more.
      if (!this.#isCurrent(entry) || !entry.keys.get(index)?.includes(key)) return []
      const stored = loaded.get(entry)
      return [{ key, stored: stored?.revision === entry.revision ? stored : this.read<D>(entry) }]
    })
  }

  async #loadAll<D extends Json>(missing: readonly Place<Entry>[]): Promise<Map<Entry, Stored<D>>> {
    const loaded = new Map<Entry, Stored<D>>()
    let since = performance.now()
    for (const [file, entries] of Map.groupBy(
      missing.map(({ entry }) => entry),
      (entry) => this.#fileOf(entry),
    )) {
      if (performance.now() - since > stretch) {
        await setImmediate()
        since = performance.now()
      }
      const lines = entries.some((entry) => !entry.json) ? readPartition(file) : undefined
      for (const entry of entries) {
        if (this.#isCurrent(entry) && this.#fileOf(entry) === file) loaded.set(entry, this.read<D>(entry, lines))
      }
    }
    return loaded
  }

  #load<D extends Json>(entry: Entry, lines?: PartitionLines): Stored<D> {
    const json = entry.json
    if (json) return this.#keep<D>(entry, JSON.parse(json.toString()) as D, json.length)
    const file = this.#fileOf(entry)
    const line = (lines ?? readPartition(file)).get(entry.id)
    if (line === undefined) throw new StoreDamaged(file, `the document "${entry.id}" is missing`)
    const { revision, data } = decodeLine(file, entry.id, line)
    if (revision !== entry.revision) throw new StoreDamaged(file, `"${entry.id}" was changed by another program`)
    return this.#keep<D>(entry, data as D, line.length)
  }

  #keep<D extends Json>(entry: Entry, data: D, size: number): Stored<D> {
    const stored: Stored<D> = { id: entry.id, revision: entry.revision, data }
    this.#state.cache.keep(entry, stored, size)
    return stored
  }

  #isCurrent = (entry: Entry): boolean => this.#state.collection(entry.collection).entries.get(entry.id) === entry

  #fileOf = (entry: Entry): string => this.#state.fileOf(entry.collection, entry.partition)
}

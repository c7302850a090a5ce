import { Contention } from '../../src/store/contention.ts'
import type { Collection, Documents, IndexKey, Json, Page, Query, Stored, Unit } from '../../src/store/documents.ts'
import { RevisionConflict } from '../../src/store/documents.ts'
import type { DocumentKeys } from '../../src/store/index-keys.ts'
import {
  comparePositions,
  pageOf,
  positionOf,
  type Row,
  type Rows,
  type Scan,
  scanCovers,
  scanOf,
} from '../../src/store/index-scan.ts'
import { leaseDue } from '../../src/store/lease-due.ts'
import { decided, type Source, type Write } from '../../src/store/unit-of-work.ts'

type Entry = { readonly stored: Stored; readonly keys: DocumentKeys }

/** What a store in memory holds: it outlives the store that is opened over it, as a folder does. */
export type Memory = Map<string, Map<string, Entry>>

export const copyOf = (memory: Memory): Memory =>
  new Map([...memory].map(([name, entries]) => [name, new Map(entries)]))

/**
 * A store that is gone with the process, for tests that need thousands of them. `pause` is waited for at every reading: units that run at
 * the same time then meet in as many ways as the pauses differ.
 */
export class MemoryDocuments implements Documents, Source {
  readonly #memory: Memory
  readonly #contention = new Contention()
  readonly #pause: () => Promise<void> | undefined

  constructor(memory: Memory, pause: () => Promise<void> | undefined = () => undefined) {
    this.#memory = memory
    this.#pause = pause
  }

  async get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined> {
    await this.#pause()
    return this.#memory.get(collection.name)?.get(id)?.stored as Stored<D> | undefined
  }

  async find<D extends Json>(collection: Collection<D>, query: Query): Promise<Page<D>> {
    return pageOf(await this.scan(collection, scanOf(collection, query)))
  }

  async scan<D extends Json>(collection: Collection<D>, scan: Scan): Promise<Rows<D>> {
    await this.#pause()
    const rows: Row<D>[] = []
    for (const [id, { stored, keys }] of this.#memory.get(collection.name) ?? [])
      for (const key of keys.get(scan.index) ?? [])
        if (scanCovers(scan, { key, id })) rows.push({ key, stored: stored as Stored<D> })
    rows.sort((a, b) => comparePositions(positionOf(a), positionOf(b)) * (scan.descending ? -1 : 1))
    return { rows: rows.slice(0, scan.limit), more: rows.length > scan.limit }
  }

  change<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.#contention.change(
      async () => {
        const done = await decided(this, work)
        await this.#pause()
        return done
      },
      (writes) => this.#commit(writes),
    )
  }

  claim<D extends Json>(
    collection: Collection<D>,
    options: { index: string; due: IndexKey; limit: number; lease: (data: D) => D },
  ): Promise<readonly Stored<D>[]> {
    return this.#contention.inTurn(`claim ${collection.name}`, () =>
      this.change((unit) => leaseDue(unit, collection, options)),
    )
  }

  async ping(): Promise<void> {}
  async close(): Promise<void> {}

  #commit(writes: readonly Write[]): void {
    for (const { collection, id, expected } of writes) {
      const known = this.#memory.get(collection)?.get(id)?.stored.revision ?? 0
      if (known !== expected) throw new RevisionConflict(collection, id)
    }
    for (const { collection, id, expected, text, keys } of writes) {
      const entries = this.#memory.get(collection) ?? new Map<string, Entry>()
      this.#memory.set(collection, entries)
      if (text === undefined) entries.delete(id)
      else entries.set(id, { stored: { id, revision: expected + 1, data: JSON.parse(text) }, keys })
    }
  }
}

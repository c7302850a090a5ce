import { access, constants } from 'node:fs/promises'
import { Contention } from '../contention.ts'
import type { Collection, Documents, IndexKey, Json, Page, Query, Stored, Unit } from '../documents.ts'
import { pageOf, type Rows, type Scan, scanOf } from '../index-scan.ts'
import { leaseDue } from '../lease-due.ts'
import { decided, type Source } from '../unit-of-work.ts'
import type { Committer } from './committer.ts'
import { DocumentReader } from './document-reader.ts'
import type { EmbeddedState } from './embedded-state.ts'

/** The document port over one data folder that this process owns. */
export class EmbeddedDocuments implements Documents, Source {
  readonly #state: EmbeddedState
  readonly #committer: Committer
  readonly #reader: DocumentReader
  readonly #contention = new Contention()
  readonly #release: () => Promise<void>

  constructor(state: EmbeddedState, committer: Committer, release: () => Promise<void>) {
    this.#state = state
    this.#committer = committer
    this.#reader = new DocumentReader(state)
    this.#release = release
  }

  async get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined> {
    const entry = this.#state.collection(collection.name).entries.get(id)
    return entry && this.#reader.read<D>(entry)
  }

  async find<D extends Json>(collection: Collection<D>, query: Query): Promise<Page<D>> {
    return pageOf(await this.scan(collection, scanOf(collection, query)))
  }

  async scan<D extends Json>(collection: Collection<D>, scan: Scan): Promise<Rows<D>> {
    const places = this.#state.collection(collection.name).index(scan.index).list(scan)
    const more = places.length > scan.limit
    return { rows: await this.#reader.rows<D>(scan.index, more ? places.slice(0, scan.limit) : places), more }
  }

  change<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.#contention.change(
      () => decided(this, work),
      async (writes) => {
        if (writes.length > 0) await this.#committer.commit(writes)
      },
    )
  }

  claim<D extends Json>(
    collection: Collection<D>,
    options: { index: string; due: IndexKey; limit: number; lease: (data: D) => D },
  ): Promise<readonly Stored<D>[]> {
    // One claim of a collection after another: together they would all reach for the same documents.
    return this.#contention.inTurn(`claim ${collection.name}`, () =>
      this.change((unit) => leaseDue(unit, collection, options)),
    )
  }

  async ping(): Promise<void> {
    await access(this.#state.folder, constants.W_OK)
    if (this.#committer.fault) throw this.#committer.fault
  }

  async close(): Promise<void> {
    try {
      await this.#committer.close()
    } finally {
      await this.#release()
    }
  }
}

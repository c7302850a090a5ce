/**
 * The one port to stored data. A document is an aggregate (one bill with its lines, one month of a customer's charges, one
 * ticket with its trail), a plain JSON value. `lowdb/` and `postgres/` implement it and pass one contract suite.
 */

/** Anything that survives JSON: documents hold money, days and decimals in their written form (values/schemas.ts). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

export type IndexKey = string | number

/** What a room declares once for each kind of document it keeps. */
export type Collection<D extends Json = Json> = {
  /** Lower-case words joined by `_`: the name of the table and of the folder. */
  readonly name: string
  /** Indexes by name: the key (or keys) a document is found under, or nothing. Several fields join as `a|b`; keys order as text or as numbers. */
  readonly indexes: Readonly<Record<string, (data: D) => IndexKey | readonly IndexKey[] | undefined>>
  /** Documents that are read and written together, such as those of one customer: they share a file. */
  readonly partition: (data: D) => string
}

/** A document as stored. `data` is shared and must never be changed in place. `revision` counts from 1. */
export type Stored<D extends Json = Json> = { readonly id: string; readonly revision: number; readonly data: D }

/** Equal to one key or within a range (both ends included; either may be open), ordered by key, then id. */
export type Query = {
  readonly index: string
  readonly equals?: IndexKey
  readonly from?: IndexKey
  readonly to?: IndexKey
  readonly order?: 'ascending' | 'descending'
  /** At most this many documents; all when left out. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
}

export type Page<D extends Json = Json> = { readonly items: readonly Stored<D>[]; readonly next?: string }

export type Reading = {
  get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined>
  find<D extends Json>(collection: Collection<D>, query: Query): Promise<Page<D>>
}

/** A unit of work sees its own writes. Nothing of it is visible to others, or on disk, before it ends; then all of it is. */
export type Unit = Reading & {
  /** `expected` is the revision that was read, 0 for a document that must not exist yet. Throws RevisionConflict at the end of the unit. */
  put<D extends Json>(collection: Collection<D>, id: string, data: D, expected: number): void
  remove<D extends Json>(collection: Collection<D>, id: string, expected: number): void
}

export type Documents = Reading & {
  /**
   * Runs `work` and makes all its writes durable, or none. Resolves only when they are on disk. When somebody else changed a
   * document that it put or removed, `work` runs again (up to five times, then RevisionConflict): it must have no other effect.
   */
  change<T>(work: (unit: Unit) => Promise<T>): Promise<T>
  /**
   * Takes up to `limit` documents whose `index` key is at most `due` and moves that key to `leaseUntil` through `lease`, in one
   * durable step, so that no other process takes them before then.
   */
  claim<D extends Json>(
    collection: Collection<D>,
    options: { index: string; due: IndexKey; limit: number; lease: (data: D) => D },
  ): Promise<readonly Stored<D>[]>
  /** Resolves when the store answers; throws when it cannot. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Somebody else changed the document first. Read again and decide again. */
export class RevisionConflict extends Error {
  override name = 'RevisionConflict'
  readonly collection: string
  readonly id: string
  constructor(collection: string, id: string) {
    super(`${collection}/${id} was changed by somebody else meanwhile`)
    this.collection = collection
    this.id = id
  }
}

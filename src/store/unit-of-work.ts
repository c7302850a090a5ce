import {
  type Collection,
  type Json,
  type Page,
  type Query,
  RevisionConflict,
  type Stored,
  type Unit,
} from './documents.ts'
import { checkId, type DocumentKeys, keysOf } from './index-keys.ts'
import {
  comparePositions,
  pageOf,
  positionOf,
  type Row,
  type Rows,
  type Scan,
  scanCovers,
  scanOf,
} from './index-scan.ts'

/** What a unit wants done with one document. `text` is the new data as JSON; without it the document is removed. */
export type Write = {
  readonly collection: string
  readonly id: string
  readonly expected: number
  readonly text?: string
  readonly keys: DocumentKeys
  readonly partition: string
}

/** How an engine answers reads of what is stored already. */
export type Source = {
  get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined>
  scan<D extends Json>(collection: Collection<D>, scan: Scan): Promise<Rows<D>>
}

/**
 * Collects the writes of one unit and lays them over what the engine has, so that the unit sees them. Data is written down as
 * JSON at once: what the caller does with its object afterwards changes nothing.
 */
export class UnitOfWork implements Unit {
  readonly #source: Source
  readonly #writes = new Map<string, Map<string, Write>>()
  /** What it read: it sees one state of each document, so that whoever changed it meanwhile is noticed by what it writes over it. */
  readonly #reads = new Map<string, Stored | undefined>()
  #stale: RevisionConflict | undefined

  constructor(source: Source) {
    this.#source = source
  }

  async get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined> {
    const own = this.#writes.get(collection.name)?.get(id)
    if (own) return storedAs<D>(own)
    const key = `${collection.name}/${id}`
    if (!this.#reads.has(key)) {
      const read = await this.#source.get(collection, id)
      if (!this.#reads.has(key)) this.#reads.set(key, read)
    }
    return this.#reads.get(key) as Stored<D> | undefined
  }

  async find<D extends Json>(collection: Collection<D>, query: Query): Promise<Page<D>> {
    const own = this.#writes.get(collection.name)
    const scan = scanOf(collection, query)
    const rows = own ? await this.#overlaid(collection, scan, own) : await this.#source.scan(collection, scan)
    for (const { stored } of rows.rows) {
      const key = `${collection.name}/${stored.id}`
      if (!own?.has(stored.id) && !this.#reads.has(key)) this.#reads.set(key, stored)
    }
    return pageOf(rows)
  }

  put<D extends Json>(collection: Collection<D>, id: string, data: D, expected: number): void {
    checkId(collection.name, id)
    const text = JSON.stringify(data)
    this.#write(
      {
        collection: collection.name,
        id,
        expected,
        text,
        keys: keysOf(collection, data),
        partition: collection.partition(data),
      },
      expected,
    )
  }

  remove<D extends Json>(collection: Collection<D>, id: string, expected: number): void {
    this.#write({ collection: collection.name, id, expected, keys: new Map(), partition: '' }, expected)
  }

  /** All writes, one for each document. Throws RevisionConflict when the unit contradicted itself. */
  writes(): readonly Write[] {
    if (this.#stale) throw this.#stale
    return [...this.#writes.values()].flatMap((writes) => [...writes.values()])
  }

  #write(write: Write, expected: number): void {
    const writes = this.#writes.get(write.collection) ?? new Map<string, Write>()
    const own = writes.get(write.id)
    // A second write of the unit may name what it read first or what it wrote since; for others only the first counts.
    if (own && expected !== own.expected && expected !== (storedAs(own)?.revision ?? 0)) {
      this.#stale ??= new RevisionConflict(write.collection, write.id)
    }
    writes.set(write.id, own ? { ...write, expected: own.expected } : write)
    this.#writes.set(write.collection, writes)
  }

  async #overlaid<D extends Json>(
    collection: Collection<D>,
    scan: Scan,
    own: ReadonlyMap<string, Write>,
  ): Promise<Rows<D>> {
    const rows: Row<D>[] = []
    let after = scan.after
    let more = true
    while (more && rows.length < scan.limit) {
      const found = await this.#source.scan(collection, { ...scan, after })
      rows.push(...found.rows.filter((row) => !own.has(row.stored.id)))
      after = found.rows.length > 0 ? positionOf(found.rows.at(-1)!) : after
      more = found.more
    }
    for (const write of own.values()) rows.push(...rowsOf<D>(write, scan))
    rows.sort((a, b) => comparePositions(positionOf(a), positionOf(b)) * (scan.descending ? -1 : 1))
    return { rows: rows.slice(0, scan.limit), more: more || rows.length > scan.limit }
  }
}

/** Runs the work over what the engine has: what it came to, and all that it wants written. */
export async function decided<T>(source: Source, work: (unit: Unit) => Promise<T>) {
  const unit = new UnitOfWork(source)
  const result = await work(unit)
  return { result, writes: unit.writes() }
}

function storedAs<D extends Json>(write: Write): Stored<D> | undefined {
  if (write.text === undefined) return undefined
  return { id: write.id, revision: write.expected + 1, data: JSON.parse(write.text) as D }
}

function rowsOf<D extends Json>(write: Write, scan: Scan): Row<D>[] {
  const keys = (write.keys.get(scan.index) ?? []).filter((key) => scanCovers(scan, { key, id: write.id }))
  const stored = keys.length > 0 ? storedAs<D>(write) : undefined
  return stored ? keys.map((key) => ({ key, stored })) : []
}

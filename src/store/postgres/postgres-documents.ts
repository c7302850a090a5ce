import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { z } from 'zod'
import {
  type Collection,
  type Documents,
  type Json,
  type Page,
  type Query,
  RevisionConflict,
  type Stored,
  type Unit,
} from '../documents.ts'
import { compareKeys, keysOf } from '../index-keys.ts'
import { pageOf, scanOf } from '../index-scan.ts'
import { type Lease, leaseOf } from '../lease-due.ts'
import { rerunOnConflict } from '../rerun-on-conflict.ts'
import { decided, type Write } from '../unit-of-work.ts'
import { documentTable, keyTable } from './collection-tables.ts'
import { inTransaction } from './in-transaction.ts'
import { keyText } from './key-text.ts'
import { documentSchema, PostgresReader } from './postgres-reader.ts'
import { writeUnit } from './write-unit.ts'

/** The document port over a PostgreSQL database that any number of processes share. */
export class PostgresDocuments implements Documents {
  readonly #pool: Pool
  readonly #reader: PostgresReader

  constructor(pool: Pool) {
    this.#pool = pool
    this.#reader = new PostgresReader(pool)
  }

  get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined> {
    return this.#reader.get(collection, id)
  }

  async find<D extends Json>(collection: Collection<D>, query: Query): Promise<Page<D>> {
    return pageOf(await this.#reader.scan(collection, scanOf(collection, query)))
  }

  change<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const lost = new Map<string, RevisionConflict>()
    return rerunOnConflict(
      async () => {
        const { result, writes } = await decided(this.#reader, work)
        if (writes.length > 0) await this.#write(writes, (client) => writeUnit(client, writes))
        return result
      },
      (conflict) => {
        lost.set(`${conflict.collection}/${conflict.id}`, conflict)
        return this.#rerun(conflict, [...lost.values()], work)
      },
    )
  }

  async claim<D extends Json>(collection: Collection<D>, options: Lease<D>): Promise<readonly Stored<D>[]> {
    return inTransaction(this.#pool, async (client) => {
      const due = await this.#dueUnlocked(client, collection, options)
      const leased = due.map(({ id, revision, data }) => ({
        id,
        revision: revision + 1,
        data: leaseOf(collection, options, data),
      }))
      await writeUnit(
        client,
        leased.map(({ id, revision, data }): Write => {
          const text = JSON.stringify(data)
          return {
            collection: collection.name,
            id,
            expected: revision - 1,
            text,
            keys: keysOf(collection, data),
            partition: '',
          }
        }),
      )
      return leased
    })
  }

  async ping(): Promise<void> {
    await this.#pool.query('select 1')
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  /**
   * Runs the work again while nobody else reruns over the same document, on any machine, or writes what it lost to others. All of it uses the
   * one connection.
   */
  #rerun<T>(
    { collection, id }: RevisionConflict,
    lost: readonly RevisionConflict[],
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> {
    return this.#write([{ collection, id }], async (client) => {
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${collection}/${id}`])
      for (const each of lost)
        await client.query(`select 1 from ${documentTable(each.collection)} where id = $1 for update`, [each.id])
      const { result, writes } = await decided(new PostgresReader(client), work)
      await writeUnit(client, writes)
      return result
    })
  }

  /** A transaction that loses a deadlock lost to somebody who writes the same documents: a conflict like any other. */
  async #write<T>(
    writes: readonly { collection: string; id: string }[],
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await inTransaction(this.#pool, work)
    } catch (error) {
      const deadlock = error instanceof DatabaseError && error.code === '40P01'
      throw deadlock ? new RevisionConflict(writes[0]!.collection, writes[0]!.id) : error
    }
  }

  async #dueUnlocked<D extends Json>(
    client: PoolClient,
    collection: Collection<D>,
    options: Lease<D>,
  ): Promise<Stored<D>[]> {
    const { rows } = await client.query(
      `select d.id, d.revision, d.data from ${keyTable(collection.name)} k join ${documentTable(collection.name)} d on d.id = k.id
        where k.index_name = $1 and k.key <= $2 order by k.key, k.id limit $3 for update of d skip locked`,
      [options.index, keyText(options.due), options.limit],
    )
    const found = z.array(documentSchema).parse(rows) as Stored<D>[]
    // A document that somebody leased between our look at the keys and our lock comes with its new data: it is due no more.
    const isDue = (stored: Stored<D>) =>
      keysOf(collection, stored.data)
        .get(options.index)
        ?.some((key) => compareKeys(key, options.due) <= 0)
    return [...new Map(found.filter(isDue).map((stored) => [stored.id, stored])).values()]
  }
}

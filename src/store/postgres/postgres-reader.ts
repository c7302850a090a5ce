import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import type { Collection, Json, Stored } from '../documents.ts'
import type { Rows, Scan } from '../index-scan.ts'
import type { Source } from '../unit-of-work.ts'
import { documentTable, keyTable } from './collection-tables.ts'
import { keyOfText, keyText } from './key-text.ts'

/** A row of a document table, as every query here selects it. */
export const documentSchema = z.object({
  id: z.string(),
  revision: z.int(),
  data: z.custom<Json>((value) => value !== undefined),
})
const rowSchema = documentSchema.extend({ key: z.string() })

/** Reads documents through a pool, or through the one connection of a transaction. */
export class PostgresReader implements Source {
  readonly #connection: Pool | PoolClient

  constructor(connection: Pool | PoolClient) {
    this.#connection = connection
  }

  async get<D extends Json>(collection: Collection<D>, id: string): Promise<Stored<D> | undefined> {
    const sql = `select id, revision, data from ${documentTable(collection.name)} where id = $1`
    const { rows } = await this.#connection.query(sql, [id])
    return rows[0] && (documentSchema.parse(rows[0]) as Stored<D>)
  }

  async scan<D extends Json>(collection: Collection<D>, scan: Scan): Promise<Rows<D>> {
    const { sql, values } = scanSql(collection.name, scan)
    const found = z.array(rowSchema).parse((await this.#connection.query(sql, values)).rows)
    const more = found.length > scan.limit
    const rows = (more ? found.slice(0, scan.limit) : found).map(({ key, id, revision, data }) => ({
      key: keyOfText(key),
      stored: { id, revision, data: data as D },
    }))
    return { rows, more }
  }
}

function scanSql(
  collection: string,
  { index, from, to, after, descending, limit }: Scan,
): { sql: string; values: unknown[] } {
  const values: unknown[] = [index]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const bounds = ['k.index_name = $1']
  if (from !== undefined) bounds.push(`k.key >= ${bind(keyText(from))}`)
  if (to !== undefined) bounds.push(`k.key <= ${bind(keyText(to))}`)
  if (after) bounds.push(`(k.key, k.id) ${descending ? '<' : '>'} (${bind(keyText(after.key))}, ${bind(after.id)})`)
  const direction = descending ? 'desc' : 'asc'
  // One row beyond the limit tells whether there is a next page.
  const end = Number.isFinite(limit) ? `limit ${bind(limit + 1)}` : ''
  const sql = `select k.key, d.id, d.revision, d.data from ${keyTable(collection)} k join ${documentTable(collection)} d on d.id = k.id
    where ${bounds.join(' and ')} order by k.key ${direction}, k.id ${direction} ${end}`
  return { sql, values }
}

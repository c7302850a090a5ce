import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Collection } from '../documents.ts'
import { keysOf } from '../index-keys.ts'
import type { Write } from '../unit-of-work.ts'
import { documentTable } from './collection-tables.ts'
import { SchemaMismatch } from './migrate.ts'
import { documentSchema } from './postgres-reader.ts'
import { writeKeys } from './write-unit.ts'

const batch = 500

/**
 * Sees that every declared collection has its table, and that the stored keys are those of the indexes declared now. An index is
 * known by its name and the text of its function: one that only changes what its function calls needs a new name.
 */
export async function settleCollections(client: PoolClient, collections: readonly Collection[]): Promise<void> {
  await client.query(
    'create table if not exists saldo_indexes (collection text primary key, fingerprint text not null)',
  )
  for (const collection of collections) {
    await checkTable(client, collection.name)
    const fingerprint = fingerprintOf(collection)
    const { rows } = await client.query('select fingerprint from saldo_indexes where collection = $1', [
      collection.name,
    ])
    if (rows[0]?.fingerprint === fingerprint) continue
    await reindex(client, collection)
    await client.query(
      'insert into saldo_indexes values ($1, $2) on conflict (collection) do update set fingerprint = excluded.fingerprint',
      [collection.name, fingerprint],
    )
  }
}

async function checkTable(client: PoolClient, collection: string): Promise<void> {
  const { rows } = await client.query('select to_regclass($1) is not null as "exists"', [documentTable(collection)])
  if (rows[0]?.exists) return
  throw new SchemaMismatch(
    `the collection "${collection}" has no table: add a migration with createCollection('${collection}')`,
  )
}

function fingerprintOf({ indexes }: Collection): string {
  const declared = Object.entries(indexes).map(([name, keyOf]) => `${name}: ${keyOf.toString().replace(/\s+/g, ' ')}`)
  return createHash('sha256').update(declared.sort().join('\n')).digest('hex')
}

async function reindex(client: PoolClient, collection: Collection): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await client.query(
      `select id, revision, data from ${documentTable(collection.name)} where id > $1 order by id limit ${batch} for update`,
      [after],
    )
    const documents = z.array(documentSchema).parse(rows)
    if (documents.length === 0) return
    const writes = documents.map(
      ({ id, revision, data }): Write => ({
        collection: collection.name,
        id,
        expected: revision,
        keys: keysOf(collection, data),
        partition: '',
      }),
    )
    await writeKeys(client, collection.name, writes)
    after = documents.at(-1)!.id
  }
}

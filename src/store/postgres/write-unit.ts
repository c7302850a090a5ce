import type { PoolClient } from 'pg'
import { RevisionConflict } from '../documents.ts'
import type { Write } from '../unit-of-work.ts'
import { documentTable, keyTable } from './collection-tables.ts'
import { keyText } from './key-text.ts'

/**
 * Writes a unit within the transaction of `client`. Collections and documents go in one order for everybody, so that two units
 * rarely wait for each other both ways. Throws RevisionConflict for the first document that is not at its expected revision.
 */
export async function writeUnit(client: PoolClient, writes: readonly Write[]): Promise<void> {
  const byCollection = [...Map.groupBy(writes, (write) => write.collection)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [collection, unordered] of byCollection) {
    const ordered = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const puts = ordered.filter((write) => write.text !== undefined)
    const removals = ordered.filter((write) => write.text === undefined)
    await insert(
      client,
      collection,
      puts.filter((write) => write.expected === 0),
    )
    await update(
      client,
      collection,
      puts.filter((write) => write.expected > 0),
    )
    await remove(
      client,
      collection,
      removals.filter((write) => write.expected > 0),
    )
    await checkAbsent(
      client,
      collection,
      removals.filter((write) => write.expected === 0),
    )
    await writeKeys(client, collection, puts)
  }
}

async function insert(client: PoolClient, collection: string, writes: readonly Write[]): Promise<void> {
  const sql = `insert into ${documentTable(collection)} (id, revision, data)
    select w.id, 1, w.data::json from unnest($1::text[], $2::text[]) as w (id, data) on conflict do nothing returning id`
  await expectAll(client, collection, writes, sql, [idsOf(writes), writes.map((write) => write.text)])
}

async function update(client: PoolClient, collection: string, writes: readonly Write[]): Promise<void> {
  const sql = `update ${documentTable(collection)} d set revision = d.revision + 1, data = w.data::json
    from unnest($1::text[], $2::integer[], $3::text[]) as w (id, expected, data)
    where d.id = w.id and d.revision = w.expected returning d.id`
  await expectAll(client, collection, writes, sql, [
    idsOf(writes),
    revisionsOf(writes),
    writes.map((write) => write.text),
  ])
}

async function remove(client: PoolClient, collection: string, writes: readonly Write[]): Promise<void> {
  const sql = `delete from ${documentTable(collection)} d using unnest($1::text[], $2::integer[]) as w (id, expected)
    where d.id = w.id and d.revision = w.expected returning d.id`
  await expectAll(client, collection, writes, sql, [idsOf(writes), revisionsOf(writes)])
}

async function checkAbsent(client: PoolClient, collection: string, writes: readonly Write[]): Promise<void> {
  const sql = `select w.id from unnest($1::text[]) as w (id)
    where not exists (select from ${documentTable(collection)} d where d.id = w.id)`
  await expectAll(client, collection, writes, sql, [idsOf(writes)])
}

/** Runs a statement that returns the id of each document it could write; one that is missing was changed by somebody else. */
async function expectAll(
  client: PoolClient,
  collection: string,
  writes: readonly Write[],
  sql: string,
  values: unknown[],
): Promise<void> {
  if (writes.length === 0) return
  const { rows } = await client.query<{ id: string }>(sql, values)
  const written = new Set(rows.map((row) => row.id))
  const conflict = writes.find((write) => !written.has(write.id))
  if (conflict) throw new RevisionConflict(collection, conflict.id)
}

/** Gives documents the keys of their new data. Keys that stay are not touched. */
export async function writeKeys(client: PoolClient, collection: string, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const rows = writes.flatMap(({ id, keys }) =>
    [...keys].flatMap(([index, each]) => each.map((key) => ({ index, key: keyText(key), id }))),
  )
  const keys = keyTable(collection)
  const sql = `with wanted as (select * from unnest($2::text[], $3::text[], $4::text[]) as w (index_name, key, id)),
    outdated as (delete from ${keys} k where k.id = any($1::text[])
      and (k.index_name, k.key, k.id) not in (select index_name, key, id from wanted))
    insert into ${keys} select * from wanted on conflict do nothing`
  await client.query(sql, [
    idsOf(writes),
    rows.map((row) => row.index),
    rows.map((row) => row.key),
    rows.map((row) => row.id),
  ])
}

const idsOf = (writes: readonly Write[]): string[] => writes.map((write) => write.id)
const revisionsOf = (writes: readonly Write[]): number[] => writes.map((write) => write.expected)

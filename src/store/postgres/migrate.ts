import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import { inTransaction } from './in-transaction.ts'

/** One step of the schema. Never changed once released; the next step gets the next number. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

/** The database and this program do not fit together. Nothing was changed. */
export class SchemaMismatch extends Error {
  override name = 'SchemaMismatch'
}

/** Held by whoever changes the schema, so that replicas starting together do it once. Any number that nobody else uses. */
const schemaLock = 7_253_616

const appliedSchema = z.array(z.object({ number: z.int(), name: z.string() }))

/** Applies what is missing, all of it or nothing, then runs `settle` under the same lock. Throws SchemaMismatch. */
export function migrate(
  pool: Pool,
  migrations: readonly Migration[],
  settle: (client: PoolClient) => Promise<void>,
): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query('set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [schemaLock])
    await client.query(`create table if not exists saldo_migrations (
      number integer primary key, name text not null, applied_at timestamptz not null default now())`)
    for (const { number, name, sql } of missing(migrations, await appliedTo(client))) {
      await client.query(sql)
      await client.query('insert into saldo_migrations (number, name) values ($1, $2)', [number, name])
    }
    await settle(client)
  })
}

async function appliedTo(client: PoolClient): Promise<z.output<typeof appliedSchema>> {
  return appliedSchema.parse((await client.query('select number, name from saldo_migrations order by number')).rows)
}

function missing(migrations: readonly Migration[], applied: z.output<typeof appliedSchema>): readonly Migration[] {
  for (const { number, name } of applied) {
    const known = migrations.find((each) => each.number === number)
    if (!known) {
      throw new SchemaMismatch(
        `the database has migration ${number} (${name}), which this program does not know: start a newer Saldo`,
      )
    }
    if (known.name !== name)
      throw new SchemaMismatch(`migration ${number} is "${name}" in the database and "${known.name}" here`)
  }
  return migrations
    .filter((each) => !applied.some(({ number }) => number === each.number))
    .sort((a, b) => a.number - b.number)
}

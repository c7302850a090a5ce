import type { Collection, Documents } from '../documents.ts'
import { type Migration, migrate } from './migrate.ts'
import { migrations as released } from './migrations/migrations.ts'
import { openPool } from './open-pool.ts'
import { PostgresDocuments } from './postgres-documents.ts'
import { settleCollections } from './settle-collections.ts'

type PostgresOptions = {
  /** `postgres://user:password@host:port/database` */
  readonly url: string
  /** Every collection that the program keeps. */
  readonly collections: readonly Collection<never>[]
  /** The steps of the schema; those in migrations/ unless told. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens a database and brings its schema up to date. Throws SchemaMismatch when the database is newer than this program or a
 * declared collection has no table, and what `pg` throws when the server does not answer.
 */
export async function openPostgres({ url, collections, migrations = released }: PostgresOptions): Promise<Documents> {
  const pool = openPool(url)
  try {
    await migrate(pool, migrations, (client) =>
      settleCollections(client, collections as unknown as readonly Collection[]),
    )
    return new PostgresDocuments(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
}

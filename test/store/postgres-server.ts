import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

const given = process.env.SALDO_TEST_DATABASE_URL
const url = given ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** The server to test against, or why there is none. */
type TestServer = { readonly kind: 'server' } | { readonly kind: 'none'; readonly reason: string }

export async function findTestServer(): Promise<TestServer> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return { kind: 'server' }
  } catch (error) {
    const where = given ? 'SALDO_TEST_DATABASE_URL' : url
    return { kind: 'none', reason: `no PostgreSQL answers at ${where}: ${(error as Error).message || String(error)}` }
  }
}

/** Makes an empty database; `drop` throws it away, whoever is still connected. */
export async function createTestDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `saldo_test_${randomUUID().replaceAll('-', '')}`
  await run(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => run(`drop database ${name} with (force)`) }
}

async function run(sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

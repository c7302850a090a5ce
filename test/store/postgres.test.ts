import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declaredCollections } from '../../src/declared-collections.ts'
import type { Collection } from '../../src/store/documents.ts'
import { createCollection } from '../../src/store/postgres/collection-tables.ts'
import { type Migration, SchemaMismatch } from '../../src/store/postgres/migrate.ts'
import { openPostgres } from '../../src/store/postgres/open-postgres.ts'
import { describeContract, type Engine } from './contract.ts'
import { type Bill, bill, bills, counters, errands, exampleCollections } from './example-collections.ts'
import { createTestDatabase, findTestServer } from './postgres-server.ts'

const first: Migration = {
  number: 1,
  name: 'examples',
  sql: exampleCollections.map(({ name }) => createCollection(name)).join(''),
}
const server = await findTestServer()

async function startPostgres(): Promise<Engine> {
  const database = await createTestDatabase()
  return {
    open: () => openPostgres({ url: database.url, collections: exampleCollections, migrations: [first] }),
    discard: () => database.drop(),
  }
}

if (server.kind === 'server') {
  describeContract('PostgreSQL', startPostgres)
  describe('PostgreSQL: the schema', describeSchema)
  describe('PostgreSQL: several processes', describeReplicas)
} else if (process.env.CI) {
  it('PostgreSQL answers', () => expect.fail(server.reason))
} else {
  it.skip(`PostgreSQL: ${server.reason}`, () => {})
}

function describeSchema(): void {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  const open = (collections: readonly Collection<never>[], migrations: readonly Migration[]) =>
    openPostgres({ url: database.url, collections, migrations })

  beforeAll(async () => {
    database = await createTestDatabase()
    await (await open(exampleCollections, [first])).close()
  })
  afterAll(() => database.drop())

  it('refuses a collection that no migration made a table for', async () => {
    const opening = open([...exampleCollections, { ...errands, name: 'forgotten' }], [first])
    await expect(opening).rejects.toThrow(/"forgotten" has no table: add a migration/)
  })

  it('applies a new migration once, also when replicas start together', async () => {
    const second = { number: 2, name: 'errands of another kind', sql: createCollection('other_errand') }
    const all = [...exampleCollections, { ...errands, name: 'other_errand' }]
    const opened = await Promise.all([1, 2, 3].map(() => open(all, [first, second])))
    for (const store of opened) await store.close()
  })

  it('refuses a database that is newer than the program', async () => {
    await expect(open(exampleCollections, [first])).rejects.toThrow(SchemaMismatch)
    await expect(open(exampleCollections, [first])).rejects.toThrow(/migration 2 .* start a newer Saldo/)
  })

  it('refuses a migration that bears the number of another', async () => {
    await expect(open(exampleCollections, [first, { number: 2, name: 'else', sql: '' }])).rejects.toThrow(
      /"errands of another kind" in the database/,
    )
  })

  it('changes nothing when a migration fails', async () => {
    const half = { number: 1, name: 'half', sql: `${createCollection('left_over')}; select no_such_function()` }
    const fresh = await createTestDatabase()
    const url = fresh.url
    await expect(openPostgres({ url, collections: [], migrations: [half] })).rejects.toThrow(/no_such_function/)
    await (
      await openPostgres({ url, collections: [], migrations: [{ ...half, sql: createCollection('left_over') }] })
    ).close()
    await fresh.drop()
  })

  it('gives documents their keys when an index is declared anew', async () => {
    const fresh = await createTestDatabase()
    const plain: Collection<Bill> = { ...bills, indexes: {} }
    const before = await openPostgres({ url: fresh.url, collections: [plain], migrations: [first] })
    await before.change(async (unit) => {
      for (let at = 0; at < 1200; at++) unit.put(plain, `b${at}`, bill({ cents: at }), 0)
    })
    await before.close()
    const after = await openPostgres({ url: fresh.url, collections: [bills], migrations: [first] })
    expect((await after.find(bills, { index: 'cents', from: 1190 })).items).toHaveLength(10)
    await after.close()
    await fresh.drop()
  })

  it('has a table for everything that Saldo keeps', async () => {
    const fresh = await createTestDatabase()
    await (await openPostgres({ url: fresh.url, collections: declaredCollections })).close()
    await fresh.drop()
  })

  it('answers a range query from the index', async () => {
    const store = await open(exampleCollections, [first, { number: 2, name: 'errands of another kind', sql: '' }])
    await store.change(async (unit) => {
      for (let at = 0; at < 3000; at++) unit.put(bills, `x${at}`, bill({ cents: at }), 0)
    })
    await store.close()
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query('analyze')
    const sql = `explain select id from "bill__keys" where index_name = 'cents' and key >= 'n80' and key <= 'n81' order by key, id limit 10`
    const plan = (await client.query(sql)).rows.map((row) => Object.values(row)[0]).join('\n')
    await client.end()
    expect(plan).toContain('Index Only Scan using bill__keys_pkey')
    expect(plan).not.toContain('Sort')
  })
}

function describeReplicas(): void {
  it('claim without waiting, no document twice, and lose no increment', async () => {
    const database = await createTestDatabase()
    const open = () => openPostgres({ url: database.url, collections: exampleCollections, migrations: [first] })
    const [a, b] = [await open(), await open()]
    await a.change(async (unit) => {
      unit.put(counters, 'shared', { value: 0 }, 0)
      for (let at = 0; at < 300; at++) unit.put(errands, `e${at}`, { dueAt: '2026-01-01', taken: 0 }, 0)
    })
    const claimed: string[] = []
    const work = async (store: typeof a) => {
      for (let round = 0; round < 30; round++) {
        const options = { index: 'due', due: '2026-01-01', limit: 5, lease: () => ({ dueAt: '2027-01-01', taken: 1 }) }
        claimed.push(...(await store.claim(errands, options)).map((each) => each.id))
        await store.change(async (unit) => {
          const read = (await unit.get(counters, 'shared'))!
          unit.put(counters, 'shared', { value: read.data.value + 1 }, read.revision)
        })
      }
    }
    await Promise.all([work(a), work(b), work(a), work(b)])
    expect(claimed).toHaveLength(300)
    expect(new Set(claimed).size).toBe(300)
    expect((await a.get(counters, 'shared'))?.data.value).toBe(120)
    await a.close()
    await b.close()
    await database.drop()
  })
}

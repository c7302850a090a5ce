import { readdirSync, statSync } from 'node:fs'
import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Documents } from '../../src/store/documents.ts'
import { FolderInUse, openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { StoreDamaged } from '../../src/store/lowdb/store-damaged.ts'
import { bill, bills, exampleCollections } from './example-collections.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-folder-'))
})
afterEach(() => rm(folder, { recursive: true }))

const open = (options = {}) => openEmbedded({ folder, collections: exampleCollections, ...options })

const put = (store: Documents, id: string, cents: number, expected = 0, customer = 'c1') =>
  store.change(async (unit) => unit.put(bills, id, bill({ cents, customer }), expected))

/** Copies what a process killed at this moment would leave, and opens it instead of the folder that is still owned. */
async function asIfKilled(store: Documents, then: (journal: string) => Promise<void>): Promise<Documents> {
  const [segment = ''] = await readdir(join(folder, 'journal'))
  const bytes = await readFile(join(folder, 'journal', segment))
  await store.close()
  for (const each of exampleCollections) await rm(join(folder, each.name), { recursive: true })
  await writeFile(join(folder, 'journal', segment), bytes)
  await then(join(folder, 'journal', segment))
  return open()
}

/** Synchronous, so that no checkpoint removes a file between its listing and its measuring. */
function bytesIn(within: string): number {
  const names = readdirSync(within, { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => statSync(join(within, name)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0)
}

describe('the journal', () => {
  const three = async (): Promise<Documents> => {
    const store = await open()
    for (const id of ['a', 'b', 'c']) await put(store, id, 1)
    return store
  }
  const idsIn = async (store: Documents) => {
    const ids = (await store.find(bills, { index: 'customer' })).items.map((each) => each.id)
    await store.close()
    return ids
  }

  it('brings back what no partition file has yet', async () => {
    expect(await idsIn(await asIfKilled(await three(), async () => {}))).toEqual(['a', 'b', 'c'])
  })

  it.each([
    [
      'cut within its last frame',
      (file: string) => stat(file).then(({ size }) => truncate(file, size - 9)),
      ['a', 'b'],
    ],
    ['cut by its last byte', (file: string) => stat(file).then(({ size }) => truncate(file, size - 1)), ['a', 'b']],
    [
      'followed by a torn frame',
      (file: string) => appendFile(file, '120 0badcafe [[["bill","d",1,{"cus'),
      ['a', 'b', 'c'],
    ],
    ['followed by zeros', (file: string) => appendFile(file, Buffer.alloc(4096)), ['a', 'b', 'c']],
    ['empty', (file: string) => truncate(file, 0), []],
  ])('%s is read up to the last whole frame, and goes on from there', async (_, damage, ids) => {
    const store = await asIfKilled(await three(), damage)
    await put(store, 'e', 1)
    expect(await idsIn(store)).toEqual([...ids, 'e'])
    expect(await idsIn(await open())).toEqual([...ids, 'e'])
  })

  it('with a changed byte before acknowledged changes is refused', async () => {
    const damaged = asIfKilled(await three(), async (file) => {
      const bytes = await readFile(file)
      bytes[bytes.indexOf('cents')] = 0x58
      await writeFile(file, bytes)
    })
    await expect(damaged).rejects.toThrow(StoreDamaged)
    await expect(open()).rejects.toThrow(
      /journal is damaged at byte 0, before changes that were acknowledged.*from a backup/,
    )
  })

  it('that changes a collection nobody declared is refused', async () => {
    const store = await asIfKilled(await three(), async () => {})
    await asIfKilled(store, async (file) => {
      await expect(openEmbedded({ folder, collections: [] })).rejects.toThrow(
        /changes "bill", which this version does not know/,
      )
      await truncate(file, 0)
    }).then((again) => again.close())
  })

  it('is empty after closing', async () => {
    await (await three()).close()
    expect(await readdir(join(folder, 'journal'))).toEqual([])
  })

  it('stays small however much is written', async () => {
    const store = await open({ checkpoint: { bytes: 50_000, milliseconds: 60_000 } })
    let largest = 0
    for (let at = 0; at < 400; at++) {
      await store.change(async (unit) => unit.put(bills, `b${at}`, bill({ unindexed: 'x'.repeat(2000) }), 0))
      largest = Math.max(largest, bytesIn(join(folder, 'journal')))
    }
    await store.close()
    expect(largest).toBeLessThan(4 * 50_000)
  })
})

describe('a partition file', () => {
  const file = () => join(folder, 'bill', 'c1.json')
  beforeEach(async () => {
    const store = await open()
    await put(store, 'a', 1)
    await put(store, 'b', 2)
    await store.close()
  })

  it('is JSON, one document a line', async () => {
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
      a: { revision: 1, data: bill({ cents: 1 }) },
      b: { revision: 1, data: bill({ cents: 2 }) },
    })
    expect((await readFile(file(), 'utf8')).split('\n')).toHaveLength(4)
  })

  it('that an editor laid out anew is read all the same', async () => {
    await writeFile(file(), JSON.stringify(JSON.parse(await readFile(file(), 'utf8')), null, 2))
    const store = await open()
    expect((await store.get(bills, 'b'))?.data.cents).toBe(2)
    await put(store, 'a', 7, 1)
    await store.close()
    expect((await (await reopened()).get(bills, 'b'))?.data.cents).toBe(2)
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -30)],
    ['empty', () => ''],
    ['no JSON', (text: string) => text.replace('"cents":1', '"cents":')],
    ['without a revision', (text: string) => text.replace('"revision":1', '"revision":0')],
  ])('that is %s is refused by name', async (_, damage) => {
    await writeFile(file(), damage(await readFile(file(), 'utf8')))
    await expect(open()).rejects.toThrow(StoreDamaged)
    await expect(open()).rejects.toThrow(/bill\/c1\.json.*(damaged|no complete file).*from a backup/)
  })

  it('moves its document when the partition changes, and goes when it is empty', async () => {
    const store = await open()
    await put(store, 'a', 1, 1, 'c2')
    await put(store, 'b', 1, 1, 'c2')
    await store.close()
    expect(await readdir(join(folder, 'bill'))).toEqual(['c2.json'])
    expect((await (await reopened()).find(bills, { index: 'customer', equals: 'c2' })).items).toHaveLength(2)
  })

  it.each(['../../etc', 'C1', '.hidden', 'a/b', 'ä', '', 'x'.repeat(400), 'CON', 'a\nb'])(
    'is safe for the partition %j',
    async (name) => {
      const store = await open()
      await put(store, 'odd', 1, 0, name)
      await store.close()
      expect((await readdir(join(folder, 'bill'))).filter((each) => each.endsWith('.json'))).toHaveLength(2)
      expect((await (await reopened()).get(bills, 'odd'))?.data.customer).toBe(name)
    },
  )

  let again: Documents | undefined
  async function reopened(): Promise<Documents> {
    again = await open()
    return again
  }
  afterEach(async () => {
    await again?.close()
    again = undefined
  })
})

describe('a data folder', () => {
  it('is refused to a second opener, and free again after closing', async () => {
    const store = await open()
    await expect(open()).rejects.toThrow(FolderInUse)
    await store.close()
    await (await open()).close()
  })

  it('is free again when it could not be opened', async () => {
    await expect(openEmbedded({ folder, collections: [{ ...bills, name: 'Bad name' }] })).rejects.toThrow(
      /cannot name a collection/,
    )
    await (await open()).close()
  })

  it('takes no change after closing', async () => {
    const store = await open()
    await store.close()
    await expect(put(store, 'late', 1)).rejects.toThrow('the store is closed')
  })

  it('of 100,000 lines is not rewritten for a change the size of a ticket', async () => {
    const store = await open({ checkpoint: { bytes: 8 << 20, milliseconds: 60_000 } })
    const lines = Array.from(
      { length: 500 },
      (_, at) => `DZH318Z0BQ3Q:0001 Microsoft 365 Business Premium ${at} 18.60 EUR`,
    )
    for (let page = 0; page < 200; page++) {
      const data = bill({ customer: `c${page % 50}`, unindexed: lines.join('\n') })
      await store.change(async (unit) => unit.put(bills, `page${page}`, data, 0))
    }
    await store.close()
    const all = bytesIn(folder)
    const written = await bytesWrittenBy(async () => {
      const again = await open()
      await put(again, 'ticket', 1, 0, 'tickets')
      await again.close()
    })
    console.log(`a ticket on a ledger of 100,000 lines (${all} bytes): ${written} bytes written`)
    expect(written).toBeLessThan(20_000)
  })
})

/** What this process asks the system to write meanwhile (Linux); nothing elsewhere. */
async function bytesWrittenBy(work: () => Promise<void>): Promise<number> {
  const before = await writtenSoFar()
  await work()
  return (await writtenSoFar()) - before
}

async function writtenSoFar(): Promise<number> {
  if (process.platform !== 'linux') return 0
  return Number(/wchar: (\d+)/.exec(await readFile('/proc/self/io', 'utf8'))?.[1])
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { fetchExport } from '../../src/partner-center/fetch-export.ts'
import { GraphFailed } from '../../src/partner-center/graph.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Instant } from '../../src/values/day.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { fileOf, importText, invoice } from './example-file.ts'
import { blobOf, folderWith, jsonLinesOf } from './export-files.ts'
import {
  accepted,
  bytes,
  graphServer,
  json,
  operation,
  running,
  type Script,
  start,
  succeeded,
  token,
  wanted,
} from './graph-server.ts'

const csv = fileOf([{}, { Quantity: '12', BillableQuantity: '12', Subtotal: '120.96', Total: '120.96' }])
const lines = jsonLinesOf(csv)
const two = ['part-0.json.gz', 'a/part-1.json.gz']
const store: Script = {
  'GET /store/one/part-0.json.gz': [bytes(blobOf(lines.slice(0, 1)))],
  'GET /store/one/a/part-1.json.gz': [bytes(blobOf(lines.slice(1)))],
}
const good: Script = { ...store, [start]: [accepted], [operation]: [running, succeeded(two)] }

test('an export is started, waited for and downloaded, and says the same as the CSV file', async () => {
  const { graph, asked, waited } = await graphServer(good)
  const into = folderWith({})
  const fetched = await fetchExport(graph, wanted, into)
  expect(fetched).toEqual({ kind: 'fetched', folder: join(into, `reconciliation-${invoice}`), files: 2 })
  expect(JSON.parse(asked[0]!.body)).toEqual({ invoiceId: invoice, attributeSet: 'full' })
  expect(waited).toEqual([3])
  const documents = await openLedger()
  await importText(documents, csv)
  const desk = { documents, clock: fixedClock('2026-11-22T10:00:00.000Z' as Instant), newId: () => 'id' }
  expect(await importFiles([join(into, `reconciliation-${invoice}`)], importers, desk)).toMatchObject([
    { kind: 'unchanged', records: 2 },
  ])
})

test('the token goes to Graph alone, and the secret of the files stands in nothing that is kept', async () => {
  const { graph, asked } = await graphServer(good)
  const into = folderWith({})
  await fetchExport(graph, wanted, into)
  for (const { path, authorization } of asked)
    expect(authorization).toBe(path.startsWith('/store/') ? undefined : `Bearer ${token}`)
  expect(asked.filter(({ path }) => path.includes('VERYSECRET'))).toHaveLength(2)
  const manifest = readFileSync(join(into, `reconciliation-${invoice}`, 'manifest.json'), 'utf8')
  expect(manifest).not.toMatch(/VERYSECRET|sasToken|rootDirectory/)
})

test('a busy service is waited for as long as it asks', async () => {
  const busy = json({ statusCode: 429, message: 'Rate limit is exceeded.' }, 429, { 'retry-after': '57' })
  const { graph, waited } = await graphServer({
    ...good,
    [start]: [busy, accepted],
    [operation]: [bytes('', 503), succeeded(two)],
  })
  expect((await fetchExport(graph, wanted, folderWith({}))).kind).toBe('fetched')
  expect(waited).toEqual([57, 10])
})

test('an operation that is gone is started again', async () => {
  const { graph, asked } = await graphServer({ ...good, [operation]: [bytes('', 410), succeeded(two)] })
  expect((await fetchExport(graph, wanted, folderWith({}))).kind).toBe('fetched')
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2)
})

describe('nothing is kept', () => {
  test.each([
    ['a token without the permission', { [start]: [bytes('', 403)] }, { kind: 'refused', reason: 'not-allowed' }],
    [
      'an export that fails',
      { [operation]: [json({ status: 'failed', error: { code: '5000', message: 'No data available' } })] },
      { kind: 'refused', reason: 'failed', says: 'No data available' },
    ],
    [
      'data that changes while it comes',
      { [operation]: [succeeded(two), succeeded(two, { eTag: 'newer' })] },
      { kind: 'changed' },
    ],
  ] as const)('of %s', async (_, over, expected) => {
    const { graph } = await graphServer({ ...good, ...(over as Script) })
    const into = folderWith({})
    expect(await fetchExport(graph, wanted, into)).toMatchObject(expected)
    expect(readdirSync(into)).toEqual([])
  })

  const page = bytes('<html>AuthenticationFailed</html>', 403)
  test.each([
    [
      'a link to a file that has expired',
      { 'GET /store/one/a/part-1.json.gz': [page] },
      /answers 403 instead of a\/part-1/,
    ],
    ['a service that stays busy', { [start]: [bytes('', 503)] }, /503 again and again/],
    [
      'an operation on another host',
      {
        [start]: [
          (response: { writeHead(status: number, headers: object): { end(): void } }) =>
            response.writeHead(202, { location: 'https://elsewhere.example/x' }).end(),
        ],
      },
      /points to another host, elsewhere/,
    ],
    ['a name that leads out of the folder', { [operation]: [succeeded(['../x.gz'])] }, /can stand in no folder/],
    ['an answer that is no operation', { [operation]: [bytes('<html>')] }, /answers no operation/],
    [
      'a file that breaks off',
      {
        'GET /store/one/part-0.json.gz': [
          (response: {
            writeHead(status: number, headers: object): { write(text: string): void }
            destroy(): void
          }) => {
            response.writeHead(200, { 'content-length': '999' }).write('x')
            setTimeout(() => response.destroy(), 20)
          },
        ],
      },
      /broke off/,
    ],
  ] as const)('of %s', async (_, over, message) => {
    const { graph } = await graphServer({ ...good, ...(over as unknown as Script) })
    const into = folderWith({})
    const fault = await fetchExport(graph, wanted, into).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(GraphFailed)
    expect(String(fault)).toMatch(message)
    expect(String(fault)).not.toMatch(/VERYSECRET|GRAPHTOKEN/)
    expect(readdirSync(into)).toEqual([])
  })

  test('of a service that is not there', async () => {
    const graph = { baseUrl: 'http://127.0.0.1:9/v1.0', token: async () => token, wait: async () => {} }
    await expect(fetchExport(graph, wanted, folderWith({}))).rejects.toThrow(/127\.0\.0\.1:9 cannot be reached/)
  })
})

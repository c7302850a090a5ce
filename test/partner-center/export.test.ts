import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { columns } from '../../src/partner-center/columns.ts'
import { jsonLine } from '../../src/partner-center/json-line.ts'
import type { Documents } from '../../src/store/documents.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Instant } from '../../src/values/day.ts'
import { decimalText } from '../../src/values/decimal.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { customer, faultOf, fileOf, importText, invoice, otherTenant, partner, type Row } from './example-file.ts'
import { blobOf, folderWith, jsonLinesOf, manifestOf, secret } from './export-files.ts'
import { importUsageText, usageFileOf } from './usage-file.ts'

const rows: Row[] = [
  {},
  {
    ProductName: 'Ação, "Premium"',
    EffectiveUnitPrice: '10.079999999999999123',
    OrderId: '123456789012345678',
    PriceAdjustmentDescription: '["15.0% Partner earned credit for services managed"]',
    ProductQualifiers: '["Add-on","Trial"]',
  },
  { CustomerId: otherTenant, ReferenceId: '{"id":"ddb64857-5fe6-4f46-a4b6-482c365af7d6","v":"2.0"}' },
]
const csv = fileOf(rows)
const lines = jsonLinesOf(csv)
const whole = {
  'manifest.json': manifestOf(['part-0.json.gz', 'part-1.json.gz']),
  'part-0.json.gz': blobOf(lines.slice(0, 2)),
  'part-1.json.gz': blobOf(lines.slice(2)),
}

const clock = fixedClock('2026-11-22T10:00:00.000Z' as Instant)
let last = 0
const importAll = (documents: Documents, folder: string, dryRun = false) =>
  importFiles([folder], importers, { documents, clock, newId: () => `id-${++last}`, dryRun })
const chargesOf = async (documents: Documents, of = customer) =>
  (await ledgerOf(documents).charges(of, invoice)).map(({ line: _, ...charge }) => charge)

test('a manifest with its files beside it brings the charges that the CSV file of the invoice has', async () => {
  const [documents, reference] = [await openLedger(), await openLedger()]
  const reports = await importAll(documents, folderWith(whole))
  expect(reports).toMatchObject([
    { kind: 'imported', file: 'manifest.json', format: 'invoice reconciliation', records: 3 },
  ])
  await importText(reference, csv)
  const written = (charges: object[]) =>
    JSON.parse(JSON.stringify(charges, (_, value) => (value?.toFixed ? decimalText(value) : value)))
  for (const of of [customer, `${partner}.${otherTenant}` as typeof customer])
    expect(written(await chargesOf(documents, of))).toEqual(written(await chargesOf(reference, of)))
  expect((await chargesOf(documents)).map(({ effectiveUnitPrice }) => decimalText(effectiveUnitPrice))).toContain(
    '10.079999999999999123',
  )
})

describe('is unchanged:', () => {
  test('the export of an invoice that came in as CSV', async () => {
    const documents = await openLedger()
    await importText(documents, csv)
    expect(await importAll(documents, folderWith(whole))).toMatchObject([{ kind: 'unchanged', changes: [] }])
  })

  test('the CSV file of an invoice that came in as an export', async () => {
    const documents = await openLedger()
    await importAll(documents, folderWith(whole))
    expect((await importText(documents, csv)).kind).toBe('unchanged')
  })

  test('the same export under a new manifest, divided otherwise', async () => {
    const documents = await openLedger()
    await importAll(documents, folderWith(whole))
    const again = {
      'm.json': manifestOf(['all.gz'], { eTag: 'other', sasToken: 'other' }),
      'all.gz': blobOf(lines.toReversed()),
    }
    expect(await importAll(documents, folderWith(again))).toMatchObject([{ kind: 'unchanged' }])
  })

  test('an export with an attribute that the CSV file did not have', async () => {
    const documents = await openLedger()
    await importText(documents, csv)
    const more = lines.map((line) => line.replace(/^\{/, '{"TenantRegion":"EU",'))
    const files = { 'manifest.json': manifestOf(['all.gz']), 'all.gz': blobOf(more) }
    expect(await importAll(documents, folderWith(files))).toMatchObject([
      { kind: 'unchanged', notes: ['column TenantRegion is not known to Saldo and was kept'] },
    ])
  })
})

describe('the same charges come from', () => {
  const camelCase = jsonLinesOf(csv, (name) => name.charAt(0).toLowerCase() + name.slice(1))
  const asObjects = lines.map((line) => line.replace(/"(\[\\".*?\])"/g, (_, cell) => JSON.parse(`"${cell}"`)))
  const manifest = manifestOf(['all.json.gz'])
  const files: readonly (readonly [string, Readonly<Record<string, string | Buffer | object>>])[] = [
    ['a blob alone', { 'all.json.gz': blobOf(lines) }],
    ['a blob alone under the other name', { 'all.jsonl.gz': blobOf(lines) }],
    ['a blob that the browser has unpacked', { 'all.jsonl': lines.join('\r\n') }],
    ['attributes in the style of the API', { 'all.json.gz': blobOf(camelCase) }],
    ['lists as JSON lists', { 'all.json.gz': blobOf(asObjects) }],
    [
      'the other name of the format',
      { 'm.json': { ...manifest, dataFormat: 'compressedJSON' }, 'all.json.gz': blobOf(lines) },
    ],
    [
      'the operation’s whole answer',
      { 'm.json': { status: 'succeeded', resourceLocation: manifest }, 'all.json.gz': blobOf(lines) },
    ],
    [
      'a name with a query behind it',
      { 'm.json': manifestOf([`all.json.gz?${secret}`]), 'all.json.gz': blobOf(lines) },
    ],
    [
      'a file in a folder below, and an empty one',
      { 'm.json': manifestOf(['a/0.gz', 'a/1.gz']), 'a/0.gz': gzipSync(''), 'a/1.gz': blobOf(lines) },
    ],
  ]
  test.each(files)('%s', async (_, content) => {
    const documents = await openLedger()
    await importText(documents, csv)
    expect(await importAll(documents, folderWith(content))).toMatchObject([{ kind: 'unchanged', records: 3 }])
  })
})

test('daily rated usage comes as an export too, and says the same as its CSV file', async () => {
  const text = usageFileOf([{}, { UsageDate: '6/19/2026', BillingPreTaxTotal: '1234567.8901234567' }])
  const documents = await openLedger()
  const usage = jsonLinesOf(text)
  const folder = folderWith({ 'manifest.json': manifestOf(['u.json.gz']), 'u.json.gz': blobOf(usage) })
  expect(await importAll(documents, folder)).toMatchObject([
    { kind: 'imported', format: 'daily rated usage', records: 2 },
  ])
  const [record] = await ledgerOf(documents).usage(customer, invoice)
  expect(decimalText(record!.cost)).toBe('1234589.2863234567')
  expect((await importUsageText(documents, text)).kind).toBe('unchanged')
})

describe('an export is refused, and nothing is changed, for', () => {
  const page = '<!DOCTYPE html>\n<html><body>AuthenticationFailed</body></html>'
  const one = (blob: string | Buffer, over = {}) => ({ 'manifest.json': manifestOf(['p.gz'], over), 'p.gz': blob })
  const refused: readonly (readonly [string, Readonly<Record<string, string | Buffer | object>>, object, RegExp])[] = [
    [
      'a file that is missing',
      { ...whole, 'manifest.json': manifestOf(['part-0.json.gz', 'part-2.json.gz']) },
      { file: 'part-2.json.gz' },
      /missing/,
    ],
    [
      'a second file that no manifest names',
      { ...whole, 'part-2.json.gz': blobOf(lines.slice(2)) },
      { file: 'part-2.json.gz' },
      /no manifest names/,
    ],
    [
      'two files without a manifest',
      { 'a.gz': blobOf(lines.slice(0, 2)), 'b.gz': blobOf(lines.slice(2)) },
      { file: 'a.gz' },
      /no manifest names/,
    ],
    ['an empty file', one(''), { file: 'p.gz' }, /empty/],
    ['a web page instead of a file', one(page), { file: 'p.gz', line: 1 }, /web page.*expired/],
    [
      'a web page instead of the second file',
      { ...whole, 'part-1.json.gz': page },
      { file: 'part-1.json.gz', line: 1 },
      /web page/,
    ],
    [
      'a file that is cut off',
      one(gzipSync(lines.join('\n')).subarray(0, -20)),
      { file: 'p.gz' },
      /cut off or damaged/,
    ],
    [
      'a line that is cut off',
      { ...whole, 'part-1.json.gz': blobOf([lines[2]!, lines[0]!.slice(0, -40)]) },
      { file: 'part-1.json.gz', line: 2 },
      /no record/,
    ],
    [
      'a count that is not the number of files',
      one(blobOf(lines), { blobCount: 2 }),
      { file: 'manifest.json', column: 'blobCount', value: '2' },
      /speaks of 2 files and names 1/,
    ],
    [
      'a name twice',
      { 'manifest.json': manifestOf(['p.gz', 'p.gz']), 'p.gz': blobOf(lines) },
      { column: 'blobs', value: 'p.gz' },
      /twice/,
    ],
    [
      'a name that leads out of the folder',
      { 'manifest.json': manifestOf(['../p.gz']) },
      { file: '../p.gz' },
      /leads out/,
    ],
    ['an absolute name', { 'manifest.json': manifestOf(['/etc/hostname']) }, { file: '/etc/hostname' }, /leads out/],
    [
      'a format that nobody knows',
      one(blobOf(lines), { dataFormat: 'parquet' }),
      { column: 'dataFormat' },
      /not one that Saldo knows/,
    ],
    [
      'another account’s rows',
      one(blobOf(lines), { partnerTenantId: otherTenant }),
      { file: 'p.gz', line: 1, column: 'PartnerId' },
      /another export/,
    ],
    [
      'two manifests that name the same file',
      { ...whole, 'old.json': manifestOf(['part-0.json.gz'], { eTag: 'older' }) },
      {},
      /another export/,
    ],
    [
      'a bad amount in the second file',
      { ...whole, 'part-1.json.gz': blobOf(jsonLinesOf(fileOf([{}, { Total: '100.81' }]))) },
      { file: 'part-1.json.gz', line: 2, column: 'Total' },
      /Subtotal/,
    ],
    [
      'an attribute that no line has',
      one(blobOf(jsonLinesOf(fileOf([{}], { headers: columns.filter((name) => name !== 'SubscriptionId') })))),
      { column: 'SubscriptionId' },
      /no line of the export/,
    ],
    ['files without a line', one(gzipSync('')), { file: 'manifest.json' }, /no charges/],
    [
      'a manifest that is cut off',
      { 'manifest.json': JSON.stringify(manifestOf(['p.gz'])).slice(0, -3) },
      { file: 'manifest.json' },
      /cut off/,
    ],
    ['something else than charges', one(blobOf(['{"a":1}'])), { file: 'p.gz' }, /neither/],
  ]
  test.each(refused)('%s', async (_, content, place, problem) => {
    const documents = await openLedger()
    const fault = await faultOf(importAll(documents, folderWith(content)))
    expect(fault).toMatchObject(place)
    expect(fault.problem).toMatch(problem)
    expect(JSON.stringify(fault)).not.toContain('VERYSECRET')
    expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
    expect(await chargesOf(documents)).toEqual([])
  })

  test('a web page that was saved under a blob’s name', async () => {
    const folder = folderWith({ 'part-0.json.gz': page })
    const fault = await faultOf(importAll(await openLedger(), join(folder, 'part-0.json.gz')))
    expect(fault.problem).toMatch(/web page/)
  })
})

test('the secret of a manifest is in no report, record or charge', async () => {
  const documents = await openLedger()
  const folder = folderWith(whole)
  expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toContain('VERYSECRET')
  const reports = await importAll(documents, folder)
  const records = (await documents.find(imports, { index: 'at' })).items
  const pages = await chargesOf(documents)
  expect(JSON.stringify([reports, records, pages])).not.toContain('VERYSECRET')
})

test('a dry run of an export checks everything and writes nothing', async () => {
  const documents = await openLedger()
  expect(await importAll(documents, folderWith(whole), true)).toMatchObject([{ kind: 'checked', records: 3 }])
  expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
})

test('a line keeps every digit of its numbers', () => {
  expect(jsonLine('{"a":0.123456789012345678,"b":100.80,"c":[1],"d":null,"e":true,"f":"1.0"}')).toEqual([
    ['a', '0.123456789012345678'],
    ['b', '100.80'],
    ['c', '["1"]'],
    ['d', ''],
    ['e', 'true'],
    ['f', '1.0'],
  ])
  expect(jsonLine('[1]')).toBeUndefined()
})

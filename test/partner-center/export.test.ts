import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { jsonLine } from '../../src/partner-center/json-line.ts'
import { decimalText } from '../../src/values/decimal.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { customer, importText, invoice, otherTenant, partner } from './example-file.ts'
import {
  blobOf,
  chargesOf,
  csv,
  folderWith,
  importAll,
  jsonLinesOf,
  lines,
  manifestOf,
  secret,
  whole,
} from './export-files.ts'
import { importUsageText, usageFileOf } from './usage-file.ts'

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

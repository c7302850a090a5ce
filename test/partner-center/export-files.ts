import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { onTestFinished } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Documents } from '../../src/store/documents.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Instant } from '../../src/values/day.ts'
import { customer, fileOf, invoice, otherTenant, partner, type Row } from './example-file.ts'

export const secret = 'sv=2024&sig=VERYSECRET%3D'

const numbers = /Price$|Quantity$|^Subtotal$|Total$|Rate$|Percentage$/
const dates = /Date$/

/** The lines that a Graph export has for the rows of a CSV file: numbers as JSON numbers with all digits, days in ISO, nothing as null. */
export function jsonLinesOf(csv: string, called = (name: string) => name): string[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  return rows.map((row) => {
    const members = Object.entries(row).map(([name, cell]) => `${JSON.stringify(called(name))}:${memberOf(name, cell)}`)
    return `{${members.join(',')}}`
  })
}

function memberOf(name: string, cell: string): string {
  if (cell === '') return 'null'
  if (numbers.test(name) && /^-?\d+(\.\d+)?$/.test(cell)) return cell
  if (!dates.test(name)) return JSON.stringify(cell)
  const [month = '', day = '', year = ''] = cell.split('/')
  return JSON.stringify(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`)
}

/** A blob of several gzip members, as large exports have. */
export const blobOf = (lines: readonly string[]): Buffer => Buffer.concat(lines.map((line) => gzipSync(`${line}\n`)))

export const manifestOf = (names: readonly string[], over: Readonly<Record<string, unknown>> = {}) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#reports/partners/billing/manifests/$entity',
  id: 'b2e2c0a1-6f0e-4c1e-9d59-2c1a2b8a6f7e',
  schemaVersion: '1',
  dataFormat: 'compressedJSONLines',
  createdDateTime: '2026-07-08T09:00:00Z',
  eTag: 'RwDrn7fbiTXy6UULE',
  partnerTenantId: partner,
  rootDirectory: 'https://example.blob.core.windows.net/exports/b2e2c0a1',
  sasToken: secret,
  partitionType: 'default',
  blobCount: names.length,
  blobs: names.map((name) => ({ name, partitionValue: 'default' })),
  ...over,
})

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Buffer | object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    const isText = typeof content === 'string' || Buffer.isBuffer(content)
    writeFileSync(join(folder, name), isText ? content : JSON.stringify(content, undefined, 2))
  }
  return folder
}

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
export const csv = fileOf(rows)
export const lines = jsonLinesOf(csv)
/** A whole export: its manifest and two blobs. */
export const whole = {
  'manifest.json': manifestOf(['part-0.json.gz', 'part-1.json.gz']),
  'part-0.json.gz': blobOf(lines.slice(0, 2)),
  'part-1.json.gz': blobOf(lines.slice(2)),
}

const clock = fixedClock('2026-11-22T10:00:00.000Z' as Instant)
let last = 0
export const importAll = (documents: Documents, folder: string, dryRun = false) =>
  importFiles([folder], importers, { documents, clock, newId: () => `id-${++last}`, dryRun })
/** A customer's charges, wherever they stand in the file. */
export const chargesOf = async (documents: Documents, of = customer) =>
  (await ledgerOf(documents).charges(of, invoice)).map(({ line: _, ...charge }) => charge)

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { ublImporter } from '../../src/formats/ubl/ubl-importer.ts'
import type { Importer } from '../../src/ledger/importing.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { reconciliationImporter } from '../../src/partner-center/reconciliation-importer.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Instant } from '../../src/values/day.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { customer, faultOf, fileOf, invoice } from '../partner-center/example-file.ts'

const clock = fixedClock('2026-11-22T10:00:00.000Z' as Instant)
const importers = [reconciliationImporter]

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

async function context() {
  let last = 0
  return { documents: await openLedger(), clock, newId: () => `id-${++last}` }
}

const text = fileOf([{}, { ProductName: 'Ação' }])
const bytes = Buffer.from(text)
const halves = Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))])

test.each([
  ['plain', 'recon.csv', bytes],
  ['gzip', 'recon.csv.gz', gzipSync(bytes)],
  ['gzip of several members', 'recon.csv.gz', halves],
  ['gzip under another name', 'recon.csv', gzipSync(bytes)],
  ['plain with a byte-order mark', 'recon.csv', Buffer.from(`\ufeff${text}`)],
] as const)('a file is read %s', async (_, name, content) => {
  const desk = await context()
  const [report] = await importFiles([join(folderWith({ [name]: content }), name)], importers, desk)
  expect(report).toMatchObject({ kind: 'imported', file: name, format: 'invoice reconciliation', records: 2 })
  const charges = await ledgerOf(desk.documents).charges(customer, invoice)
  expect(charges.map(({ productName }) => productName)).toContain('Ação')
})

test('a gzip file that is cut off is refused', async () => {
  const desk = await context()
  const whole = gzipSync(
    Buffer.from(fileOf(Array.from({ length: 4_000 }, (_, at) => ({ OrderId: `ORDER${at * 7919}` })))),
  )
  const folder = folderWith({ 'recon.csv.gz': whole.subarray(0, whole.length - 40) })
  const fault = await faultOf(importFiles([folder], importers, desk))
  expect(fault).toMatchObject({ file: 'recon.csv.gz', problem: expect.stringMatching(/cut off/) })
  expect(await ledgerOf(desk.documents).charges(customer, invoice)).toEqual([])
})

test('a file of an unknown format is refused by name, and left out of a folder', async () => {
  const desk = await context()
  const folder = folderWith({ 'notes.txt': 'call Helena', 'recon.csv': text, '.hidden.csv': text })
  mkdirSync(join(folder, 'older'))
  expect((await importFiles([folder], importers, desk)).map(({ file }) => file)).toEqual(['recon.csv'])
  const fault = await faultOf(importFiles([join(folder, 'notes.txt')], importers, desk))
  expect(fault).toMatchObject({ file: 'notes.txt', remedy: expect.stringContaining('invoice reconciliation') })
})

test('the files of a folder come in the order of the importers, and by name within a format', async () => {
  const desk = await context()
  const seen: string[] = []
  const importer = (format: string): Importer => ({
    format,
    recognises: (start) => start.startsWith(format),
    import: async ({ file }) => ({ kind: 'imported', file, format, records: 0, changes: [], notes: [] }),
  })
  const folder = folderWith({ 'a.csv': 'payments', 'b.csv': 'customers', 'd.csv': 'charges', 'c.csv': 'charges' })
  const ordered = ['customers', 'charges', 'payments'].map(importer)
  await importFiles([folder], ordered, { ...desk, afterFile: async ({ file }) => void seen.push(file) })
  expect(seen).toEqual(['b.csv', 'c.csv', 'd.csv', 'a.csv'])
})

test('progress ends at the size of the file', async () => {
  const desk = await context()
  const seen: (readonly [number, number])[] = []
  const folder = folderWith({ 'recon.csv': text })
  await importFiles([folder], importers, { ...desk, onProgress: (_, read, size) => void seen.push([read, size]) })
  expect(seen.at(-1)).toEqual([bytes.length, bytes.length])
})

test('a small gzip file that holds more than a bill can is refused before it fills memory', async () => {
  const desk = await context()
  const start = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>'
  const folder = folderWith({ 'FT 1.xml.gz': gzipSync(start.padEnd(21 * 1024 * 1024)) })
  const fault = await faultOf(importFiles([folder], [ublImporter], desk))
  expect(fault).toMatchObject({ file: 'FT 1.xml.gz', problem: 'the file is too large for a bill' })
})

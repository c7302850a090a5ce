import { expect, test } from 'vitest'
import { z } from 'zod'
import { legalNumbersImporter } from '../../src/formats/legal-numbers-csv.ts'
import { pdfDocumentImporter as importer } from '../../src/formats/pdf-document.ts'
import { documentName } from '../../src/ledger/document-name.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { ImportRefused } from '../../src/ledger/importing.ts'
import { invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { documentContents, originalOf } from '../../src/ledger/invoice-document.ts'
import type { Documents } from '../../src/store/documents.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aBill } from '../ledger/examples.ts'
import { importText, openStore } from './import-text.ts'

const pdf = (says = 'one') => `%PDF-1.7\n${says}\nstartxref\n0\n%%EOF\n`

async function openWithBills(...numbers: readonly string[]): Promise<Documents> {
  const documents = await openStore()
  await documents.change(async (unit) => {
    for (const [at, number] of numbers.entries())
      unit.put(invoices, `bill-${at}`, z.encode(invoiceSchema, aBill(`bill-${at}`, ['10.00'], { number })), 0)
  })
  return documents
}

const take = (documents: Documents, file: string, content = pdf(), dryRun = false) =>
  importText(documents, importer, content, { file, dryRun })

async function refused(documents: Documents, file: string, content = pdf()) {
  try {
    await take(documents, file, content)
  } catch (error) {
    if (error instanceof ImportRefused) return error.fault
    throw error
  }
  throw new Error('the file was taken')
}

test('a document stands beside the bill that its name says, byte for byte', async () => {
  const documents = await openWithBills('FT 2026/123', 'FT 2026/124')
  expect(importer.recognises(pdf())).toBe(true)
  expect(await take(documents, 'FT_2026-123.pdf')).toMatchObject({
    kind: 'imported',
    changes: [{ what: 'documents', count: 1 }],
    notes: ['it is the document of FT 2026/123'],
  })
  const original = await originalOf(documents, 'bill-0' as InvoiceId)
  expect(original).toMatchObject({ file: 'FT_2026-123.pdf', mediaType: 'application/pdf', bytes: pdf().length })
  const content = await documents.get(documentContents, original?.id ?? '')
  expect(Buffer.from(content?.data.base64 ?? '', 'base64').toString()).toBe(pdf())
  expect((await documents.get(imports, original?.import ?? ''))?.data.file).toBe('FT_2026-123.pdf')
  expect(await originalOf(documents, 'bill-1' as InvoiceId)).toBeUndefined()
})

test('the same document a second time changes nothing, another one takes its place and is named', async () => {
  const documents = await openWithBills('FT 2026/123')
  await take(documents, 'FT-2026-123.pdf')
  expect(await take(documents, 'FT 2026_123.pdf')).toMatchObject({ kind: 'unchanged', changes: [] })
  const again = await take(documents, 'FT2026-123.pdf', pdf('two'))
  expect(again.notes).toEqual(['it is the document of FT 2026/123', 'it takes the place of FT-2026-123.pdf'])
  expect((await originalOf(documents, 'bill-0' as InvoiceId))?.file).toBe('FT2026-123.pdf')
})

test('a dry run keeps nothing', async () => {
  const documents = await openWithBills('FT 2026/123')
  expect((await take(documents, 'FT-2026-123.pdf', pdf(), true)).kind).toBe('checked')
  expect(await originalOf(documents, 'bill-0' as InvoiceId)).toBeUndefined()
})

test('any name will do that the legal numbers give it', async () => {
  const documents = await openWithBills('NOR-2026-0001')
  const csv = 'bill_number,legal_number,document\nNOR-2026-0001,FT 2026/118,Export 2026-11 doc 7.pdf\n'
  await importText(documents, legalNumbersImporter, csv)
  expect((await take(documents, 'Export 2026-11 doc 7.pdf')).notes).toEqual(['it is the document of FT 2026/118'])
  expect((await take(documents, 'NOR-2026-0001.pdf')).kind).toBe('unchanged')
})

test.each([
  ['no bill has the number', 'FT_2026-999.pdf'],
  ['the name says more than the number', 'Fatura FT_2026-123.pdf'],
  ['the name is nobody’s', 'invoice.pdf'],
  ['the number only begins alike', 'FT_2026-12-3.pdf'],
])('a file is refused when %s', async (_, file) => {
  const fault = await refused(await openWithBills('FT 2026/123'), file)
  expect(fault).toMatchObject({ file, problem: expect.stringContaining('no bill') })
  expect(fault.remedy).toContain('legal-numbers.csv')
})

test('a name that fits two bills is refused and names both', async () => {
  const fault = await refused(await openWithBills('FT 2026/123', 'FT-2026-123'), 'FT_2026_123.pdf')
  expect(fault.problem).toContain('FT 2026/123 and FT-2026-123')
})

test('a PDF that is cut off or far too large is refused', async () => {
  const documents = await openWithBills('FT 2026/123')
  expect((await refused(documents, 'FT-2026-123.pdf', '%PDF-1.7\nhalf of it')).problem).toContain('cut off')
  const large = pdf('x'.repeat(10 * 1024 * 1024))
  expect((await refused(documents, 'FT-2026-123.pdf', large)).problem).toContain('10 MB')
})

test.each([
  ['FT 2026/123', 'FT-2026-123'],
  ['ft_2026-123.PDF', 'FT-2026-123'],
  ['FT2026 0123.xml', 'FT-2026-0123'],
  ['FT 2026-123 (2).pdf', 'FT-2026-123'],
  ['Nº 7.pdf', 'N-7'],
])('%s is compared as %s', (written, name) => expect(documentName(written)).toBe(name))

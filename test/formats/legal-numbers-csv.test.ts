import { expect, test } from 'vitest'
import { z } from 'zod'
import { legalNumbersImporter as importer } from '../../src/formats/legal-numbers-csv.ts'
import { invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { aBill } from '../ledger/examples.ts'
import { faultOf, importText, openStoreWithCustomers } from './import-text.ts'

const csv = 'bill_number,legal_number,document\nNOR-2026-0001,FT 2026/118,FT-2026-118.pdf\n'

async function openWithBills() {
  const documents = await openStoreWithCustomers()
  await documents.change(async (unit) => {
    for (const number of ['NOR-2026-0001', 'NOR-2026-0002']) {
      unit.put(invoices, number, z.encode(invoiceSchema, aBill(number, ['10.00'], { number })), 0)
    }
  })
  return documents
}

test('a legal number and document stand beside the bill, and a second time change nothing', async () => {
  const documents = await openWithBills()
  expect(importer.recognises(csv)).toBe(true)
  expect(await importText(documents, importer, csv)).toMatchObject({
    kind: 'imported',
    changes: [{ what: 'legal numbers', count: 1 }],
  })
  expect((await documents.get(invoices, 'NOR-2026-0001'))?.data).toMatchObject({
    number: 'FT 2026/118',
    ownNumber: 'NOR-2026-0001',
    legal: { number: 'FT 2026/118', document: 'FT-2026-118.pdf' },
  })
  expect(await importText(documents, importer, csv)).toMatchObject({ kind: 'unchanged' })
})

test.each([
  ['a bill nobody has', 'NOR-2026-0009,FT 2026/119,', 'bill_number', 'NOR-2026-0009'],
  ['a second legal number', 'NOR-2026-0001,FT 2026/999,', 'legal_number', 'FT 2026/999'],
  ['one legal number for two bills', 'NOR-2026-0002,FT 2026/118,', 'legal_number', 'FT 2026/118'],
  ['no legal number', 'NOR-2026-0002,,', 'legal_number', ''],
])('%s is refused with line, column, value and remedy, and nothing is taken', async (_, line, column, value) => {
  const documents = await openWithBills()
  const fault = await faultOf(documents, importer, `${csv}${line}\n`)
  expect(fault).toMatchObject({ line: 3, column, value })
  expect(fault.remedy).toMatch(/\.$/)
  expect((await documents.get(invoices, 'NOR-2026-0001'))?.data.legal).toBeUndefined()
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { paidUntil } from '../../src/collections/payment-data.ts'
import { standingOf } from '../../src/collections/standing.ts'
import { paymentsImporter as importer } from '../../src/formats/payments-csv.ts'
import { invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Documents } from '../../src/store/documents.ts'
import { customerId, partnerId, tenantId } from '../../src/values/ids.ts'
import { aBill } from '../ledger/examples.ts'
import { faultOf, importText, openStoreWithCustomers, otherTenant, partner, tenant } from './import-text.ts'

const customer = customerId(partnerId(partner), tenantId(tenant))
const header = 'partner_tenant,customer_tenant,received_on,amount,currency,reference,method'
const row = (amount: string, reference: string) =>
  `${partner},${tenant},2026-11-20,${amount},EUR,${reference},bank-transfer`
const csv = `${header}\n${row('100.00', 'NOR-2026-0001')}\n${row('23.00', '')}\n`

async function openWithBill(): Promise<Documents> {
  const documents = await openStoreWithCustomers()
  const bill = aBill('bill-1', ['100.00'], { customer, number: 'NOR-2026-0001' })
  await documents.change(async (unit) => unit.put(invoices, bill.id, z.encode(invoiceSchema, bill), 0))
  return documents
}

test('payments are taken and pay the bills they name', async () => {
  const documents = await openWithBill()
  expect(importer.recognises(csv)).toBe(true)
  expect(await importText(documents, importer, csv)).toMatchObject({
    kind: 'imported',
    records: 2,
    changes: [{ what: 'payments', count: 2 }],
    notes: [expect.stringMatching(/^line 3: 23\.00 EUR of Aveiro Salinas, Lda \(no reference\) /)],
  })
  const payments = await ledgerOf(documents).payments(customer)
  expect(payments.flatMap(({ allocations }) => allocations.map(({ invoice }) => invoice))).toContain('bill-1')
})

test('the same file again changes nothing', async () => {
  const documents = await openWithBill()
  await importText(documents, importer, csv)
  const notes = ['2 payments came in before and were left as they are']
  expect(await importText(documents, importer, csv)).toMatchObject({ kind: 'unchanged', changes: [], notes })
  expect(await ledgerOf(documents).payments(customer)).toHaveLength(2)
})

test('a file that overlaps an earlier one brings only what is new', async () => {
  const documents = await openWithBill()
  await importText(documents, importer, csv)
  const longer = `${csv}${row('7.00', 'more')}\n`
  expect(await importText(documents, importer, longer)).toMatchObject({ changes: [{ count: 1 }] })
  expect(await ledgerOf(documents).payments(customer)).toHaveLength(3)
})

test('two equal rows of one file are two payments', async () => {
  const documents = await openWithBill()
  const twice = `${header}\n${row('5.00', 'x')}\n${row('5.00', 'x')}\n`
  expect(await importText(documents, importer, twice)).toMatchObject({ changes: [{ count: 2 }] })
  expect(await importText(documents, importer, twice)).toMatchObject({ kind: 'unchanged' })
})

test('a dry run takes nothing and says the same', async () => {
  const documents = await openWithBill()
  expect(await importText(documents, importer, csv, { dryRun: true })).toMatchObject({
    kind: 'checked',
    changes: [{ what: 'payments', count: 2 }],
  })
  expect(await ledgerOf(documents).payments(customer)).toEqual([])
})

test.each([
  ['received_on', row('1.00', 'x').replace('2026-11-20', '20/11/2026'), '20/11/2026'],
  ['amount', row('"1,00"', 'x'), '1,00'],
  ['amount', row('1.005', 'x'), '1.005'],
  ['amount', row('-1.00', 'x'), '-1.00'],
  ['amount', row('0.00', 'x'), '0.00'],
  ['customer_tenant', row('1.00', 'x').replace(tenant, otherTenant.replace(/2$/, '9')), otherTenant.replace(/2$/, '9')],
  ['method', row('1.00', 'x').replace('bank-transfer', ''), ''],
])('a wrong %s is refused with line, column, value and remedy, and nothing is taken', async (column, line, value) => {
  const documents = await openWithBill()
  const fault = await faultOf(documents, importer, `${csv}${line}\n`)
  expect(fault).toMatchObject({ line: 4, column, value })
  expect(fault.remedy).toMatch(/\.$/)
  expect(await ledgerOf(documents).payments(customer)).toEqual([])
})

test('a file says until when it is known what was paid, whether anything in it is new or not', async () => {
  const documents = await openWithBill()
  await importText(documents, importer, csv, { dryRun: true })
  expect(await paidUntil(documents, partnerId(partner))).toBeUndefined()
  await importText(documents, importer, csv)
  const until = await paidUntil(documents, partnerId(partner))
  expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await importText(documents, importer, `${csv}\n`)
  expect(await paidUntil(documents, partnerId(partner))).toBe(until)
})

test('who has paid is looked at again at once', async () => {
  const documents = await openWithBill()
  await importText(documents, importer, csv)
  expect((await standingOf(documents, customer)).standing.due).toBeDefined()
})

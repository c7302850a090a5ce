import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { pdfDocumentImporter } from '../../../src/formats/pdf-document.ts'
import { ublImporter as importer } from '../../../src/formats/ubl/ubl-importer.ts'
import { balance } from '../../../src/ledger/account.ts'
import { invoiceSchema, invoices } from '../../../src/ledger/invoice.ts'
import { documentContents, originalOf } from '../../../src/ledger/invoice-document.ts'
import { ledgerOf } from '../../../src/ledger/ledger.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { day } from '../../../src/values/day.ts'
import { customerId, partnerId, tenantId } from '../../../src/values/ids.ts'
import { aBill, euros } from '../../ledger/examples.ts'
import { faultOf, importText, openStore, openStoreWithCustomers, partner, tenant } from '../import-text.ts'
import { billXml, creditNoteXml } from './ubl-text.ts'

const customer = customerId(partnerId(partner), tenantId(tenant))
const billOf = (documents: Documents, number = 'ft 2026/118') => ledgerOf(documents).invoice(customer, number)
const open = async (documents: Documents) =>
  balance((await ledgerOf(documents).account(customer))!, day('2026-11-22'))[0]!

test('a bill is taken with its lines, taxes and totals', async () => {
  const documents = await openStoreWithCustomers()
  expect(importer.recognises(billXml)).toBe(true)
  expect(await importText(documents, importer, billXml, { file: 'FT-118.xml' })).toMatchObject({
    kind: 'imported',
    changes: [{ what: 'bills', count: 1 }],
    notes: [],
  })
  const bill = (await billOf(documents))!
  expect(z.encode(invoiceSchema, bill)).toMatchObject({
    kind: 'invoice',
    status: 'issued',
    number: 'FT 2026/118',
    legal: { number: 'FT 2026/118', document: 'FT-118.xml' },
    issuedOn: '2026-11-09',
    dueOn: '2026-12-09',
    period: { from: '2026-10-01', to: '2026-10-31' },
    net: { amount: '190.00', currency: 'EUR' },
    taxes: [
      { name: 'IVA', rate: '23', base: { amount: '180.00' }, amount: { amount: '41.40' } },
      { rate: '0', base: { amount: '10.00' }, amount: { amount: '0.00' } },
    ],
    total: { amount: '231.40', currency: 'EUR' },
    lines: [
      {
        number: 1,
        product: 'Microsoft 365 Business Premium',
        quantity: '10',
        unitPrice: '15',
        net: { amount: '150.00' },
      },
      { number: 2, product: 'Azure Storage', quantity: '200', unitPrice: '0.2', net: { amount: '40.00' } },
      { number: 3, product: 'Training', taxRate: '0' },
      { number: 4, product: 'Loyalty & thanks', chargeType: 'allowance', net: { amount: '-10.00' } },
    ],
  })
})

test('the same bill again changes nothing', async () => {
  const documents = await openStoreWithCustomers()
  await importText(documents, importer, billXml)
  expect(await importText(documents, importer, billXml)).toMatchObject({ kind: 'unchanged', changes: [] })
  expect(await ledgerOf(documents).invoices(customer)).toHaveLength(1)
})

test('a dry run takes nothing', async () => {
  const documents = await openStoreWithCustomers()
  expect(await importText(documents, importer, billXml, { dryRun: true })).toMatchObject({ kind: 'checked' })
  expect(await billOf(documents)).toBeUndefined()
})

test('another bill under the same number is refused', async () => {
  const documents = await openStoreWithCustomers()
  await importText(documents, importer, billXml)
  const other = billXml.replace('Training', 'Workshop')
  expect(await faultOf(documents, importer, other)).toMatchObject({ line: 5, value: 'FT 2026/118' })
})

test('a credit note takes its bill back, to the cent', async () => {
  const documents = await openStoreWithCustomers()
  await importText(documents, importer, billXml)
  expect(await importText(documents, importer, creditNoteXml)).toMatchObject({
    changes: [{ what: 'credit notes', count: 1 }],
    notes: [],
  })
  const note = (await billOf(documents, 'NC 2026/7'))!
  expect(note).toMatchObject({ kind: 'credit-note', total: euros('-231.40'), corrects: (await billOf(documents))!.id })
  expect(await open(documents)).toMatchObject({ open: euros('0.00'), unallocated: euros('0.00') })
})

test('a credit note for a bill that is not here counts as credit, and says so', async () => {
  const documents = await openStoreWithCustomers()
  const notes = ['it corrects FT 2026/118, which is not here: it counts as credit']
  expect(await importText(documents, importer, creditNoteXml)).toMatchObject({ notes })
  expect(await open(documents)).toMatchObject({ unallocated: euros('231.40') })
})

test('what was prepaid is a payment of the bill', async () => {
  const documents = await openStoreWithCustomers()
  const prepaid = billXml.replace(
    '<cbc:PayableAmount currencyID="EUR">231.40',
    '<cbc:PrepaidAmount currencyID="EUR">31.40</cbc:PrepaidAmount>\n<cbc:PayableAmount currencyID="EUR">200.00',
  )
  expect(await importText(documents, importer, prepaid)).toMatchObject({
    changes: [{}, { what: 'payments', count: 1 }],
  })
  expect(await open(documents)).toMatchObject({ open: euros('200.00'), unallocated: euros('0.00') })
})

test('a rounding of what is payable is a line of the bill', async () => {
  const documents = await openStoreWithCustomers()
  const rounded = billXml.replace(
    '<cbc:PayableAmount currencyID="EUR">231.40',
    '<cbc:PayableRoundingAmount currencyID="EUR">-0.40</cbc:PayableRoundingAmount>\n<cbc:PayableAmount currencyID="EUR">231.00',
  )
  await importText(documents, importer, rounded)
  const bill = (await billOf(documents))!
  expect(bill).toMatchObject({ total: euros('231.00'), net: euros('189.60') })
  expect(bill.lines.at(-1)).toMatchObject({ chargeType: 'rounding', net: euros('-0.40') })
})

test('without a due date the customer’s days count, and it says so', async () => {
  const documents = await openStoreWithCustomers()
  const report = await importText(documents, importer, billXml.replace(/<cbc:DueDate>.*<\/cbc:DueDate>/, ''))
  expect(report.notes).toEqual(["it names no due date: 2026-12-09, by the customer's 30 days"])
})

/** 23 % of 150.02, of 40.02 and of -10.00 is 34.50 + 9.20 - 2.30 = 41.40; of their sum, 180.04, it is 41.41. */
const withTax = (tax: string, total: string) =>
  [
    ['>150.00<', '>150.02<'],
    ['>15<', '>15.002<'],
    ['>40.00<', '>40.02<'],
    ['>20<', '>20.01<'],
    ['>200.00<', '>200.04<'],
    ['>190.00<', '>190.04<'],
    ['>180.00<', '>180.04<'],
    ['>41.40<', `>${tax}<`],
    ['>231.40<', `>${total}<`],
  ].reduce((xml, [from = '', to = '']) => xml.replaceAll(from, to), billXml)

test('tax on the sum and tax rounded line by line are both taken, a cent beyond is not', async () => {
  expect(await importText(await openStoreWithCustomers(), importer, withTax('41.41', '231.45'))).toMatchObject({
    kind: 'imported',
  })
  expect(await importText(await openStoreWithCustomers(), importer, withTax('41.40', '231.44'))).toMatchObject({
    kind: 'imported',
  })
  const column = 'cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount'
  const documents = await openStoreWithCustomers()
  expect(await faultOf(documents, importer, withTax('41.42', '231.46'))).toMatchObject({ column, value: '41.42' })
  expect(await faultOf(documents, importer, withTax('41.39', '231.43'))).toMatchObject({ column, value: '41.39' })
})

describe('the document of a bill that Saldo issued itself', () => {
  const issued = (over: Parameters<typeof aBill>[2]) =>
    aBill('own', ['190.00'], { customer, total: euros('231.40'), issuedOn: day('2026-11-09'), ...over })
  const withBill = async (over: Parameters<typeof aBill>[2]) => {
    const documents = await openStoreWithCustomers()
    const bill = issued(over)
    await documents.change(async (unit) => unit.put(invoices, bill.id, z.encode(invoiceSchema, bill), 0))
    return documents
  }

  test('stands beside it from then on, and is no second bill', async () => {
    const documents = await withBill({ number: 'FT 2026/118' })
    expect(await importText(documents, importer, billXml)).toMatchObject({
      changes: [{ what: 'legal documents', count: 1 }],
    })
    expect(await ledgerOf(documents).invoices(customer)).toHaveLength(1)
    expect(await importText(documents, importer, billXml)).toMatchObject({ kind: 'unchanged' })
  })

  test('is refused when it comes to another total', async () => {
    const documents = await withBill({ number: 'FT 2026/118', total: euros('231.41') })
    expect(await faultOf(documents, importer, billXml)).toMatchObject({ value: '231.40' })
  })

  test('is refused while the bill has no legal number: it would be owed twice', async () => {
    const documents = await withBill({ number: 'NOR-2026-0001' })
    const fault = await faultOf(documents, importer, billXml)
    expect(fault.problem).toContain('NOR-2026-0001')
    expect(fault.remedy).toContain('legal-numbers.csv')
  })
})

test.each([
  ['a line', '>150.00<', '>150.01<', 'cac:InvoiceLine/cbc:LineExtensionAmount', '150.01'],
  ['the sum of lines', '>200.00<', '>200.01<', 'cac:LegalMonetaryTotal/cbc:LineExtensionAmount', '200.01'],
  ['the net total', '>190.00<', '>190.01<', 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount', '190.01'],
  [
    'the total',
    'cbc:TaxInclusiveAmount currencyID="EUR">231.40',
    'cbc:TaxInclusiveAmount currencyID="EUR">231.39',
    'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount',
    '231.39',
  ],
  [
    'what is payable',
    'cbc:PayableAmount currencyID="EUR">231.40',
    'cbc:PayableAmount currencyID="EUR">231.41',
    'cac:LegalMonetaryTotal/cbc:PayableAmount',
    '231.41',
  ],
  ['a taxable amount', '>180.00<', '>180.01<', 'cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount', '180.01'],
  [
    'the tax total',
    'cbc:TaxAmount currencyID="EUR">41.40',
    'cbc:TaxAmount currencyID="EUR">41.39',
    'cac:TaxTotal/cbc:TaxAmount',
    '41.39',
  ],
  [
    'a currency',
    '<cbc:Amount currencyID="EUR"',
    '<cbc:Amount currencyID="USD"',
    'cac:AllowanceCharge/cbc:Amount',
    '10.00',
  ],
  ['a day', '2026-12-09', '2026-13-09', 'cbc:DueDate', '2026-13-09'],
  ['an amount', '>40.00<', '>40,00<', 'cac:InvoiceLine/cbc:LineExtensionAmount', '40,00'],
  ['more digits than cents', '>40.00<', '>40.001<', 'cac:InvoiceLine/cbc:LineExtensionAmount', '40.001'],
  ['a draft', '>380<', '>325<', 'cbc:InvoiceTypeCode', '325'],
  ['a credit note dressed as a bill', '>380<', '>381<', 'cbc:InvoiceTypeCode', '381'],
])(
  '%s that contradicts the rest is refused with line, element and value, and nothing is taken',
  async (_, from, to, column, value) => {
    const documents = await openStoreWithCustomers()
    const bad = billXml.replace(from, to)
    const fault = await faultOf(documents, importer, bad)
    expect(fault).toMatchObject({ column, value })
    expect(bad.split('\n')[fault.line! - 1]).toContain(value)
    expect(await billOf(documents)).toBeUndefined()
  },
)

test.each([
  [
    'a tax number nobody has',
    billXml.replace('PT501234567', 'PT999999999'),
    /no customer has the tax number PT999999999/,
  ],
  ['no tax number', billXml.replace(/<cac:PartyTaxScheme>.*<\/cac:PartyTaxScheme>/, ''), /names no tax number/],
  ['a missing number', billXml.replace(/<cbc:ID>FT.*<\/cbc:ID>/, ''), /the element is missing/],
  [
    'a document type declaration',
    billXml.replace('<Invoice ', '<!DOCTYPE a [<!ENTITY x "y">]><Invoice '),
    /document type/,
  ],
  ['a file that is cut off', billXml.slice(0, 900), /no XML/],
  ['deep nesting', billXml.replace('<cac:Party/>', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`), /nested/i],
])('%s is refused', async (_, content, problem) => {
  expect((await faultOf(await openStoreWithCustomers(), importer, content)).problem).toMatch(problem)
})

test('a customer is found by its tax number with or without the country in front', async () => {
  for (const written of ['501234567', 'PT 501.234.567', 'pt501234567']) {
    const documents = await openStoreWithCustomers()
    await importText(documents, importer, billXml.replace('PT501234567', written))
    expect(await billOf(documents)).toBeDefined()
  }
})

test('an unknown customer is refused in an empty store', async () => {
  expect(await faultOf(await openStore(), importer, billXml)).toMatchObject({
    column: 'cac:AccountingCustomerParty/cac:Party',
  })
})

test('the file itself is the original of its bill, until a PDF of it comes in', async () => {
  const documents = await openStoreWithCustomers()
  await importText(documents, importer, billXml, { file: 'FT-118.xml' })
  const bill = (await billOf(documents))!
  const original = (await originalOf(documents, bill.id))!
  expect(original).toMatchObject({ file: 'FT-118.xml', mediaType: 'application/xml' })
  const content = await documents.get(documentContents, original.id)
  expect(Buffer.from(content?.data.base64 ?? '', 'base64').toString()).toBe(billXml)
  await importText(documents, pdfDocumentImporter, '%PDF-1.7\n%%EOF\n', { file: 'FT_2026-118.pdf' })
  expect((await originalOf(documents, bill.id))?.mediaType).toBe('application/pdf')
})

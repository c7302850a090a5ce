import { describe, expect, test } from 'vitest'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { columns } from '../../src/partner-center/columns.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { exampleRow, faultOf, fileOf, importText, partner, portuguese, type Row } from './example-file.ts'

const without = (name: string) => columns.filter((column) => column !== name)
const ambiguous: Row = {
  OrderDate: '3/4/2026',
  ChargeStartDate: '3/4/2026',
  ChargeEndDate: '4/4/2026',
  SubscriptionStartDate: '',
  SubscriptionEndDate: '',
  PCToBCExchangeRateDate: '',
}

type Expected = { readonly line?: number; readonly column?: string; readonly value?: string; readonly problem: RegExp }
const refused: readonly (readonly [string, string, Expected])[] = [
  [
    'a missing column',
    fileOf([{}], { headers: without('Subtotal') }),
    { line: 1, column: 'Subtotal', problem: /missing/ },
  ],
  ['a column twice', fileOf([{}], { headers: [...columns, 'Total'] }), { line: 1, column: 'Total', problem: /twice/ }],
  [
    'a column under its old and its new name',
    fileOf([{}], { headers: [...columns, 'TotalForCustomer'] }),
    { line: 1, column: 'Total', problem: /twice/ },
  ],
  ['a header and nothing else', fileOf([]), { problem: /no charges/ }],
  ['a row that is cut off', fileOf([{}, {}]).slice(0, -60), { line: 3, problem: /cells and the header has 47/ }],
  [
    'a quote that never closes',
    `${fileOf([{}])}"Padaria`,
    { line: 3, problem: /quoted cell starts here and does not end/ },
  ],
  [
    'a tenant id that is none',
    fileOf([{}, { CustomerId: 'padaria' }]),
    { line: 3, column: 'CustomerId', value: 'padaria', problem: /GUID/ },
  ],
  [
    'no invoice number',
    fileOf([{ InvoiceNumber: '' }]),
    { line: 2, column: 'InvoiceNumber', value: '', problem: /no invoice number/ },
  ],
  [
    'an order id that a spreadsheet shortened',
    fileOf([{ OrderId: '1.23457E+17' }]),
    { line: 2, column: 'OrderId', value: '1.23457E+17', problem: /spreadsheet/ },
  ],
  [
    'an id that a spreadsheet zeroed after 15 digits',
    fileOf([{ OrderId: '123456789012345000' }]),
    { line: 2, column: 'OrderId', problem: /spreadsheet/ },
  ],
  [
    'a number that is none',
    fileOf([{}, { UnitPrice: '12.3x' }]),
    { line: 3, column: 'UnitPrice', value: '12.3x', problem: /no number/ },
  ],
  [
    'a number that is missing',
    fileOf([{ BillableQuantity: '' }]),
    { line: 2, column: 'BillableQuantity', value: '', problem: /missing/ },
  ],
  [
    'an amount with a currency sign',
    fileOf([{ Total: '€100.80' }]),
    { line: 2, column: 'Total', problem: /no number/ },
  ],
  [
    'a total that does not add up',
    fileOf([{ TaxTotal: '23.18', Total: '123.97' }]),
    { line: 2, column: 'Total', value: '123.97', problem: /Subtotal.*TaxTotal/ },
  ],
  [
    'a date that does not exist',
    fileOf([{ OrderDate: '2/30/2026' }]),
    { line: 2, column: 'OrderDate', value: '2/30/2026', problem: /no date/ },
  ],
  ['a year of two digits', fileOf([{ OrderDate: '6/18/26' }]), { line: 2, column: 'OrderDate', problem: /no date/ }],
  [
    'a charge that ends before it starts',
    fileOf([{ ChargeEndDate: '5/17/2026' }]),
    { line: 2, column: 'ChargeEndDate', problem: /ends before it starts/ },
  ],
  [
    'days and months that cannot be told apart in the whole file',
    fileOf([ambiguous, ambiguous]),
    { line: 2, column: 'OrderDate', value: '3/4/2026', problem: /cannot be told apart/ },
  ],
  [
    'days first in one row and months first in another',
    fileOf([{}, { OrderDate: '18/6/2026' }]),
    { line: 3, column: 'OrderDate', value: '18/6/2026', problem: /line 2/ },
  ],
  [
    'a decimal comma in one row and a point in another',
    fileOf([{}, { ...portuguese, OrderDate: '6/18/2026' }], { delimiter: ';' }),
    { line: 3, problem: /line 2|no date/ },
  ],
  [
    'numbers that read two ways in the whole file',
    fileOf([{ UnitPrice: '1', Quantity: '1', Subtotal: '1.080', Total: '1.080', EffectiveUnitPrice: '1' }]),
    { line: 2, column: 'Subtotal', value: '1.080', problem: /decimal comma cannot be told apart/ },
  ],
  [
    'a currency that is none',
    fileOf([{ Currency: 'EURO' }]),
    { line: 2, column: 'Currency', value: 'EURO', problem: /ISO 4217/ },
  ],
  [
    'two currencies on one invoice',
    fileOf([{}, { Currency: 'BRL' }]),
    { line: 3, column: 'Currency', value: 'BRL', problem: /has EUR in the rows before/ },
  ],
  ['no charge type', fileOf([{ ChargeType: ' ' }]), { line: 2, column: 'ChargeType', problem: /empty/ }],
  ['UTF-16', fileOf([{ CustomerName: 'a\0b' }]), { problem: /not UTF-8/ }],
  ['control characters', fileOf([{ CustomerName: 'a\x1fb' }]), { problem: /control character/ }],
]

describe('a file is refused, and nothing is changed, for', () => {
  test.each(refused)('%s', async (_, text, expected) => {
    const documents = await openLedger()
    const { problem, ...place } = expected
    const fault = await faultOf(importText(documents, text))
    expect(fault).toMatchObject({ file: 'recon.csv', ...place })
    expect(fault.problem).toMatch(problem)
    expect(fault.remedy).not.toBe('')
    expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
    expect(await ledgerOf(documents).supplierInvoices(partner)).toEqual([])
  })
})

test('one bad cell in line 50,000 of a long file refuses the file and names the cell', async () => {
  const documents = await openLedger()
  const row = fileOf([{}]).split('\r\n')[1] ?? ''
  const lines = Array.from({ length: 50_010 }, () => row)
  lines[49_998] = row.replace(`,${exampleRow.Subtotal},`, ',1O0.80,')
  const fault = await faultOf(importText(documents, [columns.join(','), ...lines].join('\r\n')))
  expect(fault).toMatchObject({ line: 50_000, column: 'Subtotal', value: '1O0.80' })
  expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
})

test('letters of an older encoding are refused instead of becoming question marks', async () => {
  const documents = await openLedger()
  const importing = importText(documents, Buffer.from(fileOf([{ CustomerName: 'São João' }]), 'latin1'))
  expect(await faultOf(importing)).toMatchObject({ problem: expect.stringMatching(/not UTF-8/) })
})

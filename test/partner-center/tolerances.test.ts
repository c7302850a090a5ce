import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { columns } from '../../src/partner-center/columns.ts'
import { decimalText } from '../../src/values/decimal.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { customer, type FileOptions, fileOf, importText, invoice, portuguese, type Row } from './example-file.ts'

async function chargesOf(text: string) {
  const documents = await openLedger()
  const report = await importText(documents, text)
  return { report, charges: await ledgerOf(documents).charges(customer, invoice) }
}

const camelCase = columns.map((name) => name.charAt(0).toLowerCase() + name.slice(1))
const renamed = columns.map((name) =>
  name === 'Total' ? 'TotalForCustomer' : name === 'ResellerMpnId' ? 'Tier2MpnId' : name,
)
const withValuesOf = (headers: readonly string[]): string => {
  const [, ...rows] = fileOf([{}]).split('\r\n')
  return [headers.join(','), ...rows].join('\r\n')
}

describe('the same line is read from', () => {
  const files: readonly (readonly [string, string])[] = [
    ['the file as Microsoft writes it', fileOf([{}])],
    ['a file with a byte-order mark', fileOf([{}], { start: '\ufeff' })],
    ['line feeds alone', fileOf([{}], { lineEnd: '\n' })],
    ['columns in another order', fileOf([{}], { headers: [...columns].reverse() })],
    ['headers in lower case', withValuesOf(columns.map((name) => name.toLowerCase()))],
    ['headers in the style of the API', withValuesOf(camelCase)],
    ['old names of columns', withValuesOf(renamed)],
    ['the 46 columns of older exports', fileOf([{}], { headers: columns.slice(0, -1) })],
    ['semicolons', fileOf([{}], { delimiter: ';' })],
    ['tabs', fileOf([{}], { delimiter: '\t' })],
    ['dates with a time of day', fileOf([{ OrderDate: '6/18/2026 0:00', ChargeEndDate: '7/17/2026 23:59' }])],
    [
      'ISO dates',
      fileOf([{ OrderDate: '2026-06-18', ChargeStartDate: '2026-06-18T00:00:00Z', ChargeEndDate: '2026-07-17' }]),
    ],
    [
      'numbers with a leading apostrophe',
      fileOf([{ UnitPrice: "'10.08", Subtotal: "'100.80", OrderId: "'4TH8J61FU060" }]),
    ],
    ['a charge type in other case', fileOf([{ ChargeType: 'NEW' }])],
    ['empty rows at the end', `${fileOf([{}])}\r\n${','.repeat(46)}\r\n`],
    ['a last line without its end', fileOf([{}]).trimEnd()],
    ['tenant ids in upper case', fileOf([{ CustomerId: customer.split('.')[1]?.toUpperCase() }])],
  ]
  test.each(files)('%s', async (_, text) => {
    const { report, charges } = await chargesOf(text)
    expect(report).toMatchObject({ kind: 'imported', records: 1 })
    expect(charges).toHaveLength(1)
    expect(charges[0]).toMatchObject({
      line: 2,
      orderId: '4TH8J61FU060',
      orderDate: '2026-06-18',
      chargeType: 'new',
      chargeStart: '2026-06-18',
      chargeEnd: '2026-07-17',
      subscription: 'e1404092-bfa7-42e8-ac66-378c1b8a5448',
      event: 'ddb64857-5fe6-4f46-a4b6-482c365af7d6',
    })
    expect(decimalText(charges[0]!.subtotal)).toMatch(/^100\.80?$/)
    expect(decimalText(charges[0]!.total)).toMatch(/^100\.80?$/)
  })
})

test('a Portuguese re-export with decimal comma and day first is read where the whole file allows it', async () => {
  const { charges } = await chargesOf(fileOf([portuguese], { delimiter: ';' }))
  expect(charges[0]).toMatchObject({ orderDate: '2026-06-18', chargeEnd: '2026-07-17', subscriptionEnd: '2027-06-17' })
  expect(decimalText(charges[0]!.subtotal)).toBe('1100.8')
})

test('one late row that has only one reading decides for all rows before it', async () => {
  const early = {
    OrderDate: '3/4/2026',
    ChargeStartDate: '3/4/2026',
    ChargeEndDate: '4/4/2026',
    SubscriptionStartDate: '',
    SubscriptionEndDate: '',
    PCToBCExchangeRateDate: '',
  }
  const decides = (day: string): Row => ({ ...early, OrderDate: day })
  const monthFirst = await chargesOf(fileOf([early, early, decides('4/13/2026')]))
  expect(monthFirst.charges[0]?.orderDate).toBe('2026-03-04')
  const dayFirst = await chargesOf(fileOf([early, early, decides('13/4/2026')]))
  expect(dayFirst.charges[0]?.orderDate).toBe('2026-04-03')
})

test('a charge that would end before it starts decides the order of day and month', async () => {
  const row = {
    OrderDate: '5/1/2026',
    ChargeStartDate: '5/1/2026',
    ChargeEndDate: '4/2/2026',
    SubscriptionStartDate: '',
    SubscriptionEndDate: '',
    PCToBCExchangeRateDate: '',
  }
  const { charges } = await chargesOf(fileOf([row]))
  expect(charges[0]).toMatchObject({ chargeStart: '2026-01-05', chargeEnd: '2026-02-04' })
})

test('eighteen decimals and a scientific zero are kept exactly', async () => {
  const { charges } = await chargesOf(
    fileOf([{ EffectiveUnitPrice: '9.408000000000000001', TaxTotal: '0E-20', UnitPrice: '1.2E-7' }]),
  )
  expect(decimalText(charges[0]!.effectiveUnitPrice)).toBe('9.408000000000000001')
  expect(decimalText(charges[0]!.taxTotal)).toBe('0')
  expect(decimalText(charges[0]!.unitPrice)).toBe('0.00000012')
})

test('JSON in cells becomes texts, and plain text counts as one', async () => {
  const { charges } = await chargesOf(
    fileOf([
      {
        PriceAdjustmentDescription: '["15.0% Partner earned credit for services managed","a, b"]',
        ProductQualifiers: '["Add-on"]',
      },
      { PriceAdjustmentDescription: 'Promotion', ProductQualifiers: '[]' },
    ]),
  )
  expect(charges[0]).toMatchObject({
    priceAdjustments: ['15.0% Partner earned credit for services managed', 'a, b'],
    qualifiers: ['Add-on'],
  })
  expect(charges[1]).toMatchObject({ priceAdjustments: ['Promotion'] })
  expect(charges[1]?.qualifiers).toBeUndefined()
})

test('unknown columns and charge types are kept and said', async () => {
  const headers = [...columns, 'CarbonFootprint']
  const text = fileOf([{ ChargeType: 'SeasonPass', ...({ CarbonFootprint: '12 kg' } as Row) }], { headers })
  const { report, charges } = await chargesOf(text)
  expect(charges[0]).toMatchObject({ chargeType: 'seasonPass', other: { CarbonFootprint: '12 kg' } })
  expect(report.notes.join('\n')).toMatch(/CarbonFootprint.*\n.*SeasonPass/)
})

test('an unknown column may be called like what every object has', async () => {
  const text = fileOf([{ ...({ constructor: 'Acme' } as Row) }], { headers: [...columns, 'constructor'] })
  const { report, charges } = await chargesOf(text)
  expect(charges[0]?.other).toMatchObject({ constructor: 'Acme' })
  expect(report.notes).toContain('column constructor is not known to Saldo and was kept')
})

test('a quoted cell may hold a line end; lines are still counted as an editor counts them', async () => {
  const options: FileOptions = { lineEnd: '\n' }
  const { charges } = await chargesOf(fileOf([{ ProductName: 'Two\nlines' }, {}], options))
  expect(charges.map(({ line }) => line)).toEqual([2, 4])
})

test('a name may begin with an apostrophe', async () => {
  const { charges } = await chargesOf(fileOf([{ CustomerName: "'t Hoekje" }]))
  expect(charges[0]?.other).toMatchObject({ CustomerName: "'t Hoekje" })
})

test('perpetual software has no end and no term, and is read', async () => {
  const { charges } = await chargesOf(
    fileOf([{ ChargeEndDate: '', TermAndBillingCycle: '', SubscriptionId: '', BillingFrequency: '' }]),
  )
  expect(charges[0]?.chargeEnd).toBeUndefined()
  expect(charges[0]?.subscription).toBeUndefined()
})

test('the telephony part of a product, a second line with another price, is no duplicate', async () => {
  const { charges } = await chargesOf(
    fileOf([{}, { UnitPrice: '4.88', EffectiveUnitPrice: '4.88', Subtotal: '48.80', Total: '48.80' }]),
  )
  expect(charges).toHaveLength(2)
})

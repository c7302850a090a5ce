import { describe, expect, test } from 'vitest'
import { imports } from '../../src/ledger/import-record.ts'
import { usagePages } from '../../src/ledger/usage.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { faultOf } from './example-file.ts'
import { importUsageText, type UsageRow, usageFileOf, usageHeaders } from './usage-file.ts'

describe('a file is refused, and nothing is changed, for', () => {
  const ambiguous: UsageRow = {
    UsageDate: '3/4/2026',
    ChargeStartDate: '3/4/2026',
    ChargeEndDate: '4/4/2026',
    PCToBCExchangeRateDate: '',
  }
  const refused: readonly (readonly [string, string, object, RegExp])[] = [
    [
      'a missing column',
      usageFileOf([{}], { headers: usageHeaders.filter((name) => name !== 'UsageDate') }),
      { line: 1, column: 'UsageDate' },
      /missing/,
    ],
    ['a header and nothing else', usageFileOf([]), {}, /no charges/],
    [
      'usage that is not billed yet',
      usageFileOf([{ InvoiceNumber: '' }]),
      { line: 2, column: 'InvoiceNumber', value: '' },
      /no invoice number/,
    ],
    [
      'a day that is none',
      usageFileOf([{}, { UsageDate: '6/31/2026' }]),
      { line: 3, column: 'UsageDate', value: '6/31/2026' },
      /no date/,
    ],
    ['no day', usageFileOf([{ UsageDate: '' }]), { line: 2, column: 'UsageDate' }, /empty/],
    ['no Azure subscription', usageFileOf([{ EntitlementId: ' ' }]), { line: 2, column: 'EntitlementId' }, /empty/],
    [
      'an amount that is none',
      usageFileOf([{ BillingPreTaxTotal: '€21' }]),
      { line: 2, column: 'BillingPreTaxTotal', value: '€21' },
      /no number/,
    ],
    [
      'a missing amount',
      usageFileOf([{ BillingPreTaxTotal: '' }]),
      { line: 2, column: 'BillingPreTaxTotal' },
      /missing/,
    ],
    [
      'two currencies on one invoice',
      usageFileOf([{}, { BillingCurrency: 'BRL' }]),
      { line: 3, column: 'BillingCurrency', value: 'BRL' },
      /EUR/,
    ],
    [
      'days and months that cannot be told apart',
      usageFileOf([ambiguous]),
      { line: 2, column: 'UsageDate', value: '3/4/2026' },
      /told apart/,
    ],
    ['a row that is cut off', usageFileOf([{}, {}]).slice(0, -90), { line: 3 }, /cells and the header has 55/],
  ]
  test.each(refused)('%s', async (_, text, place, problem) => {
    const documents = await openLedger()
    const fault = await faultOf(importUsageText(documents, text))
    expect(fault).toMatchObject({ file: 'usage.csv', ...place })
    expect(fault.problem).toMatch(problem)
    expect(fault.remedy).not.toBe('')
    expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
    expect((await documents.find(usagePages, { index: 'import' })).items).toEqual([])
  })
})

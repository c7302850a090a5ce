import { describe, expect, test } from 'vitest'
import { importers } from '../../src/cli/importers.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { type UsageRecord, usagePages } from '../../src/ledger/usage.ts'
import { startsAsUsage } from '../../src/partner-center/usage-importer.ts'
import type { Documents } from '../../src/store/documents.ts'
import { decimalText } from '../../src/values/decimal.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { customer, fileOf, invoice, otherTenant, partner } from './example-file.ts'
import {
  importUsageText,
  plan,
  production,
  type UsageFileOptions,
  type UsageRow,
  usageFileOf,
  usageHeaders,
} from './usage-file.ts'

const pagesOf = async (documents: Documents) => (await documents.find(usagePages, { index: 'import' })).items

async function usageOfFile(text: string) {
  const documents = await openLedger()
  const report = await importUsageText(documents, text)
  return { documents, report, usage: await ledgerOf(documents).usage(customer, invoice) }
}

const figures = ({ quantity, cost }: UsageRecord) => [decimalText(quantity), decimalText(cost)]

test('the file is told from every other format by its header', () => {
  const usage = usageFileOf([{}])
  expect(importers.filter((each) => each.recognises(usage)).map(({ format }) => format)).toEqual(['daily rated usage'])
  expect(startsAsUsage(fileOf([{}]))).toBe(false)
})

test('days of one meter in one resource group are summed up exactly, with their first and last day', async () => {
  const days: UsageRow[] = [
    { UsageDate: '6/20/2026', Quantity: '0.1', BillingPreTaxTotal: '0.0000000001' },
    { UsageDate: '6/3/2026', Quantity: '0.2', BillingPreTaxTotal: '21.3962000000', EffectiveUnitPrice: '0.74' },
    { UsageDate: '6/9/2026', Quantity: '-0.05', BillingPreTaxTotal: '-1.0000000002' },
  ]
  const { report, usage } = await usageOfFile(usageFileOf(days))
  expect(report).toMatchObject({ kind: 'imported', format: 'daily rated usage', records: 3 })
  expect(usage).toHaveLength(1)
  expect(figures(usage[0]!)).toEqual(['0.25', '20.3961999999'])
  expect(usage[0]).toMatchObject({
    subscription: plan,
    azureSubscription: production,
    azureSubscriptionName: 'Production',
    resourceGroup: 'shop',
    meterName: 'vCore',
    unit: '1 Hour',
    currency: 'EUR',
    firstDay: '2026-06-03',
    lastDay: '2026-06-20',
    lines: 3,
  })
  // All three lines have the list price; their effective prices differ.
  expect(decimalText(usage[0]!.unitPrice!)).toBe('0.868')
  expect(usage[0]!.effectivePrice).toBeUndefined()
})

test('resource groups are one whatever their case; Azure subscriptions, meters and regions stay apart', async () => {
  const { usage } = await usageOfFile(
    usageFileOf([
      {},
      { ResourceGroup: 'SHOP', UsageDate: '6/17/2026' },
      { ResourceGroup: '' },
      { MeterName: 'vCore Reserved' },
      { MeterRegion: 'EU North' },
      { EntitlementId: '5f1c2a80-1111-4a5e-9c39-00000000000f', EntitlementDescription: 'Test' },
    ]),
  )
  expect(
    usage.map((one) => [one.resourceGroup, one.meterName, one.meterRegion, one.azureSubscriptionName, one.lines]),
  ).toEqual(
    expect.arrayContaining([
      ['shop', 'vCore', 'EU West', 'Production', 2],
      ['', 'vCore', 'EU West', 'Production', 1],
      ['shop', 'vCore Reserved', 'EU West', 'Production', 1],
      ['shop', 'vCore', 'EU North', 'Production', 1],
      ['shop', 'vCore', 'EU West', 'Test', 1],
    ]),
  )
  expect(usage).toHaveLength(5)
})

test('an Azure subscription is called as on its last day', async () => {
  const { usage } = await usageOfFile(
    usageFileOf([
      { UsageDate: '6/19/2026', EntitlementDescription: 'Loja' },
      { UsageDate: '6/18/2026', EntitlementDescription: 'Old name' },
    ]),
  )
  expect(usage.map(({ azureSubscriptionName }) => azureSubscriptionName)).toEqual(['Loja'])
})

test('what a reservation covers is kept as quantity at no cost, apart from what is paid for', async () => {
  const { usage } = await usageOfFile(
    usageFileOf([{}, { BenefitType: 'Reservation', BillingPreTaxTotal: '0', EffectiveUnitPrice: '0' }]),
  )
  expect(usage.map((one) => [one.benefit, ...figures(one)])).toEqual(
    expect.arrayContaining([
      [undefined, '29', '21.3962'],
      ['Reservation', '29', '0'],
    ]),
  )
})

describe('the same usage is read from', () => {
  const renamed: Readonly<Record<string, string>> = { Unit: 'unitOfMeasure', ResellerMpnId: 'Tier2MpnId' }
  const rates: UsageFileOptions = {
    headers: usageHeaders.map((name) =>
      name === 'PartnerEarnedCreditPercentage'
        ? 'RateOfPartnerEarnedCredit'
        : name === 'CreditPercentage'
          ? 'RateOfCredit'
          : name,
    ),
  }
  const portuguese: UsageRow = {
    UsageDate: '18/06/2026',
    ChargeStartDate: '01/06/2026',
    ChargeEndDate: '30/06/2026',
    PCToBCExchangeRateDate: '28/05/2026',
    UnitPrice: '0,868',
    BillingPreTaxTotal: '21,3962',
    PricingPreTaxTotal: '21,3962',
    EffectiveUnitPrice: '0,7378',
  }
  const files: readonly (readonly [string, string])[] = [
    ['the file as Microsoft writes it', usageFileOf([{}])],
    ['a file with a byte-order mark', usageFileOf([{}], { start: '\ufeff' })],
    ['columns in another order', usageFileOf([{}], { headers: [...usageHeaders].reverse() })],
    [
      'headers in the style of the API',
      usageFileOf([{}], { called: (name) => name.charAt(0).toLowerCase() + name.slice(1) }),
    ],
    ['renamed columns', usageFileOf([{}], { called: (name) => renamed[name] ?? name })],
    ['rates instead of percentages', usageFileOf([{ RateOfPartnerEarnedCredit: '0.15', RateOfCredit: '0.00' }], rates)],
    ['semicolons', usageFileOf([{}], { delimiter: ';' })],
    ['a Portuguese spreadsheet', usageFileOf([portuguese], { delimiter: ';' })],
    ['ISO dates with a time of day', usageFileOf([{ UsageDate: '2026-06-18T00:00:00Z' }])],
    ['apostrophes before numbers', usageFileOf([{ Quantity: "'29", BillingPreTaxTotal: "'21.3962000000" }])],
  ]
  test.each(files)('%s', async (_, text) => {
    const { usage } = await usageOfFile(text)
    expect(usage.map(figures)).toEqual([['29', '21.3962']])
    expect(usage[0]).toMatchObject({ unit: '1 Hour', firstDay: '2026-06-18', lastDay: '2026-06-18' })
    expect(usage[0]!.earnedCredit?.toFixed()).toBe('15')
    expect(usage[0]!.credit?.toFixed()).toBe('0')
  })
})

test('columns that nobody knows are named, and not kept', async () => {
  const headers = [...usageHeaders, 'CarbonKg']
  const { report } = await usageOfFile(usageFileOf([{}], { headers }))
  expect(report.notes).toContain('column CarbonKg is not known to Saldo and was not kept')
})

describe('importing again', () => {
  const first = usageFileOf([{}, { UsageDate: '6/19/2026' }])
  const corrected = usageFileOf([{}, { UsageDate: '6/19/2026', Quantity: '30' }])

  test('the same file changes nothing', async () => {
    const { documents } = await usageOfFile(first)
    const before = await pagesOf(documents)
    expect(await importUsageText(documents, first)).toMatchObject({ kind: 'unchanged', changes: [] })
    expect(await pagesOf(documents)).toEqual(before)
  })

  test('a copy with its rows in another order and other ends of numbers changes nothing', async () => {
    const { documents } = await usageOfFile(first)
    const copy = usageFileOf([{ UsageDate: '6/19/2026', Quantity: '29.00' }, { UnitPrice: '0.8680' }])
    expect((await importUsageText(documents, copy)).kind).toBe('unchanged')
  })

  test('a corrected file replaces what was there and leaves nothing of it; the first one can come again', async () => {
    const { documents } = await usageOfFile(first)
    const report = await importUsageText(documents, corrected)
    expect(report.changes).toContainEqual({ what: "supplier invoices' usage replaced", count: 1 })
    expect((await ledgerOf(documents).usage(customer, invoice)).map(figures)).toEqual([['59', '42.7924']])
    expect(await pagesOf(documents)).toHaveLength(1)
    expect((await importUsageText(documents, first)).kind).toBe('imported')
    expect((await ledgerOf(documents).usage(customer, invoice)).map(figures)).toEqual([['58', '42.7924']])
  })

  test('a dry run checks everything and writes nothing', async () => {
    const documents = await openLedger()
    expect(await importUsageText(documents, first, { dryRun: true })).toMatchObject({ kind: 'checked', records: 2 })
    expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
    expect(await pagesOf(documents)).toEqual([])
  })

  test('what a crash left counts for nobody and goes with the next import', async () => {
    const documents = await openLedger()
    let writes = 0
    const dying: Documents = {
      get: documents.get.bind(documents),
      find: documents.find.bind(documents),
      claim: documents.claim.bind(documents),
      ping: documents.ping.bind(documents),
      close: documents.close.bind(documents),
      change: (work) => (++writes > 2 ? Promise.reject(new Error('the machine went down')) : documents.change(work)),
    }
    await expect(importUsageText(dying, first)).rejects.toThrow('the machine went down')
    expect(await pagesOf(documents)).toHaveLength(1)
    expect(await ledgerOf(documents).usage(customer, invoice)).toEqual([])
    expect((await importUsageText(documents, first)).kind).toBe('imported')
    expect(await pagesOf(documents)).toHaveLength(1)
  })
})

test('each customer has its own usage', async () => {
  const { usage, documents } = await usageOfFile(usageFileOf([{}, { CustomerId: otherTenant, Quantity: '7' }]))
  const other = `${partner}.${otherTenant}` as typeof customer
  expect(usage.map(figures)).toEqual([['29', '21.3962']])
  expect((await ledgerOf(documents).usage(other, invoice)).map(figures)).toEqual([['7', '21.3962']])
})

test('it says that the invoice itself is not in, and which customers nobody knows', async () => {
  const { report } = await usageOfFile(usageFileOf([{}]))
  expect(report.notes).toEqual([
    expect.stringMatching(/^no customer is known for tenant/),
    expect.stringMatching(/G016907411 itself is not in yet/),
  ])
})

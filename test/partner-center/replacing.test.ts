import { expect, test } from 'vitest'
import { type BillRun, billRunSchema, billRuns } from '../../src/ledger/bill-run.ts'
import { chargePageSchema, chargePages, supplierInvoiceKey } from '../../src/ledger/charge.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Documents } from '../../src/store/documents.ts'
import { decimalText } from '../../src/values/decimal.ts'
import type { ImportId } from '../../src/values/ids.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { customer, faultOf, fileOf, importText, invoice, otherTenant, partner } from './example-file.ts'

const first = fileOf([{}])
const corrected = fileOf([{ Quantity: '12', BillableQuantity: '12', Subtotal: '120.96', Total: '120.96' }])
const pagesOf = async (documents: Documents) => (await documents.find(chargePages, { index: 'import' })).items

test('a file tells its supplier invoice: month, currency, total, lines and customers', async () => {
  const documents = await openLedger()
  await importText(documents, fileOf([{}, { CustomerId: otherTenant, TaxTotal: '0.10', Total: '100.90' }]))
  const [known] = await ledgerOf(documents).supplierInvoices(partner)
  expect(known).toMatchObject({
    number: invoice,
    period: { from: '2026-06-01', to: '2026-06-30' },
    currency: 'EUR',
    lines: 2,
  })
  expect(known?.customers).toEqual([customer, `${partner}.${otherTenant}`])
  expect(decimalText(known!.total)).toBe('201.7')
})

test('the month is the latest in which a charge starts or was ordered; corrections of earlier months do not move it', async () => {
  const documents = await openLedger()
  const correction = { OrderDate: '4/2/2026', ChargeStartDate: '4/2/2026', ChargeEndDate: '4/30/2026' }
  await importText(documents, fileOf([correction, {}, correction]))
  expect((await ledgerOf(documents).supplierInvoices(partner))[0]?.period.from).toBe('2026-06-01')
})

test('the same file a second time changes nothing', async () => {
  const documents = await openLedger()
  expect((await importText(documents, first)).kind).toBe('imported')
  const before = await pagesOf(documents)
  expect(await importText(documents, first)).toMatchObject({ kind: 'unchanged', records: 1, changes: [] })
  expect(await pagesOf(documents)).toEqual(before)
})

test('a dry run checks everything and writes nothing', async () => {
  const documents = await openLedger()
  const report = await importText(documents, first, { dryRun: true })
  expect(report).toMatchObject({ kind: 'checked', records: 1 })
  expect(report.changes).toContainEqual({ what: 'supplier invoices', count: 1 })
  expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
  expect(await pagesOf(documents)).toEqual([])
})

test('another file for the same invoice replaces it and leaves nothing of it', async () => {
  const documents = await openLedger()
  await importText(documents, first)
  const report = await importText(documents, corrected)
  expect(report.changes).toContainEqual({ what: 'supplier invoices replaced', count: 1 })
  const ledger = ledgerOf(documents)
  expect(
    (await ledger.charges(customer, invoice)).map(({ billableQuantity }) => decimalText(billableQuantity)),
  ).toEqual(['12'])
  expect((await ledger.subscriptions(customer)).map(({ quantity }) => quantity)).toEqual([12])
  expect(await pagesOf(documents)).toHaveLength(1)
  expect((await importText(documents, first)).kind).toBe('imported')
})

test('a customer that the corrected file no longer charges loses what only the replaced file told of it', async () => {
  const documents = await openLedger()
  await importText(
    documents,
    fileOf([{}, { CustomerId: otherTenant, SubscriptionId: 'aaaaaaaa-0000-4000-8000-000000000000' }]),
  )
  await importText(documents, first)
  const other = `${partner}.${otherTenant}` as typeof customer
  expect(await ledgerOf(documents).charges(other, invoice)).toEqual([])
  expect(await ledgerOf(documents).subscriptions(other)).toEqual([])
})

test('once customers were billed from an invoice another file for it is refused', async () => {
  const documents = await openLedger()
  await importText(documents, first)
  const run = {
    id: 'run',
    partner,
    supplierInvoice: invoice,
    import: 'i' as ImportId,
    status: 'complete',
    prefix: 'NOR',
    year: '2026',
    first: 1,
    bills: 1,
  }
  const dates = { issuedOn: '2026-07-09', startedAt: '2026-07-09T09:00:00.000Z' }
  const record = billRunSchema.decode({ ...run, ...dates } as Parameters<
    typeof billRunSchema.decode
  >[0]) satisfies BillRun
  await documents.change(async (unit) =>
    unit.put(billRuns, supplierInvoiceKey(partner, invoice), billRunSchema.encode(record), 0),
  )
  const fault = await faultOf(importText(documents, corrected))
  expect(fault).toMatchObject({ column: 'InvoiceNumber', value: invoice })
  expect(fault.remedy).toMatch(/credit note/)
  expect((await importText(documents, first)).kind).toBe('unchanged')
})

test('what an import left that a crash ended counts for nobody and goes with the next import', async () => {
  const documents = await openLedger()
  let writes = 0
  const dying: Documents = {
    ...bound(documents),
    change: (work) => (++writes > 2 ? Promise.reject(new Error('the machine went down')) : documents.change(work)),
  }
  await expect(importText(dying, first)).rejects.toThrow('the machine went down')
  expect(await pagesOf(documents)).toHaveLength(1)
  expect(await ledgerOf(documents).charges(customer, invoice)).toEqual([])
  expect((await importText(documents, first)).kind).toBe('imported')
  expect(await pagesOf(documents)).toHaveLength(1)
  expect(await ledgerOf(documents).charges(customer, invoice)).toHaveLength(1)
})

test('two imports at the same time: one of them counts, whole', async () => {
  const documents = await openLedger()
  const outcomes = await Promise.allSettled([importText(documents, first), importText(documents, corrected)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
  expect(await ledgerOf(documents).charges(customer, invoice)).toHaveLength(1)
})

test('one file may hold several invoices', async () => {
  const documents = await openLedger()
  await importText(
    documents,
    fileOf([
      {},
      {
        InvoiceNumber: 'G016907412',
        OrderDate: '7/18/2026',
        ChargeStartDate: '7/18/2026',
        ChargeEndDate: '8/17/2026',
        ChargeType: 'cycleCharge',
      },
    ]),
  )
  const ledger = ledgerOf(documents)
  expect((await ledger.supplierInvoices(partner)).map(({ number }) => number)).toEqual(['G016907412', invoice])
  expect(await ledger.charges(customer, invoice)).toHaveLength(1)
  expect(await ledger.charges(customer, 'G016907412')).toHaveLength(1)
})

test('what is stored is what the schema of a page says', async () => {
  const documents = await openLedger()
  await importText(
    documents,
    fileOf([{}, { CustomerId: otherTenant, ChargeEndDate: '', PriceAdjustmentDescription: '["x"]' }]),
  )
  for (const { data } of await pagesOf(documents)) expect(chargePageSchema.safeDecode(data).success).toBe(true)
})

function bound(documents: Documents): Documents {
  const { get, find, change, claim, ping, close } = documents
  return {
    get: get.bind(documents),
    find: find.bind(documents),
    change: change.bind(documents),
    claim: claim.bind(documents),
    ping: ping.bind(documents),
    close: close.bind(documents),
  }
}

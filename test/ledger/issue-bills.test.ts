import { describe, expect, test } from 'vitest'
import { billRuns, isBilledOut } from '../../src/ledger/bill-run.ts'
import { supplierInvoiceKey } from '../../src/ledger/charge.ts'
import { invoices } from '../../src/ledger/invoice.ts'
import { type IssueBills, issueBills } from '../../src/ledger/issue-bills.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day, instant } from '../../src/values/day.ts'
import type { ImportId } from '../../src/values/ids.ts'
import { monthOf } from '../../src/values/period.ts'
import { aCharge, aCustomer, aPriceBook, aSupplierInvoice, customerAt, gbp, partner } from './examples.ts'
import { openLedger, putCustomers, putPriceBook, putSupplierInvoice } from './open-ledger.ts'

let ids = 0
const issue = (over: Partial<IssueBills> = {}): IssueBills => ({
  supplierInvoice: { partner, number: 'G000000001' },
  issuedOn: day('2022-04-08'),
  now: instant('2022-04-08T09:00:00Z'),
  newId: () => `run-${++ids}`,
  ...over,
})

async function readyToBill(customers = 3, number = 'G000000001'): Promise<Documents> {
  const documents = await openLedger()
  const all = Array.from({ length: customers }, (_, at) => aCustomer(at + 1))
  await putCustomers(documents, all)
  await putPriceBook(documents, aPriceBook())
  await putSupplierInvoice(documents, aSupplierInvoice({ number, customers: all.map(({ id }) => id) }), [aCharge()])
  return documents
}

async function numbersIn(documents: Documents): Promise<string[]> {
  const { items } = await documents.find(invoices, { index: 'anyNumber' })
  return items.map(({ data }) => data.number).sort()
}

test('each customer gets one issued bill, numbered without a gap', async () => {
  const documents = await readyToBill(3)
  expect(await issueBills(documents, issue())).toEqual({
    kind: 'issued',
    bills: 3,
    first: 'NOR-2022-0001',
    last: 'NOR-2022-0003',
  })
  expect(await numbersIn(documents)).toEqual(['NOR-2022-0001', 'NOR-2022-0002', 'NOR-2022-0003'])
  expect(await ledgerOf(documents).invoices(customerAt(2))).toMatchObject([
    { status: 'issued', number: 'NOR-2022-0002' },
  ])
})

test('more customers than a unit of work holds are all billed', async () => {
  const documents = await readyToBill(120)
  expect(await issueBills(documents, issue())).toMatchObject({ kind: 'issued', bills: 120, last: 'NOR-2022-0120' })
  expect(new Set(await numbersIn(documents)).size).toBe(120)
})

test('numbers go on with the next supplier invoice and begin anew with the next year', async () => {
  const documents = await readyToBill(2)
  await issueBills(documents, issue())
  for (const [number, month, issuedOn, first] of [
    ['G000000002', '2022-04', '2022-05-08', 'NOR-2022-0003'],
    ['G000000003', '2022-12', '2023-01-08', 'NOR-2023-0001'],
  ] as const) {
    const invoice = aSupplierInvoice({
      number,
      period: monthOf(month),
      import: number as ImportId,
      customers: [customerAt(1)],
    })
    await putSupplierInvoice(documents, invoice, [aCharge()])
    const issued = await issueBills(documents, issue({ supplierInvoice: { partner, number }, issuedOn: day(issuedOn) }))
    expect(issued).toMatchObject({ kind: 'issued', first })
  }
})

describe('a supplier invoice is billed once', () => {
  test('repeating it changes nothing', async () => {
    const documents = await readyToBill()
    const first = await issueBills(documents, issue())
    expect(await issueBills(documents, issue({ issuedOn: day('2022-04-20') }))).toEqual({
      ...first,
      kind: 'already-issued',
    })
    expect(await numbersIn(documents)).toHaveLength(3)
  })

  test('ten at the same moment issue one set of bills', async () => {
    const documents = await readyToBill()
    const results = await Promise.all(Array.from({ length: 10 }, () => issueBills(documents, issue())))
    expect(results.filter(({ kind }) => kind === 'issued')).toHaveLength(1)
    expect(results.filter(({ kind }) => kind === 'already-issued')).toHaveLength(9)
    expect(await numbersIn(documents)).toEqual(['NOR-2022-0001', 'NOR-2022-0002', 'NOR-2022-0003'])
  })

  test('one that stopped half-way goes on where it stopped, with the same numbers', async () => {
    const documents = await readyToBill()
    await issueBills(documents, issue())
    await documents.change(async (unit) => {
      const key = supplierInvoiceKey(partner, 'G000000001')
      const run = (await unit.get(billRuns, key))!
      unit.put(billRuns, key, { ...run.data, status: 'issuing' }, run.revision)
      unit.remove(invoices, `${run.data.id}.2`, 1)
    })
    expect(await numbersIn(documents)).toHaveLength(2)
    expect(await issueBills(documents, issue({ issuedOn: day('2022-06-01') }))).toMatchObject({
      kind: 'issued',
      bills: 3,
    })
    expect(await numbersIn(documents)).toEqual(['NOR-2022-0001', 'NOR-2022-0002', 'NOR-2022-0003'])
    expect((await ledgerOf(documents).invoices(customerAt(3)))[0]?.issuedOn).toBe('2022-04-08')
  })

  test('its charges must stay from then on', async () => {
    const documents = await readyToBill()
    expect(await isBilledOut(documents, partner, 'G000000001')).toBe(false)
    await issueBills(documents, issue())
    expect(await isBilledOut(documents, partner, 'G000000001')).toBe(true)
  })
})

test('charges of an import that the supplier invoice does not name are not billed', async () => {
  const documents = await readyToBill(1)
  const replaced = aSupplierInvoice({ import: 'import-2' as ImportId, customers: [customerAt(1)] })
  await putSupplierInvoice(documents, replaced, [aCharge({ subtotal: '10.00', seats: '1' })])
  await issueBills(documents, issue())
  const [bill] = await ledgerOf(documents).invoices(customerAt(1))
  expect(bill?.lines).toMatchObject([{ charges: [{ import: 'import-2', line: 2 }] }])
})

describe('one fault anywhere and nothing is issued', () => {
  test('a customer without a usable price', async () => {
    const documents = await readyToBill(2)
    await putCustomers(documents, [aCustomer(9, { currency: gbp })])
    const invoice = aSupplierInvoice({
      number: 'G2',
      import: 'import-2' as ImportId,
      customers: [customerAt(1), customerAt(9)],
    })
    await putSupplierInvoice(documents, invoice, [aCharge()])
    const refused = await issueBills(documents, issue({ supplierInvoice: { partner, number: 'G2' } }))
    expect(refused).toMatchObject({
      kind: 'refused',
      customers: 1,
      faults: [{ customer: customerAt(9), supplierInvoice: 'G2', line: 2 }],
    })
    expect(await numbersIn(documents)).toEqual([])
    expect(await isBilledOut(documents, partner, 'G2')).toBe(false)
  })

  test('an unknown supplier invoice', async () => {
    const documents = await readyToBill()
    expect(await issueBills(documents, issue({ supplierInvoice: { partner, number: 'G9' } }))).toEqual({
      kind: 'unknown-supplier-invoice',
    })
  })

  test('an account without a price book', async () => {
    const documents = await openLedger()
    await putSupplierInvoice(documents, aSupplierInvoice(), [aCharge()])
    expect(await issueBills(documents, issue())).toEqual({ kind: 'no-price-book' })
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { loadSample } from '../../src/cli/load-sample.ts'
import type { Desk } from '../../src/cli/outside.ts'
import { type SampleOptions, writeSample } from '../../src/cli/sample/write-sample.ts'
import { declaredCollections } from '../../src/declared-collections.ts'
import type { Account } from '../../src/ledger/account.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import { compareUsageCost, joinUsage } from '../../src/ledger/join-usage.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Documents } from '../../src/store/documents.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Day, Instant } from '../../src/values/day.ts'

const today = '2026-11-22' as Day
const clock = fixedClock('2026-11-22T10:00:00.000Z' as Instant)

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `saldo-${name}-`))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function written(options: Partial<SampleOptions> = {}) {
  const folder = folderOf('sample')
  await writeSample(folder, { today, ...options })
  return {
    folder,
    files: new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')])),
  }
}

let sample: Awaited<ReturnType<typeof load>>
beforeAll(async () => {
  sample = await load()
})
afterAll(() => sample.close())

test('the same options write the same bytes; another seed writes others', async () => {
  const [one, two, other] = [await written(), await written(), await written({ seed: 2 })]
  expect(one.files).toEqual(two.files)
  expect(other.files.get('customers.csv')).not.toEqual(one.files.get('customers.csv'))
})

test('a smaller sample, a larger one and one of a single month can all be written', async () => {
  // Nobody buys in Brazil among the first three: there is no file without a charge, which no import would take.
  expect((await written({ customers: 3, months: 1 })).files.size).toBe(12)
  expect((await written({ customers: 60, months: 10 })).files.size).toBe(33)
})

test('it imports clean, and a second time changes nothing', async () => {
  const { desk, accounts } = sample
  expect(accounts).toHaveLength(14)
  const { folder } = await written()
  const reports = await importFiles([folder], importers, desk)
  expect(reports).toHaveLength(22)
  expect(new Set(reports.map(({ kind }) => kind))).toEqual(new Set(['unchanged']))
})

describe('the sample shows', () => {
  test('every charge type and circumstance that people ask about', () => {
    const { charges } = sample
    const types = new Set(charges.map(({ chargeType }) => chargeType))
    for (const type of [
      'new',
      'renew',
      'cycleCharge',
      'addQuantity',
      'removeQuantity',
      'convert',
      'cancelImmediate',
      'customerCredit',
    ])
      expect(types).toContain(type)
    expect(charges.some(({ qualifiers }) => qualifiers?.includes('Trial'))).toBe(true)
    expect(charges.some(({ promotionId }) => promotionId)).toBe(true)
    expect(charges.some((each) => each.pricingCurrency === 'USD' && each.currency === 'EUR')).toBe(true)
    expect(charges.some((each) => each.pricingCurrency === 'USD' && each.currency === 'BRL')).toBe(true)
    expect(charges.some(({ taxTotal }) => taxTotal.gt(0))).toBe(true)
  })

  test('bills in three currencies, six each, and every tax that the customers have', () => {
    const { accounts } = sample
    expect(new Set(accounts.map(({ customer }) => customer.currency))).toEqual(new Set(['EUR', 'GBP', 'BRL']))
    for (const { invoices } of accounts) expect(invoices).toHaveLength(6)
  })

  test('payments that name the bill that they pay, to the cent', () => {
    for (const { invoices, payments } of sample.accounts) {
      for (const payment of payments) {
        const bill = invoices.find(({ number }) => number === payment.reference)
        if (bill) expect(payment.allocations.map(({ invoice }) => invoice)).toContain(bill.id)
      }
    }
  })

  test('payments in full, in part, late, missing, and one that names no bill', () => {
    const all = sample.accounts.flatMap(({ invoices, payments }) => payments.map((payment) => ({ invoices, payment })))
    const billOf = ({ invoices, payment }: (typeof all)[number]) =>
      invoices.find(({ number }) => number === payment.reference)
    expect(all.some((each) => billOf(each) === undefined)).toBe(true)
    expect(all.some((each) => (billOf(each)?.dueOn ?? '9') < each.payment.receivedOn)).toBe(true)
    expect(all.some((each) => (billOf(each)?.total.minor ?? 0n) > each.payment.amount.minor)).toBe(true)
    expect(sample.accounts.some(({ invoices, payments }) => payments.length < invoices.length - 2)).toBe(true)
  })

  test('refund and charge of a change as two lines of one event, of opposite sign', () => {
    const changes = sample.charges.filter(({ chargeType }) => /Quantity|convert/.test(chargeType))
    for (const lines of Map.groupBy(changes, ({ event }) => event).values()) {
      expect(lines.length % 2).toBe(0)
      expect(lines.filter(({ subtotal, qualifiers }) => subtotal.lt(0) || (subtotal.eq(0) && qualifiers)).length).toBe(
        lines.length / 2,
      )
    }
  })

  test('a full cycle of a product that is billed as two lines', () => {
    const e5 = sample.charges.filter(
      ({ productName, chargeType }) => productName === 'Microsoft 365 E5' && chargeType === 'cycleCharge',
    )
    expect(new Set(e5.map(({ unitPrice }) => unitPrice.toFixed()))).toEqual(new Set(['40.32', '4.88']))
  })

  test('the daily usage behind one customer’s Azure lines: equal quantities, and a cost that differs by cents', async () => {
    const ledger = ledgerOf(sample.desk.documents)
    const { customer, invoices } = sample.accounts.find((each) => each.customer.name.startsWith('Vale do Mondego'))!
    for (const invoice of invoices.slice(0, 3)) {
      const number = invoice.origin.type === 'bill-out' ? invoice.origin.supplierInvoice : ''
      const usage = await ledger.usage(customer.id, number)
      const joined = joinUsage(invoice.lines, usage)
      expect(joined.map(({ shares }) => shares.length)).toEqual([3, 3, 3, 3])
      for (const { difference } of joined) expect(difference.toFixed()).toBe('0')
      for (const { difference } of compareUsageCost(await ledger.charges(customer.id, number), usage))
        expect(Math.abs(Number(difference))).toBeLessThan(0.02)
    }
  })
})

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-data-'))
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  let last = 0
  const conversation = () => Promise.reject(new Error('nobody asks here'))
  const desk: Omit<Desk, 'documentDesk' | 'cases' | 'caseFileDesk'> = {
    documents,
    clock,
    newId: () => `id-${++last}`,
    conversation,
    mayLoadSample: true,
  }
  await loadSample(desk)
  const close = async () => {
    await documents.close()
    rmSync(folder, { recursive: true })
  }
  return { desk, close, ...(await read(documents)) }
}

async function read(documents: Documents) {
  const accounts: Account[] = []
  const charges: Charge[] = []
  const ledger = ledgerOf(documents)
  for await (const { id, partner } of ledger.customers()) {
    accounts.push((await ledger.account(id)) as Account)
    for (const { number } of await ledger.supplierInvoices(partner)) charges.push(...(await ledger.charges(id, number)))
  }
  return { accounts, charges }
}

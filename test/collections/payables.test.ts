import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BillBehind, billsBehind, dueOf, payables, payableTerms } from '../../src/collections/payables.ts'
import type { Account } from '../../src/ledger/account.ts'
import { addDays, type Day, day, daysBetween } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import { amountText, type Money, money } from '../../src/values/money.ts'
import { monthOf } from '../../src/values/period.ts'
import { aBill, aCustomer, aPayment, aSupplierInvoice, customerAt, eur, euros, gbp } from '../ledger/examples.ts'
import { aPolicy } from './decide/situations.ts'

const terms = { netDays: 60, warnDays: 7 }
const october = aSupplierInvoice({ number: 'G1', period: monthOf('2026-10'), total: decimal('1000.005') })
const today = day('2026-12-01')
const none = { behind: [], paid: new Map() }
const only = (at: Day, over: Partial<Parameters<typeof payables>[0]> = {}) => {
  const [found] = payables({ supplierInvoices: [october], ...none, ...over }, at, terms)
  if (!found) throw new Error('no payable')
  return found
}
const text = (amount: Money | undefined) => amount && `${amountText(amount)} ${amount.currency}`

const behind = (customer: number, open: string, over: Partial<BillBehind> = {}): BillBehind => ({
  partner: october.partner,
  supplierInvoice: 'G1',
  customer: customerAt(customer),
  name: `Customer ${customer}`,
  total: euros('100.00'),
  paid: euros('0.00'),
  credited: euros('0.00'),
  open: euros(open),
  dueOn: day('2026-12-08'),
  overdueDays: 0,
  ...over,
})

describe('the days of an invoice of Microsoft’s', () => {
  test.each([
    ['2026-10', '2026-11-06', '2027-01-05', '2027-01-06'],
    ['2026-11', '2026-12-06', '2027-02-04', '2027-02-05'],
    ['2026-12', '2027-01-06', '2027-03-07', '2027-03-08'],
    // A leap day is a day.
    ['2027-12', '2028-01-06', '2028-03-06', '2028-03-07'],
  ])('that of %s is issued on %s at the earliest, due on %s, and puts the account at risk on %s', (month, ...days) => {
    const { issuedOn, dueOn, atRiskOn } = dueOf(monthOf(month), terms)
    expect([issuedOn, dueOn, atRiskOn]).toEqual(days)
  })

  test('the policy can give other days, and what no policy says is net 60 with a week’s warning', () => {
    expect(dueOf(monthOf('2026-10'), { netDays: 30, warnDays: 3 }).dueOn).toBe('2026-12-06')
    expect(payableTerms([], today)).toEqual(terms)
    const version = aPolicy({ effective: day('2026-06-01'), payables: { netDays: 45, warnDays: 10 } })
    expect(payableTerms([version], today)).toEqual({ netDays: 45, warnDays: 10 })
    expect(payableTerms([version], day('2026-05-31'))).toEqual(terms)
  })
})

test.each([
  ['2026-12-29', 'waiting'],
  ['2026-12-30', 'soon'],
  ['2027-01-05', 'soon'],
  ['2027-01-06', 'at-risk'],
  ['2027-06-01', 'at-risk'],
])('on %s it is %s', (at, state) => {
  expect(only(day(at)).state).toBe(state)
})

test('one that was noted as paid is paid, whatever the day', () => {
  const paid = new Map([['G1', day('2027-01-02')]])
  expect(only(day('2027-02-01'), { paid })).toMatchObject({ state: 'paid', paidOn: '2027-01-02' })
})

test('what Microsoft bills is rounded to the cent, half up', () => {
  expect(text(only(today).total)).toBe('1000.01 EUR')
})

describe('the bills behind it', () => {
  const account = (over: Partial<Account> = {}): Account => ({
    customer: aCustomer(1),
    invoices: [],
    payments: [],
    subscriptions: [],
    disputes: [],
    ...over,
  })
  const origin = { type: 'bill-out', supplierInvoice: 'G1' } as const

  test('are those that were made from it, with what was paid and credited', () => {
    const bill = aBill('a', ['100.00'], { origin })
    const note = aBill('c', ['-30.00'], {
      kind: 'credit-note',
      corrects: bill.id,
      origin: { type: 'correction', reason: 'seats' },
    })
    const imported = aBill('b', ['50.00'], { origin: { type: 'import', import: 'x' } })
    const paid = aPayment('p', '40.00', { a: '40.00' })
    const found = billsBehind(account({ invoices: [note, imported, bill], payments: [paid] }), today)
    expect(found).toHaveLength(1)
    expect(found.map(({ paid, credited, open }) => [paid, credited, open].map(text))).toEqual([
      ['40.00 EUR', '30.00 EUR', '30.00 EUR'],
    ])
  })

  test('a credit note of the bill-out is no bill behind it', () => {
    const note = aBill('c', ['-30.00'], { kind: 'credit-note', origin })
    expect(billsBehind(account({ invoices: [note] }), today)).toEqual([])
  })

  test.each([
    ['0.00', 100],
    ['0.01', 99],
    ['99.99', 0],
    ['100.00', 0],
    ['50.00', 50],
  ])('with %s of 100.00 open, %i percent are settled: never 100 before all is', (open, percent) => {
    const settled = money(10_000n - euros(open).minor, eur)
    const [side] = only(today, { behind: [behind(1, open, { paid: settled })] }).behind
    expect(side).toMatchObject({ settledPercent: percent })
    expect(text(side?.open)).toBe(`${open} EUR`)
  })

  test('each currency stands for itself: nothing is converted', () => {
    const pounds = { total: money(500n, gbp), open: money(500n, gbp), paid: money(0n, gbp), credited: money(0n, gbp) }
    const { behind: sides } = only(today, { behind: [behind(1, '100.00'), behind(2, '5.00', pounds)] })
    expect(sides.map(({ open }) => text(open))).toEqual(['100.00 EUR', '5.00 GBP'])
  })

  test('who causes the gap: what is overdue first, then by what is open, and nobody who has paid', () => {
    const all = [
      behind(1, '90.00'),
      behind(2, '0.00'),
      behind(3, '10.00', { overdueDays: 3 }),
      behind(4, '95.00'),
      behind(5, '40.00', { overdueDays: 1 }),
      behind(1, '1.00', { overdueDays: 9 }),
    ]
    const { causes } = only(today, { behind: all })
    expect(
      causes.map(({ name, open, overdue, overdueDays }) => [name, text(open), text(overdue), overdueDays]),
    ).toEqual([
      ['Customer 5', '40.00 EUR', '40.00 EUR', 1],
      ['Customer 3', '10.00 EUR', '10.00 EUR', 3],
      ['Customer 1', '91.00 EUR', '1.00 EUR', 9],
      ['Customer 4', '95.00 EUR', '0.00 EUR', 0],
    ])
  })

  test('customers on Microsoft’s invoice without a bill for it are named', () => {
    const supplierInvoices = [{ ...october, customers: [customerAt(1), customerAt(2)] }]
    expect(only(today, { supplierInvoices, behind: [behind(1, '1.00')] }).unbilled).toEqual([customerAt(2)])
  })
})

test('whatever was billed, the parts add up, per currency and over the customers', () => {
  const bill = fc.record({
    customer: fc.integer({ min: 1, max: 4 }),
    total: fc.bigInt(1n, 10_000n),
    at: fc.integer({ min: 0, max: 100 }),
    pounds: fc.boolean(),
    late: fc.nat(5),
  })
  fc.assert(
    fc.property(fc.array(bill, { maxLength: 12 }), (bills) => {
      const all = bills.map(({ customer, total, at, pounds, late }) => {
        const code = pounds ? gbp : eur
        const paid = (total * BigInt(at)) / 100n
        return behind(customer, '0.00', {
          total: money(total, code),
          paid: money(paid, code),
          credited: money(0n, code),
          open: money(total - paid, code),
          overdueDays: late,
        })
      })
      const { behind: sides, causes } = only(today, { behind: all })
      for (const { billed, settled, open, currency, settledPercent } of sides) {
        expect(settled.minor + open.minor).toBe(billed.minor)
        const caused = causes.filter((cause) => cause.open.currency === currency)
        expect(caused.reduce((sum, cause) => sum + cause.open.minor, 0n)).toBe(open.minor)
        expect(settledPercent === 100).toBe(open.minor === 0n)
      }
    }),
  )
})

test('the account is at risk the day after the due date, for every month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 120 }), (months, netDays) => {
      const year = 2000 + Math.floor(months / 12)
      const period = monthOf(`${year}-${String((months % 12) + 1).padStart(2, '0')}`)
      const { issuedOn, dueOn, atRiskOn } = dueOf(period, { netDays, warnDays: 0 })
      expect(daysBetween(issuedOn, dueOn)).toBe(netDays)
      expect(addDays(dueOn, 1)).toBe(atRiskOn)
      expect(issuedOn.slice(8)).toBe('06')
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Account, balance, invoiceState } from '../../src/ledger/account.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import type { Payment } from '../../src/ledger/payment.ts'
import { day } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { money } from '../../src/values/money.ts'
import { aBill, aCustomer, aPayment, eur, euros, gbp } from './examples.ts'

const accountOf = (invoices: Invoice[], payments: Payment[] = []): Account => ({
  customer: aCustomer(),
  invoices,
  payments,
  subscriptions: [],
  disputes: [],
})
const dueOn = day('2026-11-07')
const bill = aBill('a', ['100.00'], { dueOn })
const note = (total: string) =>
  aBill('note', [total], { kind: 'credit-note', corrects: 'a' as InvoiceId, issuedOn: day('2026-10-15') })

describe('overdue begins the day after the due date', () => {
  test.each([
    ['the day before', '2026-11-06', 'open', 0],
    ['the due date itself', '2026-11-07', 'open', 0],
    ['the day after', '2026-11-08', 'overdue', 1],
    ['a month after', '2026-12-07', 'overdue', 30],
  ])('%s', (_, today, kind, overdueDays) => {
    expect(invoiceState(accountOf([bill]), bill, day(today))).toMatchObject({ kind, overdueDays })
  })
})

describe('payments', () => {
  test.each([
    ['a partial payment before the due date', '40.00', '2026-11-07', 'partly-paid', '60.00'],
    ['a partial payment leaves the rest overdue', '40.00', '2026-11-08', 'overdue', '60.00'],
    ['a cent short is overdue', '99.99', '2026-11-08', 'overdue', '0.01'],
    ['the whole amount pays it', '100.00', '2026-11-08', 'paid', '0.00'],
  ])('%s', (_, amount, today, kind, open) => {
    const account = accountOf([bill], [aPayment('p', amount, { a: amount })])
    expect(invoiceState(account, bill, day(today))).toMatchObject({ kind, open: euros(open), paid: euros(amount) })
  })
})

describe('credit notes', () => {
  test('reduce the bill that they correct', () => {
    const credit = note('-30.00')
    const account = accountOf([credit, bill])
    expect(invoiceState(account, bill, dueOn)).toMatchObject({ kind: 'partly-paid', open: euros('70.00') })
    expect(invoiceState(account, credit, dueOn)).toMatchObject({ kind: 'credit', open: euros('0.00') })
  })

  test('beyond what is open are the customer’s credit', () => {
    const credit = note('-30.00')
    const account = accountOf([credit, bill], [aPayment('p', '80.00', { a: '80.00' })])
    expect(invoiceState(account, bill, dueOn)).toMatchObject({ kind: 'paid', credited: euros('20.00') })
    expect(invoiceState(account, credit, dueOn)).toMatchObject({ kind: 'credit', open: euros('-10.00') })
    expect(balance(account, dueOn)).toMatchObject([{ open: euros('0.00'), unallocated: euros('10.00') }])
  })

  test('a bill below zero is credit', () => {
    const below = aBill('b', ['-5.00'], { kind: 'credit-note' })
    expect(invoiceState(accountOf([below]), below, day('2027-01-01'))).toMatchObject({
      kind: 'credit',
      open: euros('-5.00'),
    })
  })
})

test('a bill of nothing is paid', () => {
  const free = aBill('free', ['0.00'])
  expect(invoiceState(accountOf([free]), free, day('2027-01-01'))).toMatchObject({ kind: 'paid', open: euros('0.00') })
})

test('a balance never adds two currencies', () => {
  const pounds = { ...aBill('c', ['1.00']), currency: gbp, total: money(700n, gbp) }
  const balances = balance(accountOf([bill, pounds]), dueOn)
  expect(balances.map(({ currency, open }) => [currency, open.minor])).toEqual([
    [eur, 10000n],
    [gbp, 700n],
  ])
})

test('a customer without bills owes nothing in its own currency', () => {
  expect(balance(accountOf([]), dueOn)).toMatchObject([{ currency: eur, open: euros('0.00'), overdue: euros('0.00') }])
})

test('what is open less the credit is what was billed less what was paid', () => {
  const cents = fc.bigInt({ min: 0n, max: 1_000_000n })
  const entry = fc.record({ total: cents, paid: cents, over: cents, credited: cents })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const invoices = entries.flatMap(({ total, credited }, at) => {
        const id = `b${at}` as InvoiceId
        const one = { ...aBill(id, ['0']), total: money(total, eur) }
        const credit = { ...aBill(`n${at}`, ['0']), corrects: id, total: money(-credited, eur) }
        return credited > 0n ? [credit, one] : [one]
      })
      const payments = entries.map(({ total, paid, over }, at) => {
        const part = paid < total ? paid : total
        const allocations = part > 0n ? [{ invoice: `b${at}` as InvoiceId, amount: money(part, eur) }] : []
        return { ...aPayment(`p${at}`, '0'), amount: money(part + over, eur), allocations }
      })
      const [found] = balance(accountOf(invoices, payments), dueOn)
      const billed = invoices.reduce((sum, { total }) => sum + total.minor, 0n)
      const received = payments.reduce((sum, { amount }) => sum + amount.minor, 0n)
      expect((found?.open.minor ?? 0n) - (found?.unallocated.minor ?? 0n)).toBe(billed - received)
    }),
    { numRuns: process.env.SALDO_LONG ? 5000 : 200 },
  )
})

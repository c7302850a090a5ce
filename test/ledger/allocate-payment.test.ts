import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocatePayment, type OpenBill } from '../../src/ledger/allocate-payment.ts'
import { addDays, day } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { amountText, money } from '../../src/values/money.ts'
import { eur, euros, gbp } from './examples.ts'

const open = (id: string, amount: string, dueOn: string, numbers = [id.toUpperCase()]): OpenBill => ({
  id: id as InvoiceId,
  numbers,
  issuedOn: addDays(day(dueOn), -30),
  dueOn: day(dueOn),
  open: euros(amount),
})
const bills = [
  open('nor-2026-0002', '50.00', '2026-10-08', ['FT A/17', 'NOR-2026-0002']),
  open('nor-2026-0001', '100.00', '2026-09-08'),
  open('nor-2026-0003', '70.00', '2026-11-08'),
]
const pay = (amount: string, reference = '', receivedOn = '2026-10-20', among = bills) => {
  const { by, allocations } = allocatePayment({ amount: euros(amount), reference, receivedOn: day(receivedOn) }, among)
  return [by, ...allocations.map((part) => `${part.invoice.slice(-1)}:${amountText(part.amount)}`)]
}

describe('a payment pays', () => {
  test.each([
    ['the bill that it names', '70.00', 'NOR-2026-0003', ['reference', '3:70.00']],
    ['a named bill in any case, among other words', '70.00', 'inv. nor-2026-0003/oct', ['reference', '3:70.00']],
    ['a bill named by its legal number', '50.00', 'Pagamento FT A/17', ['reference', '2:50.00']],
    ['a bill named by its own number', '50.00', 'NOR-2026-0002', ['reference', '2:50.00']],
    [
      'two named bills, the earlier due one first',
      '100.00',
      'NOR-2026-0003 + NOR-2026-0002',
      ['reference', '2:50.00', '3:50.00'],
    ],
    ['part of the bill that it names', '20.00', 'NOR-2026-0003', ['reference', '3:20.00']],
    ['what is due first with what a named bill leaves', '80.00', 'NOR-2026-0003', ['reference', '3:70.00', '1:10.00']],
    ['the only bill of just this amount', '50.00', 'thank you', ['amount', '2:50.00']],
    [
      'everything, and leaves the rest as credit',
      '300.00',
      'NOR-2026-0003',
      ['reference', '3:70.00', '1:100.00', '2:50.00'],
    ],
    ['nothing when neither reference nor amount says which bill is meant', '120.00', '', ['unmatched']],
    ['nothing with what all bills together come to', '220.00', 'all invoices', ['unmatched']],
    ['nothing with a reference that names no bill', '33.00', 'G016907411', ['unmatched']],
    ['no bill whose number it holds only as a part', '70.00', 'NOR-2026-00031', ['amount', '3:70.00']],
  ] as const)('%s', (_, amount, reference, expected) => {
    expect(pay(amount, reference)).toEqual(expected)
  })

  test('nothing when two bills have just this amount', () => {
    const twins = [open('b', '50.00', '2026-11-01'), open('a', '50.00', '2026-10-01')]
    expect(pay('50.00', '', '2026-10-20', twins)).toEqual(['unmatched'])
  })

  test('no bill that came later, unless it names it', () => {
    const later = [open('b', '50.00', '2026-12-20')]
    expect(pay('50.00', '', '2026-11-19', later)).toEqual(['none'])
    expect(pay('50.00', '', '2026-11-20', later)).toEqual(['amount', 'b:50.00'])
    expect(pay('50.00', 'B', '2026-11-01', later)).toEqual(['reference', 'b:50.00'])
  })

  test('no bill in another currency', () => {
    expect(pay('50.00', 'B', '2026-10-20', [{ ...open('b', '50.00', '2026-10-01'), open: money(5000n, gbp) }])).toEqual(
      ['none'],
    )
  })
})

test('allocations never exceed the payment, nor what a bill has open', () => {
  const cents = fc.bigInt({ min: 0n, max: 100_000n })
  const bill = fc.record({ amount: cents, due: fc.integer({ min: 0, max: 60 }) })
  const reference = fc.constantFrom('', 'B0', 'B1 B2', 'x')
  fc.assert(
    fc.property(fc.array(bill, { maxLength: 8 }), cents, reference, (given, amount, text) => {
      const among = given.map(({ amount: minor, due }, at) => ({
        ...open(`b${at}`, '0', addDays(day('2026-10-01'), due)),
        open: money(minor, eur),
      }))
      const payment = { amount: money(amount, eur), reference: text, receivedOn: day('2026-10-20') }
      const { allocations } = allocatePayment(payment, among)
      const total = allocations.reduce((sum, part) => sum + part.amount.minor, 0n)
      expect(total <= amount).toBe(true)
      for (const part of allocations) {
        expect(part.amount.minor > 0n).toBe(true)
        expect(part.amount.minor <= among.find(({ id }) => id === part.invoice)!.open.minor).toBe(true)
      }
      expect(new Set(allocations.map((part) => part.invoice)).size).toBe(allocations.length)
    }),
    { numRuns: process.env.SALDO_LONG ? 5000 : 300 },
  )
})

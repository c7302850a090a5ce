import { expect, test } from 'vitest'
import { bridge } from '../../src/ledger/bridge.ts'
import { sideOfCharges, sideOfInvoices } from '../../src/ledger/bridge-side.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import { day } from '../../src/values/day.ts'
import type { InvoiceId, SubscriptionId } from '../../src/values/ids.ts'
import { negate } from '../../src/values/money.ts'
import { monthOf } from '../../src/values/period.ts'
import { aBill, aLine, aSupplierInvoice, euros, gbp } from '../ledger/examples.ts'
import { type Bill, steady, told } from './documented-bills.ts'
import { seatRow } from './documented-rows.ts'

const june: Bill = ['2021-06', [steady('2021-06-01', '2021-06-30')]]
const july = (...more: Charge[]): Bill => ['2021-07', [steady('2021-07-01', '2021-07-31'), ...more]]
const seats = { term: ['2021-01-05', '2022-01-04'], price: '12', seats: 10, subtotal: '120.00' } as const

test('two bills that are the same have no drivers', () => {
  expect(told(june, july())).toEqual([])
})

test('a line whose period was over before its bill began is a correction, whatever its type', () => {
  const late = { ...seats, from: '2021-05-05', to: '2021-06-04' }
  expect(told(june, july(seatRow({ ...late, type: 'cycleCharge' })))).toEqual(['correction 120.00'])
  expect(told(june, july(seatRow({ ...late, type: 'addQuantity' })))).toEqual(['correction 120.00'])
})

test('a line whose period ends on the first day of its bill is none', () => {
  const reaches = seatRow({ ...seats, type: 'new', from: '2021-06-02', to: '2021-07-01' })
  expect(told(june, july(reaches))).toEqual(['product-started 120.00'])
})

test('credits for two reasons are two drivers', () => {
  const credit = (reason: string, subtotal: string) =>
    seatRow({
      ...seats,
      seats: 1,
      subtotal,
      type: 'customerCredit',
      from: '2021-07-01',
      to: '2021-07-31',
      more: { creditReason: reason },
    })
  expect(
    told(june, july(credit('SLA', '-7.00'), credit('Azure Credit Offer', '-5.00'), credit('SLA', '-1.00'))),
  ).toEqual(['credit -8.00', 'credit -5.00'])
})

test('what is bought for good is no running product, on either side', () => {
  const forGood = {
    chargeEnd: undefined,
    subscriptionEnd: undefined,
    termAndBillingCycle: undefined,
    billingFrequency: undefined,
  }
  const bought = (from: string, count: number, subtotal: string) =>
    seatRow({
      ...seats,
      type: 'new',
      from,
      to: from,
      seats: count,
      subtotal,
      more: { ...forGood, subscription: undefined },
    })
  const first: Bill = ['2021-06', [...june[1], bought('2021-06-09', 2, '240.00')]]
  expect(told(first, july(bought('2021-07-09', 1, '120.00')))).toEqual(['one-off -120.00'])
})

test('a charge of a type that nobody knows is shown as unexplained and not given a name', () => {
  const odd = seatRow({
    ...seats,
    type: 'penaltyFee',
    from: '2021-07-05',
    to: '2021-08-04',
    more: { subscription: 'odd' as SubscriptionId },
  })
  const side = ([month, charges]: Bill) =>
    sideOfCharges([{ supplierInvoice: aSupplierInvoice({ period: monthOf(month) }), charges }])
  const { unexplained, drivers } = bridge(side(june), side(july(odd)))
  expect(drivers.map(({ kind, amount }) => [kind, amount.toFixed(2)])).toEqual([['unexplained', '120.00']])
  expect(unexplained.toFixed(2)).toBe('120.00')
})

test('a credit note that corrects a bill is a credit', () => {
  const over = { period: monthOf('2026-10'), issuedOn: day('2026-11-08') }
  const [before, bill] = [aBill('one', ['120.00']), aBill('two', ['120.00'], over)]
  const note: Invoice = {
    ...bill,
    id: 'note' as InvoiceId,
    kind: 'credit-note',
    lines: [{ ...aLine(1, '-30.00'), corrects: 1 }],
    net: euros('-30.00'),
    taxes: bill.taxes.map((tax) => ({ ...tax, base: euros('-30.00'), amount: negate(tax.amount) })),
    total: euros('-30.00'),
    corrects: bill.id,
  }
  const { drivers, unexplained } = bridge(sideOfInvoices([before]), sideOfInvoices([bill, note]))
  expect([drivers.map(({ kind, amount }) => `${kind} ${amount.toFixed(2)}`), unexplained.toFixed()]).toEqual([
    ['credit -30.00'],
    '0',
  ])
})

test('two currencies are not compared', () => {
  const pounds = { ...aBill('two', ['120.00']), currency: gbp }
  expect(() => bridge(sideOfInvoices([aBill('one', ['120.00'])]), sideOfInvoices([pounds]))).toThrow(RangeError)
})

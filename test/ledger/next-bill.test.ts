import { describe, expect, test } from 'vitest'
import type { Account } from '../../src/ledger/account.ts'
import type { InvoiceLine } from '../../src/ledger/invoice.ts'
import { nextBill } from '../../src/ledger/next-bill.ts'
import type { Subscription } from '../../src/ledger/subscription.ts'
import { day } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { monthOf, period } from '../../src/values/period.ts'
import { aBill, aCustomer, aLine, customerAt, euros } from './examples.ts'

const today = day('2026-10-20')
const seats = (over: Partial<Subscription> = {}): Subscription => ({
  id: 's1' as SubscriptionId,
  customer: customerAt(1),
  productId: 'P',
  skuId: '1',
  product: 'Microsoft 365 Business Premium',
  quantity: 10,
  term: 'P1Y',
  billing: 'monthly',
  start: day('2026-03-18'),
  end: day('2027-03-17'),
  status: 'active',
  source: { import: 'i', line: 2 },
  ...over,
})
const line = (net: string, from: string, to: string, over: Partial<InvoiceLine> = {}) =>
  aLine(1, net, {
    subscription: 's1' as SubscriptionId,
    period: period(day(from), day(to)),
    quantity: decimal(10),
    unitPrice: decimal(net).div(10),
    ...over,
  })
const september = (lines: InvoiceLine[]) => ({
  ...aBill('nor-9', ['0'], { period: monthOf('2026-09'), issuedOn: day('2026-10-08') }),
  lines,
})
const accountOf = (lines: InvoiceLine[], ...subscriptions: Subscription[]): Account => ({
  customer: aCustomer(),
  invoices: [september(lines)],
  payments: [],
  subscriptions,
  disputes: [],
})
const cycle = line('126.50', '2026-09-18', '2026-10-17')

test('a monthly subscription comes again at its last price, with tax', () => {
  expect(nextBill(accountOf([cycle], seats()), today)).toMatchObject({
    kind: 'estimate',
    period: monthOf('2026-10'),
    lines: [{ net: euros('126.50'), ifRenewed: false, basis: { invoice: 'nor-9', line: 1 } }],
    net: euros('126.50'),
    tax: euros('29.10'),
    total: euros('155.60'),
  })
})

test('seats changed since are counted at the price of a full cycle', () => {
  const prorated = line('30.00', '2026-09-25', '2026-10-17', {
    number: 2,
    chargeType: 'addQuantity',
    quantity: decimal(12),
  })
  expect(nextBill(accountOf([cycle, prorated], seats({ quantity: 12 })), today)?.net).toEqual(euros('151.80'))
})

test('both parts of a product come again', () => {
  const parts = [line('100.00', '2026-09-18', '2026-10-17'), line('20.00', '2026-09-18', '2026-10-17', { number: 2 })]
  expect(nextBill(accountOf(parts, seats()), today)?.net).toEqual(euros('120.00'))
})

describe('left out of the estimate', () => {
  const year = { billing: 'annual' as const, term: 'P1Y' as const }
  test.each([
    ['a cancelled subscription', seats({ status: 'cancelled' }), cycle],
    ['an expired one', seats({ status: 'expired' }), cycle],
    ['a term that ends and will not renew', seats({ end: day('2026-10-17'), autoRenew: false }), cycle],
    ['a prepaid year that is not over', seats(year), line('1000.00', '2026-03-18', '2027-03-17')],
    ['what was never billed for a full cycle', seats(), line('30.00', '2026-09-25', '2026-10-17')],
  ])('%s', (_, subscription, billed) => {
    expect(nextBill(accountOf([billed], subscription), today)).toMatchObject({ lines: [], total: euros('0.00') })
  })

  test('usage that no bill has yet, which it says', () => {
    const azure = seats({ id: 's9' as SubscriptionId, billing: 'usage', quantity: undefined })
    expect(nextBill(accountOf([cycle], azure), today)).toMatchObject({ lines: [], usage: [], leftOut: ['s9'] })
  })
})

describe('usage is estimated from the bills before', () => {
  const azure = seats({ id: 's9' as SubscriptionId, product: 'Azure plan', billing: 'usage', quantity: undefined })
  const used = (net: string, over: Partial<InvoiceLine> = {}) =>
    aLine(1, net, { subscription: 's9' as SubscriptionId, meter: 'D2 v3', ...over })
  const month = (at: string, lines: InvoiceLine[]) => ({
    ...aBill(`nor-${at}`, ['0'], { period: monthOf(at), issuedOn: day('2026-10-08') }),
    lines,
  })
  const usageAfter = (...months: InvoiceLine[][]) => {
    const invoices = months.map((lines, at) => month(`2026-0${9 - at}`, lines))
    return nextBill({ ...accountOf([], azure), invoices }, today)
  }

  test('as on the last one while there are fewer than three', () => {
    expect(usageAfter([used('10.00'), used('5.50', { number: 2 })], [used('99.00')])).toMatchObject({
      usage: [{ net: euros('15.50'), by: 'last', basis: [{ line: 1 }, { line: 2 }] }],
      leftOut: [],
      net: euros('15.50'),
      certain: euros('0.00'),
    })
  })

  test('on average of the last three, half-up to the cent', () => {
    const four = usageAfter([used('10.00')], [used('20.00')], [used('20.00')], [used('1000.00')])
    expect(four?.usage).toMatchObject([{ net: euros('16.67'), by: 'average' }])
  })

  test('without credits, which were granted once', () => {
    const granted = used('-8.00', { number: 2, chargeType: 'customerCredit', meter: undefined })
    expect(usageAfter([used('10.00'), granted])?.usage).toMatchObject([{ net: euros('10.00') }])
  })

  test('as on the last one where a month between had none', () => {
    expect(usageAfter([used('10.00')], [], [used('40.00')])?.usage).toMatchObject([{ net: euros('10.00'), by: 'last' }])
  })
})

test('what runs on is certain, what must be renewed is not', () => {
  const other = seats({ id: 's2' as SubscriptionId, end: day('2026-10-17') })
  const renewing = line('40.00', '2026-09-18', '2026-10-17', { number: 2, subscription: 's2' as SubscriptionId })
  expect(nextBill(accountOf([cycle, renewing], seats(), other), today)).toMatchObject({
    net: euros('166.50'),
    certain: euros('126.50'),
  })
})

test('seats that were changed within the cycle say how many there were', () => {
  expect(nextBill(accountOf([cycle], seats({ quantity: 12 })), today)?.lines).toMatchObject([
    { seatsBefore: decimal(10), quantity: decimal(12) },
  ])
  expect(nextBill(accountOf([cycle], seats()), today)?.lines[0]?.seatsBefore).toBeUndefined()
})

test.each([
  ['2026-10-17', true],
  ['2027-03-17', false],
])('a promotion on a term to %s ends with this bill: %s', (end, promotionEnds) => {
  const promoted = { ...cycle, adjustments: ['10.0% Promotional discount'] }
  expect(nextBill(accountOf([promoted], seats({ end: day(end) })), today)?.lines).toMatchObject([{ promotionEnds }])
})

test('a term that ends is marked as billed only if it renews', () => {
  expect(nextBill(accountOf([cycle], seats({ term: 'P1M', end: day('2026-10-17') })), today)?.lines).toMatchObject([
    { ifRenewed: true },
  ])
})

test('a prepaid year comes in the month of its anniversary', () => {
  const billed = line('1000.00', '2025-10-05', '2026-10-04')
  const subscription = seats({ billing: 'annual', start: day('2025-10-05'), end: day('2026-10-04') })
  expect(nextBill(accountOf([billed], subscription), today)?.lines).toMatchObject([
    { net: euros('1000.00'), ifRenewed: true },
  ])
})

test.each([
  ['as long after the month as the bills so far', '2026-10-20', '2026-11-08'],
  ['today when that day has passed', '2026-11-12', '2026-11-12'],
])('it is expected %s', (_, on, expectedOn) => {
  expect(nextBill(accountOf([cycle], seats()), day(on))?.expectedOn).toBe(expectedOn)
})

test('a customer without bills has no next one yet', () => {
  expect(nextBill({ ...accountOf([cycle], seats()), invoices: [] }, today)).toBeUndefined()
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noticeAnswer } from '../../src/answers/reminder-notice.ts'
import { type Noticing, noticeKey, noticesDue } from '../../src/collections/notices.ts'
import { type NoticeKind, noticeKinds } from '../../src/collections/policy.ts'
import { say } from '../../src/language/say.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import type { Subscription } from '../../src/ledger/subscription.ts'
import { addDays, type Day, day, instant } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import { objectId, type SubscriptionId } from '../../src/values/ids.ts'
import { monthOf } from '../../src/values/period.ts'
import { book, noticed, priced, promoted, subscription } from '../answers/reminder-cases.ts'
import { accountOf, bill, customer, noon, rules, standing } from '../answers/reminder-examples.ts'
import { aLine, aPayment, aPriceBook } from '../ledger/examples.ts'

const end = subscription.end
const one = bill(1, '246.00')

type Given = { invoices?: readonly Invoice[]; own?: Partial<Subscription>; over?: Partial<Noticing> }
const dueOn = (kind: NoticeKind, days: number, today: Day, { invoices = [], own = {}, over = {} }: Given = {}) =>
  noticesDue({
    account: accountOf(invoices, { subscriptions: [{ ...subscription, ...own }] }),
    rules: { ...rules, notices: { [kind]: { days } } },
    standing: standing(),
    priceBook: undefined,
    today,
    ...over,
  }).map(noticeKey)

describe('an invoice that is ready', () => {
  const key = ['invoice-ready|i-1|2026-11-08']
  test.each([
    ['the day before', '2026-11-07', []],
    ['its own day', '2026-11-08', key],
    ['the last day', '2026-11-11', key],
    ['the day after that', '2026-11-12', []],
  ])('%s', (_, today, keys) => {
    expect(dueOn('invoice-ready', 3, day(today), { invoices: [one] })).toEqual(keys)
  })

  test('not once it is paid, told, or spoken of by a reminder; not a credit note', () => {
    const today = one.issuedOn
    const paid = accountOf([one], { payments: [aPayment('p', '246.00', { 'i-1': '246.00' })] })
    expect(dueOn('invoice-ready', 3, today, { over: { account: paid } })).toEqual([])
    expect(
      dueOn('invoice-ready', 3, today, { invoices: [one], over: { standing: standing({ noticed: key }) } }),
    ).toEqual([])
    const reached = [{ invoice: one.id, stage: 'courtesy', on: today, contact: 'c' }]
    expect(dueOn('invoice-ready', 3, today, { invoices: [one], over: { standing: standing({ reached }) } })).toEqual([])
    const note = bill(9, '-10.00', { kind: 'credit-note' })
    expect(dueOn('invoice-ready', 3, today, { invoices: [note] })).toEqual([])
  })

  test('a stage that spoke to nobody is no word of it', () => {
    const reached = [{ invoice: one.id, stage: 'call', on: one.issuedOn }]
    expect(
      dueOn('invoice-ready', 3, one.issuedOn, { invoices: [one], over: { standing: standing({ reached }) } }),
    ).toEqual(key)
  })
})

describe('a renewal that comes', () => {
  const key = [`renewal|s-1|${addDays(end, 1)}`]
  test.each([
    ['a day too early', -31, []],
    ['the first day', -30, key],
    ['the last day of the term', -1, key],
    ['the day of the renewal', 0, key],
    ['the day after', 1, []],
  ])('%s', (_, at, keys) => {
    expect(dueOn('renewal', 30, addDays(end, 1 + at))).toEqual(keys)
  })

  test.each<[string, Partial<Subscription>, number]>([
    ['renews by itself', { autoRenew: true }, 1],
    ['nobody knows', { autoRenew: undefined }, 1],
    ['does not renew', { autoRenew: false }, 0],
    ['a three-year term', { term: 'P3Y', start: day('2023-12-16') }, 1],
    ['a term of a month', { term: 'P1M' }, 0],
    ['suspended', { status: 'suspended' }, 0],
    ['cancelled', { status: 'cancelled' }, 0],
    ['without an end', { end: undefined }, 0],
  ])('%s', (_, own, count) => {
    expect(dueOn('renewal', 30, addDays(end, -5), { own })).toHaveLength(count)
  })

  test('the next renewal is another one', () => {
    const told = standing({ noticed: key })
    expect(dueOn('renewal', 30, end, { over: { standing: told } })).toEqual([])
    const own = { end: day('2027-12-15'), start: day('2025-12-16') }
    const over = { standing: told }
    expect(dueOn('renewal', 30, day('2027-12-01'), { own, over })).toEqual(['renewal|s-1|2027-12-16'])
  })
})

describe('a cancellation window that closes', () => {
  const bought: Partial<Subscription> = { start: day('2026-12-01'), end: day('2027-11-30') }
  const key = ['cancellation-window|s-1|2026-12-07']
  test.each([
    ['before the purchase', '2026-11-30', []],
    ['too early', '2026-12-03', []],
    ['three days before its last whole day', '2026-12-04', key],
    ['its last whole day', '2026-12-07', key],
    ['once it is closed', '2026-12-08', []],
  ])('%s', (_, today, keys) => {
    expect(dueOn('cancellation-window', 3, day(today), { own: bought })).toEqual(keys)
  })

  test.each<[string, Partial<Subscription>, string, string[]]>([
    ['after a renewal that the bills know', { start: day('2024-12-01'), end: day('2027-11-30') }, '2026-12-05', key],
    [
      'after a renewal that only the setting knows',
      { start: day('2025-12-01'), end: day('2026-11-30'), autoRenew: true },
      '2026-12-05',
      key,
    ],
    [
      'where it may not have renewed',
      { start: day('2025-12-01'), end: day('2026-11-30'), autoRenew: undefined },
      '2026-12-05',
      [],
    ],
    [
      'a term that was cut short to end with others',
      { start: day('2026-12-01'), end: day('2027-06-30') },
      '2026-12-05',
      key,
    ],
    [
      'a leap day',
      { start: day('2027-02-28'), end: day('2028-02-28'), term: 'P1Y' },
      '2027-03-05',
      ['cancellation-window|s-1|2027-03-06'],
    ],
  ])('%s', (_, own, today, keys) => {
    expect(dueOn('cancellation-window', 3, day(today), { own })).toEqual(keys)
  })
})

describe('a promotion that ends', () => {
  const key = [`promotion-ending|s-1|${end}`]
  test.each([
    ['a day too early', -15, []],
    ['the first day', -14, key],
    ['the last day', 0, key],
    ['the day after', 1, []],
  ])('%s', (_, at, keys) => {
    expect(dueOn('promotion-ending', 14, addDays(end, at), { invoices: [promoted] })).toEqual(keys)
  })

  test('only where the customer’s own last bill follows it: what the partner gets is no matter of its', () => {
    const own = { promotionId: 'PROMO-1' }
    expect(dueOn('promotion-ending', 14, end, { own, invoices: [priced] })).toEqual([])
    expect(dueOn('promotion-ending', 14, end, { own })).toEqual([])
    const ended = { ...priced, period: monthOf('2026-11') }
    expect(dueOn('promotion-ending', 14, end, { invoices: [ended, promoted] })).toEqual([])
    const adjusted = bill(11, '200.00', {
      lines: [aLine(1, '200.00', { subscription: 's-1' as SubscriptionId, adjustments: ['15% off'] })],
    })
    expect(dueOn('promotion-ending', 14, end, { invoices: [adjusted] })).toEqual(key)
  })
})

describe('a price that changes', () => {
  // The last bill covers October and came on 8 November: the next one is expected on 8 December.
  const key = ['price-change|s-1|2026-11-01']
  const changed = (today: string, over: Partial<Noticing> = {}, invoice = priced) =>
    dueOn('price-change', 10, day(today), { invoices: [invoice], over: { priceBook: book, ...over } })
  test.each([
    ['a day too early', '2026-11-27', []],
    ['the first day', '2026-11-28', key],
    ['the day of the bill', '2026-12-08', key],
  ])('%s', (_, today, keys) => {
    expect(changed(today)).toEqual(keys)
  })

  test('not without a price book, at the same price, by margin, or for somebody else', () => {
    const today = '2026-12-01'
    const priceBook = (price: object, more = {}) => ({
      priceBook: aPriceBook({ rules: [{ price: price as never, ...more }] }),
    })
    const { currency, tenant } = customer
    expect(changed(today, { priceBook: undefined })).toEqual([])
    expect(changed(today, priceBook({ fixed: decimal('20.00'), currency }))).toEqual([])
    expect(changed(today, priceBook({ margin: decimal('20') }))).toEqual([])
    expect(changed(today, priceBook({ fixed: decimal('21.50'), currency: 'GBP' }))).toEqual([])
    expect(changed(today, priceBook({ fixed: decimal('21.50'), currency }, { skuId: 'other' }))).toEqual([])
    expect(changed(today, priceBook({ fixed: decimal('21.50'), currency }, { customer: tenant }))).toEqual(key)
  })

  test('not where the price so far followed a promotion, or nobody knows it', () => {
    const [line] = priced.lines
    const withLine = (over: object) => ({ ...priced, lines: [{ ...line!, ...over }] })
    expect(changed('2026-12-01', {}, withLine({ promotionId: 'PROMO' }))).toEqual([])
    expect(changed('2026-12-01', {}, withLine({ cyclePrice: undefined }))).toEqual([])
  })
})

describe('nothing at all', () => {
  const today = end
  const person = { tenant: customer.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001') }
  test.each<[string, Partial<Noticing>]>([
    ['without a policy', { rules: undefined }],
    ['where the policy names no notice', { rules }],
    ['to whoever wants none', { standing: standing({ stopped: { at: instant('2026-12-01T10:00:00Z'), by: person } }) }],
    ['while a suspension goes on', { standing: standing({ suspension: 'S-1' }) }],
  ])('%s', (_, over) => {
    expect(dueOn('renewal', 30, today)).toHaveLength(1)
    expect(dueOn('renewal', 30, today, { over })).toEqual([])
  })
})

test('several on one day come in the order of the policy’s vocabulary, each once', () => {
  const all = { 'invoice-ready': { days: 90 }, renewal: { days: 60 }, 'promotion-ending': { days: 60 } }
  const keys = dueOn('renewal', 0, addDays(end, -3), {
    invoices: [promoted],
    over: { rules: { ...rules, notices: all } },
  })
  expect(keys).toEqual(['invoice-ready|i-11|2026-11-08', 'renewal|s-1|2026-12-16', 'promotion-ending|s-1|2026-12-15'])
})

const chance = fc.boolean()
const anyDay = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((at) => addDays(day(from), at))
const world = fc.record({
  today: anyDay('2026-11-01', 90),
  end: fc.oneof(anyDay('2026-10-20', 90), fc.constant(subscription.end)),
  length: fc.constantFrom(5, 20, 30, 200, 364, 365, 1095),
  autoRenew: fc.constantFrom(true, false, undefined),
  status: fc.constantFrom('active' as const, 'active' as const, 'active' as const, 'suspended' as const),
  term: fc.constantFrom('P1M' as const, 'P1Y' as const, 'P1Y' as const, 'P3Y' as const),
  days: fc.integer({ min: 0, max: 60 }),
  hasPromotion: chance,
  isPaid: chance,
})

test('what is due can be said at that moment, whatever the terms and bills are: else it would be tried for ever', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(world, ({ today, end, length, autoRenew, status, term, days, hasPromotion, isPaid }) => {
      const bought = { ...subscription, start: addDays(end, -length), end, autoRenew, status, term }
      const account = accountOf([hasPromotion ? promoted : priced, one], {
        subscriptions: [bought],
        payments: isPaid ? [aPayment('p', '246.00', { 'i-1': '246.00' })] : [],
      })
      const notices = Object.fromEntries(noticeKinds.map((kind) => [kind, { days }]))
      const all = { ...rules, notices }
      const due = noticesDue({ account, rules: all, standing: standing(), priceBook: book, today })
      for (const one of due) {
        const said = noticeAnswer(noticed([one], { account, rules: all, priceBook: book, now: noon(today) }))
        expect(said?.answer.kind).toBe(`notice.${one.kind}`)
        seen.add(one.kind)
        say(said!.answer, 'es')
      }
      expect(new Set(due.map(noticeKey)).size).toBe(due.length)
    }),
    { numRuns: process.env.SALDO_LONG ? 5_000 : 300, seed: 20261201 },
  )
  expect([...seen].sort()).toEqual([...noticeKinds].sort())
})

import type { Answered } from '../../src/answers/asking.ts'
import { type Reminding, reminderAnswer } from '../../src/answers/reminder.ts'
import { type Noticed, noticeAnswer } from '../../src/answers/reminder-notice.ts'
import type { GivenNotice } from '../../src/collections/contact.ts'
import { day, instant } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import { objectId, type SubscriptionId } from '../../src/values/ids.ts'
import type { Language } from '../../src/values/language.ts'
import { monthOf } from '../../src/values/period.ts'
import { offering } from '../conversation/support/small-desk.ts'
import { aLine, aPayment, aPriceBook, euros } from '../ledger/examples.ts'
import {
  accountOf,
  aDispute,
  bill,
  contactOf,
  customer,
  dueOn,
  idOf,
  inPounds,
  noon,
  noticeContact,
  reminding,
  rules,
  standing,
} from './reminder-examples.ts'

type Case = readonly [name: string, answered: (language: Language) => Answered]

const [one, two, three] = [
  bill(1, '246.00'),
  bill(2, '100.00', { dueOn: day('2026-11-28'), period: monthOf('2026-09') }),
  bill(3, '19.90'),
]
const pounds = inPounds(bill(4, '80.00'))
const person = { tenant: customer.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001') }

const promise = (over: object = {}) => ({
  id: 'P-1',
  invoices: [one.id],
  amount: euros('246.00'),
  by: day('2026-12-18'),
  madeOn: day('2026-12-09'),
  person,
  settledBefore: euros('0.00'),
  state: 'open' as const,
  ...over,
})
const hold = (kind: 'exempt' | 'held' | 'later' | 'paid') => ({
  id: `H-${kind}`,
  kind,
  invoice: one.id,
  reason: 'said so',
  from: day('2026-12-01'),
  by: 'saldo' as const,
})
const fee = (rule: string) => ({ invoice: one.id, amount: euros('4.92'), rule })
const fifty = Array.from({ length: 50 }, (_, at) => bill(100 + at, '10.00'))

/** A case of a reminder, by what is different about it. */
const reminder = (name: string, ...given: Parameters<typeof reminding>): Case => [
  name,
  (language) => reminderAnswer({ ...reminding(...given), language }),
]
const paid = (amounts: Record<string, string>) => [aPayment('p-1', '1000.00', amounts)]

export const reminderCases: readonly Case[] = [
  reminder('one bill, before it is due', [one]),
  reminder('one bill, due tomorrow', [one], { late: -1 }),
  reminder('one bill, due today', [one], { stage: 'due', late: 0 }),
  reminder('one bill, a week late', [one], { stage: 'first', late: 7 }),
  reminder('one bill, the last reminder', [one], { stage: 'last', late: 14 }),
  reminder('several bills, before they are due', [one, three]),
  reminder('several bills, due tomorrow', [one, three], { late: -1 }),
  reminder('several bills, due today', [one, three], { stage: 'due', late: 0 }),
  reminder('several bills, one of them late', [one, two, three], { late: -5 }),
  reminder('several bills, the last reminder', [one, two, three], { stage: 'last', late: 14 }),
  reminder('one bill, the last reminder, with a suspension proposed', [one], {
    stage: 'last',
    late: 14,
    suspension: true,
  }),
  reminder('two currencies, one late and one to come', [two, pounds], { late: -5 }),
  reminder('two currencies, before they are due', [one, pounds]),
  reminder('two currencies, due tomorrow', [one, pounds], { late: -1 }),
  reminder('two currencies, due today', [one, pounds], { stage: 'due', late: 0 }),
  reminder('two currencies, late', [one, pounds], { stage: 'first', late: 1 }),
  reminder('a part is contested', [one], { account: accountOf([one], { disputes: [aDispute(one, '46.00')] }) }),
  reminder('all of it is contested', [one], { account: accountOf([one], { disputes: [aDispute(one, '246.00')] }) }),
  reminder('a part is paid', [one], { account: accountOf([one], { payments: paid({ 'i-1': '100.00' }) }) }),
  reminder('one of two is paid meanwhile', [one, two], {
    account: accountOf([one, two], { payments: paid({ 'i-2': '100.00' }) }),
  }),
  reminder('all is paid meanwhile', [one, two], {
    account: accountOf([one, two], { payments: paid({ 'i-1': '246.00', 'i-2': '100.00' }) }),
  }),
  reminder('the one bill is paid meanwhile', [one], {
    account: accountOf([one], { payments: paid({ 'i-1': '246.00' }) }),
  }),
  reminder('credited meanwhile', [one], {
    account: accountOf([
      bill(9, '-246.00', { kind: 'credit-note', corrects: one.id, issuedOn: day('2026-12-01') }),
      one,
    ]),
  }),
  reminder('promised meanwhile', [one], { standing: standing({ promises: [promise()] }), late: 2, stage: 'due' }),
  reminder('one of two promised meanwhile', [one, three], { standing: standing({ promises: [promise()] }) }),
  reminder('the customer says that it is paid', [one], { standing: standing({ holds: [hold('paid')] }) }),
  reminder('the partner holds it', [one], { standing: standing({ holds: [hold('held')] }) }),
  reminder('put off, and shown as it is', [one], { standing: standing({ holds: [hold('later')] }) }),
  reminder('a fee in percent', [one], feeCase('percent 2')),
  reminder('interest', [one], feeCase('percent-per-year 8, 30 of 365 days')),
  reminder('a fixed fee', [one], feeCase('amount 4.92 EUR')),
  reminder('a person comes next', [one], { stage: 'last', late: 14, rules: { ...rules, suspension: undefined } }),
  reminder('a suspension comes next', [one], {
    stage: 'last',
    late: 14,
    rules: { ...rules, stages: rules.stages.filter(({ id }) => id !== 'call') },
  }),
  reminder('a last word comes next', [one], { stage: 'first', late: 7 }),
  reminder('nothing comes next', [one], {
    stage: 'first',
    late: 7,
    rules: { ...rules, stages: rules.stages.slice(0, 3) },
  }),
  reminder('fifty bills', fifty, { stage: 'first', late: 7 }),
  reminder('fifty bills, three of them paid', fifty, {
    account: accountOf(fifty, { payments: paid({ 'i-100': '10.00', 'i-101': '10.00', 'i-102': '10.00' }) }),
  }),
  reminder('posted without a policy', [one], {
    rules: undefined,
    contact: contactOf([one], 'posted', dueOn, { kind: 'posted', stage: undefined }),
  }),
  reminder('nobody says how to pay', [one], { offering: { ...offering, payment: [] } }),
]

function feeCase(rule: string): Partial<Reminding> & { stage: string; late: number } {
  return { stage: 'first', late: 7, contact: contactOf([one], 'first', day('2026-12-15'), { fees: [fee(rule)] }) }
}

export const today = day('2026-12-01')
const seats = 's-1' as SubscriptionId
export const subscription = {
  id: seats,
  customer: customer.id,
  productId: 'CFQ7TTC0LH18',
  skuId: '0001',
  product: 'Microsoft 365 Business Premium',
  quantity: 10,
  term: 'P1Y' as const,
  billing: 'monthly' as const,
  start: day('2025-12-16'),
  end: day('2026-12-15'),
  status: 'active' as const,
  autoRenew: true,
  source: { import: 'import-1' as never, line: 2 },
}
export const promoted = bill(11, '200.00', {
  lines: [
    aLine(1, '200.00', {
      subscription: seats,
      quantity: decimal(10),
      promotionId: 'PROMO-1',
      billing: 'monthly',
      period: monthOf('2026-10'),
    }),
  ],
})
export const priced = bill(12, '200.00', {
  lines: [
    aLine(1, '200.00', {
      subscription: seats,
      quantity: decimal(10),
      unitPrice: decimal('20.00'),
      cyclePrice: decimal('20.00'),
      billing: 'monthly',
      period: { from: day('2026-10-16'), to: day('2026-11-15') },
    }),
  ],
})
export const book = aPriceBook({ rules: [{ price: { fixed: decimal('21.50'), currency: customer.currency } }] })

const about = (kind: GivenNotice['kind'], on: string): GivenNotice => ({
  kind,
  subscription: seats,
  product: subscription.product,
  day: day(on),
})
export const ready: GivenNotice = { kind: 'invoice-ready', invoice: idOf(1), day: one.issuedOn }
const renewal = about('renewal', '2026-12-16')
const window = about('cancellation-window', '2026-12-07')
const promotion = about('promotion-ending', '2026-12-15')
const price = about('price-change', '2026-11-01')

const words = {
  en: 'Ask us about the savings.',
  'pt-PT': 'Fale connosco.',
  'pt-BR': 'Fale conosco.',
  es: 'Consúltenos.',
}

export function noticed(notices: readonly GivenNotice[], over: Partial<Noticed> = {}): Noticed {
  return {
    contact: noticeContact(notices, today),
    account: accountOf([one], { subscriptions: [subscription] }),
    rules,
    priceBook: undefined,
    offering,
    language: 'en',
    now: noon(today),
    ...over,
  }
}

const notice = (name: string, notices: readonly GivenNotice[], over: Partial<Noticed> = {}): Case => [
  name,
  (language) => noticeAnswer({ ...noticed(notices, over), language }) as Answered,
]
const bought = (over: object) => accountOf([one], { subscriptions: [{ ...subscription, ...over }] })

const before = (net: string) => bill(20, net, { period: monthOf('2026-09') })

export const noticeCases: readonly Case[] = [
  notice('the invoice is ready', [ready]),
  notice('the invoice is ready, and is more than the one before', [ready], {
    account: accountOf([one, before('200.00')]),
  }),
  notice('the invoice is ready, and is less', [ready], { account: accountOf([one, before('300.00')]) }),
  notice('the invoice is ready, and is as much', [ready], { account: accountOf([one, before('246.00')]) }),
  notice('a term ends', [renewal]),
  notice('a term ends tomorrow', [renewal], { now: instant('2026-12-14T12:00:00Z') }),
  notice('a term ends today', [renewal], { now: instant('2026-12-15T12:00:00Z') }),
  notice('nobody knows whether it renews', [renewal], { account: bought({ autoRenew: undefined }) }),
  notice('words of the partner', [renewal], { rules: { ...rules, notices: { renewal: { days: 30, words } } } }),
  notice('the window closes', [window], {
    account: bought({ start: day('2026-12-01'), end: day('2027-11-30') }),
  }),
  notice('a promotion ends', [promotion], { account: accountOf([promoted], { subscriptions: [subscription] }) }),
  notice('a price changes', [price], {
    priceBook: book,
    account: accountOf([priced], { subscriptions: [subscription] }),
  }),
  notice('several of one day', [ready, renewal]),
  notice('more than are said', [ready, ...Array.from({ length: 11 }, () => renewal)]),
]

import type { Reminding } from '../../src/answers/reminder.ts'
import type { Contact, GivenNotice } from '../../src/collections/contact.ts'
import type { Rules } from '../../src/collections/rules.ts'
import type { Standing } from '../../src/collections/standing.ts'
import type { Account } from '../../src/ledger/account.ts'
import type { Dispute } from '../../src/ledger/dispute.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import { addDays, type Day, day, type Instant, instant } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { DisputeId, InvoiceId } from '../../src/values/ids.ts'
import { monthOf } from '../../src/values/period.ts'
import { offering } from '../conversation/support/small-desk.ts'
import { aBill, aCustomer, euros, gbp, partner } from '../ledger/examples.ts'

// One customer whose bills fall due around Tuesday, 8 December 2026, and a policy that has every kind of stage.

export const dueOn = day('2026-12-08')

export const rules: Rules = {
  policy: { partner, name: 'Standard', effective: day('2026-01-01') },
  hours: {
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    timeZone: 'Europe/Lisbon',
    holidays: [],
  },
  exemptions: [],
  stages: [
    stage('courtesy', 'before', 5),
    { ...stage('due', 'after', 0), words: { en: 'We are here to help.', es: 'Estamos aquí para ayudarle.' } },
    { ...stage('first', 'after', 7), fee: { percent: decimal('2') } },
    stage('last', 'after', 14, 'warn'),
    stage('call', 'after', 18, 'person'),
    stage('propose', 'after', 21, 'propose-suspension'),
  ],
  disputeDays: 7,
  paidDays: 5,
  laterDays: 3,
  suspension: { noticeDays: 10, approvals: 1, autoRenewFirst: false },
  notices: {},
}

function stage(
  id: string,
  when: 'before' | 'after',
  days: number,
  action: Rules['stages'][number]['action'] = 'remind',
): Rules['stages'][number] {
  return { id, when, days, action, trigger: 'due-date', count: 'calendar', channel: 'teams-then-webhook' }
}

export const bill = (at: number, net: string, over: Partial<Invoice> = {}): Invoice =>
  aBill(`i-${at}`, [net], {
    number: `FT 2026/${200 + at}`,
    issuedOn: day('2026-11-08'),
    dueOn,
    period: monthOf('2026-10'),
    ...over,
  })

/** The same bill in pounds. */
export const inPounds = (invoice: Invoice): Invoice => {
  const money = (each: { readonly minor: bigint }) => ({ minor: each.minor, currency: gbp })
  return {
    ...invoice,
    currency: gbp,
    net: money(invoice.net),
    total: money(invoice.total),
    taxes: invoice.taxes.map((tax) => ({ ...tax, base: money(tax.base), amount: money(tax.amount) })),
    lines: invoice.lines.map((line) => ({ ...line, net: money(line.net) })),
  }
}

export const aDispute = (invoice: Invoice, amount: string, over: Partial<Dispute> = {}): Dispute => ({
  id: `d-${invoice.id}` as DisputeId,
  customer: invoice.customer,
  invoice: invoice.id,
  lines: [1],
  amount: euros(amount),
  reason: 'never ordered',
  openedAt: instant('2026-11-20T10:00:00Z'),
  ...over,
})

export const customer = aCustomer(1, { name: 'Adega Vale Claro, Lda', language: 'en' })

export const accountOf = (invoices: readonly Invoice[], over: Partial<Account> = {}): Account => ({
  customer,
  invoices,
  payments: [],
  subscriptions: [],
  disputes: [],
  ...over,
})

export const standing = (over: Partial<Standing> = {}): Standing => ({
  customer: customer.id,
  reached: [],
  contacted: [],
  promises: [],
  holds: [],
  noticed: [],
  ...over,
})

export const contactOf = (
  invoices: readonly Invoice[],
  stageId: string,
  on: Day,
  over: Partial<Contact> = {},
): Contact => ({
  id: `${customer.id}|${on}|${stageId}`,
  customer: customer.id,
  kind: 'reminder',
  on,
  at: noon(on),
  stage: stageId,
  bills: invoices.map((invoice) => ({
    invoice: invoice.id,
    number: invoice.number,
    amount: invoice.total,
    dueOn: invoice.dueOn,
    period: invoice.period,
    stage: stageId,
  })),
  fees: [],
  to: [],
  ...over,
})

export const noon = (on: Day): Instant => instant(`${on}T12:00:00Z`)

/** A reminder of bills at a stage, seen so many days after their due date. */
export function reminding(
  invoices: readonly Invoice[],
  { stage: id = 'courtesy', late = -5, ...over }: Partial<Reminding> & { stage?: string; late?: number } = {},
): Reminding {
  const on = addDays(dueOn, late)
  return {
    contact: contactOf(invoices, id, on),
    account: accountOf(invoices),
    standing: standing(),
    rules,
    offering,
    language: 'en',
    now: noon(on),
    ...over,
  }
}

export const noticeContact = (notices: readonly GivenNotice[], on: Day): Contact => ({
  ...contactOf([], 'notices', on),
  kind: 'notice',
  stage: undefined,
  notices: [...notices],
})

export const idOf = (at: number): InvoiceId => `i-${at}` as InvoiceId

import { z } from 'zod'
import type { Contact } from '../../../src/collections/contact.ts'
import { putContact } from '../../../src/collections/contact.ts'
import { decisionMonthSchema, decisionMonths } from '../../../src/collections/decision.ts'
import { placeHold } from '../../../src/collections/hold.ts'
import { putStanding, standingOf } from '../../../src/collections/standing.ts'
import { putSuspension, type Suspension } from '../../../src/collections/suspension.ts'
import { paymentSchema, payments } from '../../../src/ledger/payment.ts'
import type { Documents, Unit } from '../../../src/store/documents.ts'
import { ticketSchema, tickets } from '../../../src/support/ticket.ts'
import { addDays, day, instant } from '../../../src/values/day.ts'
import { type InvoiceId, objectId, type SubscriptionId } from '../../../src/values/ids.ts'
import { monthOf } from '../../../src/values/period.ts'
import { aBill, aCustomer, aPayment, customerAt, euros } from '../../ledger/examples.ts'
import { putBills, putCustomers } from '../../ledger/open-ledger.ts'

export const now = instant('2026-11-22T10:00:00Z')
export const adega = aCustomer(1, { name: 'Adega Vale Claro, Lda', taxNumber: 'PT501234567' })
export const serra = aCustomer(2, { name: 'Serra Transportes, SA' })
const clara = { tenant: adega.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001'), name: 'Clara' }

/** A desk small enough to know by heart: two customers, three bills, and one of whatever the API shows. */
export async function fillApi(documents: Documents): Promise<void> {
  await putCustomers(documents, [adega, serra])
  await putBills(documents, [
    aBill('a-1', ['100.00'], { number: 'FT 2026/101', issuedOn: day('2026-09-08') }),
    aBill('a-2', ['250.50'], { number: 'FT 2026/110' }),
    aBill('s-1', ['80.00'], { number: 'FT 2026/101', customer: customerAt(2) }),
  ])
  await documents.change(async (unit) => {
    const payment = aPayment('p-1', '30.00', { 'a-1': '30.00' })
    unit.put(payments, payment.id, z.encode(paymentSchema, payment), 0)
    putDecisions(unit, 40)
    for (const at of Array.from({ length: 7 }).keys()) putContact(unit, aContact(at), 0)
    for (const at of Array.from({ length: 5 }).keys()) putTicket(unit, at)
    putSuspension(unit, aSuspension, 0)
    await putPromises(unit)
  })
  for (const at of Array.from({ length: 3 }).keys())
    await documents.change((unit) =>
      placeHold(unit, {
        customer: adega.id,
        kind: 'held',
        reason: 'is being cleared up',
        until: addDays(day('2026-12-01'), at),
        by: { key: 'books' },
        now,
        event: `hold-${at}`,
      }),
    )
}

function putDecisions(unit: Unit, days: number): void {
  for (const customer of [adega.id, serra.id]) {
    const byDay = Array.from({ length: days }, (_, at) => addDays(day('2026-10-10'), at)).map((on) => ({
      customer,
      day: on,
      kind: 'none' as const,
      reason: 'not-yet' as const,
      bills: [
        {
          invoice: 'a-1' as InvoiceId,
          number: 'FT 2026/101',
          amount: euros('70.00'),
          dueOn: day('2026-10-08'),
          reason: 'not-yet' as const,
        },
      ],
      next: { on: addDays(on, 3), stage: 'first' },
    }))
    for (const [month, decisions] of Map.groupBy(byDay, (decision) => decision.day.slice(0, 7))) {
      const record = { customer, month, days: Object.fromEntries(decisions.map((each) => [each.day, each])) }
      unit.put(decisionMonths, `${customer}|${month}`, z.encode(decisionMonthSchema, record), 0)
    }
  }
}

const aContact = (at: number): Contact => ({
  id: `${adega.id}|2026-11-${10 + at}|reminder`,
  customer: adega.id,
  kind: at === 6 ? 'notice' : 'reminder',
  on: addDays(day('2026-11-10'), at),
  at: now,
  stage: 'first',
  bills: [
    {
      invoice: 'a-1' as InvoiceId,
      number: 'FT 2026/101',
      amount: euros('70.00'),
      dueOn: day('2026-10-08'),
      period: monthOf('2026-09'),
      stage: 'first',
    },
  ],
  fees: at === 1 ? [{ invoice: 'a-1' as InvoiceId, amount: euros('5.00'), rule: 'late' }] : [],
  ...(at === 6 && {
    notices: [{ kind: 'invoice-ready' as never, invoice: 'a-2' as InvoiceId, day: day('2026-11-07') }],
  }),
  to: [
    {
      person: clara,
      language: 'pt-PT',
      way: 'teams',
      post: `p-${at}`,
      state: at % 2 ? 'failed' : 'sent',
      ...(at % 2 && { reason: 'blocked' }),
      at: now,
    },
    { language: 'pt-PT', way: 'webhook', post: `e-${at}`, state: 'sent', at: now },
  ],
})

function putTicket(unit: Unit, at: number): void {
  const id = `T-${1000 + at}`
  const entry = { at: now, internal: false, by: { ...clara, side: 'customer' as const } }
  const ticket = {
    id,
    customer: at === 4 ? serra.id : adega.id,
    person: clara,
    language: 'pt-PT' as const,
    kind: 'commercial' as const,
    topic: 'dispute',
    about: { invoice: 'a-1' as InvoiceId, number: 'FT 2026/101', lines: [1] },
    cause: `cause-${at}`,
    state: at === 0 ? ('waiting-customer' as const) : ('new' as const),
    priority: 'normal' as const,
    queue: 'billing',
    openedAt: instant(`2026-11-2${at % 2}T0${at}:00:00Z`),
    since: now,
    clock: { missed: [], respondBy: now },
    intake: [],
    tried: [],
    trail: [
      { ...entry, id: 'e-1', what: 'opened' as const, text: 'this line is wrong' },
      { ...entry, id: 'e-2', what: 'noted' as const, internal: true, text: 'they always say that' },
    ],
    reopened: 0,
  }
  unit.put(tickets, id, z.encode(ticketSchema, ticket), 0)
}

const aSuspension: Suspension = {
  id: 'S-1001',
  customer: adega.id,
  state: 'proposed',
  since: now,
  proposedBy: 'saldo',
  proposedAt: now,
  rules: { policy: 'usual', effective: day('2026-01-01'), noticeDays: 5, approvals: 1, autoRenewFirst: true },
  bills: [{ invoice: 'a-1' as InvoiceId, number: 'FT 2026/101', amount: euros('70.00'), dueOn: day('2026-10-08') }],
  subscriptions: [
    {
      id: 's-1' as SubscriptionId,
      product: 'Business Premium',
      quantity: 10,
      usage: false,
      commerce: 'new',
      invoices: ['a-1' as InvoiceId],
    },
  ],
  leftOut: [],
  autoRenew: { state: 'offered' },
  approvals: [],
  tasks: [{ id: 'suspend-1', kind: 'suspend', subscription: 's-1' as SubscriptionId }],
  after: [],
  differences: [],
  trail: [],
  told: 0,
}

async function putPromises(unit: Unit): Promise<void> {
  for (const customer of [adega.id, serra.id]) {
    const { standing, revision } = await standingOf(unit, customer)
    const promises = Array.from({ length: 4 }, (_, at) => ({
      id: `P-${at}`,
      invoices: ['a-1' as InvoiceId],
      amount: euros('70.00'),
      by: day('2026-11-30'),
      madeOn: day('2026-11-20'),
      person: clara,
      settledBefore: euros('30.00'),
      state: at === 0 ? ('open' as const) : ('broken' as const),
    }))
    putStanding(unit, { ...standing, promises }, revision)
  }
}

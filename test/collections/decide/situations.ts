import type { z } from 'zod'
import { decide, type Situation } from '../../../src/collections/decide.ts'
import type { Decision } from '../../../src/collections/decision.ts'
import { policySchema } from '../../../src/collections/policy.ts'
import { rulesFor } from '../../../src/collections/rules.ts'
import type { Hold, Promised, Standing } from '../../../src/collections/standing.ts'
import type { Account } from '../../../src/ledger/account.ts'
import type { Customer } from '../../../src/ledger/customer.ts'
import type { Dispute } from '../../../src/ledger/dispute.ts'
import { day, instant } from '../../../src/values/day.ts'
import type { DisputeId, InvoiceId } from '../../../src/values/ids.ts'
import { objectId, tenantId } from '../../../src/values/ids.ts'
import { aBill, aCustomer, customerAt, euros, partner } from '../../ledger/examples.ts'

/** Monday to Friday. */
export const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }))
export const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }))

type Written = z.input<typeof policySchema>

/** Before, due, +7, warning +14, a person +21, a proposal +30; all days are contact days unless it says otherwise. */
export const aPolicy = (over: Partial<Written> = {}) =>
  policySchema.parse({
    partner,
    name: 'standard',
    effective: '2026-01-01',
    hours: everyDay,
    stages: [
      { id: 'before', when: 'before', days: 7, action: 'remind' },
      { id: 'due', when: 'after', days: 0, action: 'remind' },
      { id: 'overdue', when: 'after', days: 7, action: 'remind' },
      { id: 'warning', when: 'after', days: 14, action: 'warn' },
      { id: 'person', when: 'after', days: 21, action: 'person' },
      { id: 'proposal', when: 'after', days: 30, action: 'propose-suspension' },
    ],
    suspension: { noticeDays: 7 },
    promises: { days: 30, atMost: 2, broken: 'warning' },
    ...over,
  })

/** Due on 2026-11-30, a Monday. */
export const bill = (id = 'a', amount = '100.00', over: Parameters<typeof aBill>[2] = {}) =>
  aBill(id, [amount], { issuedOn: day('2026-10-31'), dueOn: day('2026-11-30'), ...over })

export type Given = {
  readonly customer?: Partial<Customer>
  readonly account?: Partial<Account>
  readonly standing?: Partial<Standing>
  readonly policy?: Partial<Written>
  readonly paidUntil?: string
}

export function situation(
  { customer, account, standing, policy, paidUntil }: Given = {},
  today = '2026-11-30',
): Situation {
  const known = aCustomer(1, customer)
  const blank = { customer: known.id, reached: [], contacted: [], promises: [], holds: [], noticed: [] }
  return {
    account: { customer: known, invoices: [bill()], payments: [], subscriptions: [], disputes: [], ...account },
    standing: { ...blank, ...standing },
    rules: rulesFor([aPolicy(policy)], known, day(today)),
    paidUntil: paidUntil === undefined ? undefined : day(paidUntil),
  }
}

export const decided = (given: Given, today: string): Decision => decide(situation(given, today), day(today))

/** `a: stage due`, `b: done`: each bill with its reason and, where it is new, its stage. */
export const told = ({ bills }: Decision): string[] =>
  bills.map(({ number, reason, stage }) => `${number.toLowerCase()}: ${reason}${reason === 'stage' ? ` ${stage}` : ''}`)

export const reached = (stage: string, on: string, invoice = 'a') => ({
  invoice: invoice as InvoiceId,
  stage,
  on: day(on),
})

export const contacted = (on: string) => ({ contact: `contact ${on}`, on: day(on) })

const person = {
  tenant: tenantId('22222222-2222-2222-2222-000000000001'),
  objectId: objectId('33333333-3333-3333-3333-000000000001'),
}

export const aPromise = (by: string, over: Partial<Promised> = {}): Promised => ({
  id: `promise ${by}`,
  invoices: ['a' as InvoiceId],
  amount: euros('100.00'),
  by: day(by),
  madeOn: day('2026-12-01'),
  person: { ...person, name: 'Ana' },
  settledBefore: euros('0.00'),
  state: 'open',
  ...over,
})

export const aHold = (kind: Hold['kind'], from: string, until?: string, over: Partial<Hold> = {}): Hold => ({
  id: `${kind} ${from}`,
  kind,
  reason: 'agreed',
  from: day(from),
  ...(until !== undefined && { until: day(until) }),
  by: 'saldo',
  ...over,
})

export const aDispute = (amount: string, over: Partial<Dispute> = {}): Dispute => ({
  id: `dispute ${amount}` as DisputeId,
  customer: customerAt(1),
  invoice: 'a' as InvoiceId,
  lines: [2],
  amount: euros(amount),
  reason: 'not ordered',
  openedAt: instant('2026-11-20T10:00:00Z'),
  ...over,
})

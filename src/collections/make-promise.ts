import type { Actor } from '../access/actor.ts'
import { queueEvent } from '../delivery/event.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Unit } from '../store/documents.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import type { Money } from '../values/money.ts'
import { policiesOf } from './policy.ts'
import { type PromiseTerms, promiseTerms } from './promise-terms.ts'
import { rulesFor } from './rules.ts'
import { eventOfPromise, settledOf, settlePromises } from './settle-promises.ts'
import { type Promised, putStanding, standingOf } from './standing.ts'
import { causedId, personOf, steeredCustomer } from './steer.ts'
import { withdrawn } from './withdraw-promise.ts'

export type MakePromise = {
  readonly customer: CustomerId
  readonly invoices: readonly InvoiceId[]
  /** All that is due of them when left out. */
  readonly amount?: Money
  /** The last day, in the customer's time zone. */
  readonly by: Day
  readonly person: Exclude<Actor, 'saldo'>
  readonly now: Instant
  /** Made from what caused it: the same cause is the same promise. */
  readonly event: string
}

export type MadePromise =
  /** `replaced` were open and are withdrawn by this one. */
  | { readonly kind: 'made'; readonly promise: Promised; readonly replaced: readonly Promised[]; readonly left: number }
  | { readonly kind: 'refused' }
  | Exclude<PromiseTerms, { kind: 'fine' }>

/**
 * Notes when a customer will pay what: its billing contact, or staff in its name. Those bills alone are not reminded of until that day. It is
 * within what the policy takes, or the answer says what the policy would take. Safe to repeat.
 */
export async function makePromise(unit: Unit, order: MakePromise): Promise<MadePromise> {
  const { person, now } = order
  const customer = await steeredCustomer(unit, person, order.customer)
  if (!customer) return { kind: 'refused' }
  const account = await ledgerOf(unit).account(customer.id)
  if (!account) return { kind: 'refused' }
  const today = dayIn(customer.timeZone, now)
  const { standing, revision } = await standingOf(unit, customer.id)
  const id = causedId('P', `${customer.id}|${order.event}`)
  const before = standing.promises.find((promise) => promise.id === id)
  if (before) return { kind: 'already', promise: before }
  const rules = rulesFor(await policiesOf(unit, customer.partner), customer, today)
  // One whose day has passed is broken, whether that was noted or not: it is not taken back by a new one.
  const settled = settlePromises(account, standing, today, rules)
  const terms = promiseTerms({ account, standing: settled.standing, rules }, order, today)
  if (terms.kind !== 'fine') return terms
  const invoices = terms.bills.map(({ invoice }) => invoice.id)
  const promise: Promised = {
    id,
    invoices,
    amount: terms.amount,
    by: order.by,
    madeOn: today,
    person: personOf(person),
    settledBefore: settledOf(account, invoices)!,
    state: 'open',
  }
  const ids = terms.replaces.map((one) => one.id)
  const rest = withdrawn(standing, ids, today)
  putStanding(unit, { ...rest, promises: [...rest.promises, promise], due: now }, revision)
  await queueEvent(unit, eventOfPromise(account, promise, 'made', now))
  return { kind: 'made', promise, replaced: terms.replaces, left: terms.left }
}

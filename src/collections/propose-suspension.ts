import { type Actor, refOf } from '../access/actor.ts'
import { may } from '../access/may.ts'
import { takeNumbers } from '../ledger/number-series.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { noteSuspension } from './change-suspension.ts'
import { dueBills } from './due-bills.ts'
import type { Rules } from './rules.ts'
import { situationAt } from './situation.ts'
import { liveSuspension, putSuspension, type Suspension, suspensionsOf } from './suspension.ts'
import { type SuspensionScope, suspensionScope } from './suspension-scope.ts'

export type ProposeSuspension = {
  readonly customer: CustomerId
  /** The unpaid bills that it is for. */
  readonly invoices: readonly InvoiceId[]
  readonly by: Actor
  readonly now: Instant
}

export type ProposedSuspension =
  | { readonly kind: 'proposed'; readonly suspension: Suspension }
  /** One goes on with this customer: nothing is added to it. */
  | { readonly kind: 'same'; readonly suspension: Suspension }
  /** A person declined the same for these bills: Saldo does not ask twice, staff may. */
  | { readonly kind: 'declined'; readonly suspension: Suspension }
  /** Nothing is due of these bills, or what they bill cannot be suspended: no subscription stands behind their lines, or none that runs. */
  | { readonly kind: 'nothing'; readonly why: 'nothing-due' | 'no-subscription' }
  /** The policy proposes no suspensions, or there is none. */
  | { readonly kind: 'no-policy' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown-customer' }

const firstNumber = 1000

/** Proposes to suspend what a customer does not pay for, and nothing else of it. Nothing happens by that. Safe to repeat. */
export async function proposeSuspension(unit: Unit, order: ProposeSuspension): Promise<ProposedSuspension> {
  const { customer, invoices, by, now } = order
  if (by !== 'saldo' && !may(by.principal, 'suspension-proposals')) return { kind: 'refused' }
  const scene = await situationAt(unit, customer, now)
  if (!scene) return { kind: 'unknown-customer' }
  const { situation, today } = scene
  const known = await liveSuspension(unit, customer)
  if (known) return { kind: 'same', suspension: known.suspension }
  const declined = (await suspensionsOf(unit, customer)).find(
    ({ state, bills }) => state === 'declined' && invoices.every((id) => bills.some(({ invoice }) => invoice === id)),
  )
  if (declined && by === 'saldo') return { kind: 'declined', suspension: declined }
  if (!situation.rules?.suspension) return { kind: 'no-policy' }
  const late = dueBills(situation.account, situation.rules.disputeDays, today).filter(({ dueOn }) => dueOn < today)
  const unpaid = invoices.filter((id) => late.some(({ invoice }) => invoice.id === id))
  const scope = suspensionScope(situation.account, unpaid, today)
  if (scope.bills.length === 0) return { kind: 'nothing', why: 'nothing-due' }
  if (scope.subscriptions.length === 0) return { kind: 'nothing', why: 'no-subscription' }
  const id = `S-${firstNumber + (await takeNumbers(unit, 'S', '0000', 1))}`
  const suspension = fresh(id, order, scope, situation.rules)
  putSuspension(unit, suspension, 0)
  for (const entry of suspension.trail) await noteSuspension(unit, suspension, entry)
  return { kind: 'proposed', suspension }
}

function fresh(
  id: string,
  { customer, by, now }: ProposeSuspension,
  { bills, subscriptions, leftOut }: SuspensionScope,
  { policy, suspension }: Rules,
): Suspension {
  const who = by === 'saldo' ? by : refOf(by)
  const { noticeDays = 0, approvals = 1, autoRenewFirst = false } = suspension ?? {}
  return {
    id,
    customer,
    state: 'proposed',
    since: now,
    proposedBy: who,
    proposedAt: now,
    rules: { policy: policy.name, effective: policy.effective, noticeDays, approvals, autoRenewFirst },
    bills: bills.map(({ invoice, amount }) => ({
      invoice: invoice.id,
      number: invoice.number,
      amount,
      dueOn: invoice.dueOn,
    })),
    subscriptions: [...subscriptions],
    leftOut: [...leftOut],
    autoRenew: { state: 'offered' },
    approvals: [],
    tasks: [],
    after: [],
    differences: [],
    trail: [{ id: `proposed|${id}`, at: now, by: who, what: 'proposed', state: 'proposed' }],
    told: 0,
  }
}

import type { ForeseenSubscription } from '../collections/foresight.ts'
import {
  holdReasons,
  type ScopedSubscription,
  type Suspension,
  suspensionStates,
  taskKinds,
} from '../collections/suspension.ts'
import type { UnpaidBill } from '../collections/suspension-scope.ts'
import type { Customer } from '../ledger/customer.ts'
import type { Facts, Source } from '../values/fact.ts'
import { countFact, dayFact, moneyFact, termFact, textFact } from './facts.ts'
import { computed, ofCustomer, ofInvoice } from './sources.ts'

export const terms = [
  ...suspensionStates.map((state) => `suspension-state.${state}`),
  ...holdReasons.map((reason) => `suspension-hold.${reason}`),
  ...taskKinds.map((kind) => `suspension-task.${kind}`),
  ...['new', 'legacy', 'unknown'].map((commerce) => `commerce.${commerce}`),
  ...['yes', 'no', 'unknown'].map((keeps) => `keeps-billing.${keeps}`),
  ...['on', 'off', 'unknown'].map((renew) => `auto-renew.${renew}`),
  ...['known', 'unknown'].map((kept) => `data.${kept}`),
]

export const ofProposal = ({ id }: Suspension, field: keyof Suspension): Source => ({
  type: 'record',
  record: 'suspensions',
  id,
  field,
})

export function suspensionFacts(suspension: Suspension, customer: Customer): Facts {
  const { id, state, day, hold, suspendedOn, restoredOn } = suspension
  return {
    suspension: textFact(id, ofProposal(suspension, 'id')),
    customer: textFact(customer.name, ofCustomer(customer, 'name')),
    state: termFact(`suspension-state.${state}`, ofProposal(suspension, 'state')),
    ...(day && { day: dayFact(day, ofProposal(suspension, 'day')) }),
    ...(hold && { why: termFact(`suspension-hold.${hold}`, ofProposal(suspension, 'hold')) }),
    ...(suspendedOn && { since: dayFact(suspendedOn, ofProposal(suspension, 'suspendedOn')) }),
    ...(restoredOn && { restored: dayFact(restoredOn, ofProposal(suspension, 'restoredOn')) }),
  }
}

/** Each bill with what is due of it now. */
export const dueRows = (due: readonly UnpaidBill[]): readonly Facts[] =>
  due.map(({ invoice, amount }) => ({
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    amount: moneyFact(amount, computed('open, less what is disputed', [ofInvoice(invoice, 'total')])),
    due: dayFact(invoice.dueOn, ofInvoice(invoice, 'dueOn')),
  }))

/** Each bill with what was due of it when it was proposed. */
export const proposedRows = (suspension: Suspension): readonly Facts[] =>
  suspension.bills.map(({ number, amount, dueOn }) => ({
    invoice: textFact(number, ofProposal(suspension, 'bills')),
    amount: moneyFact(amount, ofProposal(suspension, 'bills')),
    due: dayFact(dueOn, ofProposal(suspension, 'bills')),
  }))

/** The product and its seats. */
export function scopedFacts(suspension: Suspension, { product, quantity }: ScopedSubscription): Facts {
  const source = ofProposal(suspension, 'subscriptions')
  return {
    product: textFact(product, source),
    measure: termFact(quantity === undefined ? 'measure.usage' : 'measure.seats', source),
    ...(quantity !== undefined && { quantity: countFact(quantity, source) }),
  }
}

/** The same, with until when at least its data is there: what of the foresight is the customer's to know. */
export const keptFacts = (suspension: Suspension, { scoped, dataUntil }: ForeseenSubscription): Facts => ({
  ...scopedFacts(suspension, scoped),
  kept: termFact(
    dataUntil ? 'data.known' : 'data.unknown',
    computed('whether anybody can tell how long data is kept', [ofProposal(suspension, 'subscriptions')]),
  ),
  ...(dataUntil && { until: dayFact(dataUntil.day, dataUntil.source) }),
})

/** The same with what suspending it does to the partner. */
export function foreseenFacts(suspension: Suspension, seen: ForeseenSubscription): Facts {
  const { scoped, commerceSource, keepsBilling, autoRenew, paidUntil } = seen
  const source = computed('what suspending does, by how it is sold', [commerceSource])
  const covers = computed('what its paid bills cover', [ofProposal(suspension, 'subscriptions')])
  return {
    ...keptFacts(suspension, seen),
    commerce: termFact(`commerce.${scoped.commerce}`, commerceSource),
    keeps: termFact(`keeps-billing.${keepsBilling}`, source),
    renew: termFact(`auto-renew.${autoRenew}`, source),
    covered: termFact(paidUntil ? 'data.known' : 'data.unknown', covers),
    ...(paidUntil && { paid: dayFact(paidUntil, covers) }),
  }
}

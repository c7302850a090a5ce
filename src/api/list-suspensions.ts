import { z } from 'zod'
import {
  holdReasons,
  type Suspension,
  suspensionSchema,
  suspensionStates,
  suspensions,
  taskKinds,
} from '../collections/suspension.ts'
import { recordOf } from '../ledger/record.ts'
import type { Json } from '../store/documents.ts'
import { looks } from './endpoint.ts'
import { findPage, listAnswer, listWire, pageQuery } from './paging.ts'
import { component, customerWire, dayWire, instantWire, moneyOut, moneyWire } from './wire.ts'

const wire = component(
  'Suspension',
  'A proposal to suspend what a customer does not pay for, and what became of it.',
  z.strictObject({
    id: z.string(),
    customer: customerWire,
    state: z.enum(suspensionStates),
    since: instantWire,
    proposedAt: instantWire,
    bills: z.array(z.strictObject({ number: z.string(), amount: moneyWire, dueOn: dayWire })),
    subscriptions: z.array(z.strictObject({ id: z.string(), product: z.string(), quantity: z.int().optional() })),
    approvals: z.strictObject({ given: z.int(), needed: z.int() }),
    day: dayWire.optional().describe('On which it is carried out.'),
    hold: z.enum(holdReasons).optional().describe('Why it waits although its day has come.'),
    suspendedOn: dayWire.optional(),
    restoredOn: dayWire.optional(),
    tasks: z.array(
      z.strictObject({ id: z.string(), kind: z.enum(taskKinds), subscription: z.string(), done: z.boolean() }),
    ),
  }),
)

const out = (suspension: Suspension): Json => ({
  id: suspension.id,
  customer: suspension.customer,
  state: suspension.state,
  since: suspension.since,
  proposedAt: suspension.proposedAt,
  bills: suspension.bills.map(({ number, amount, dueOn }) => ({ number, amount: moneyOut(amount), dueOn })),
  subscriptions: suspension.subscriptions.map(({ id, product, quantity }) => ({ id, product, quantity })),
  approvals: { given: suspension.approvals.length, needed: suspension.rules.approvals },
  day: suspension.day,
  hold: suspension.hold,
  suspendedOn: suspension.suspendedOn,
  restoredOn: suspension.restoredOn,
  tasks: suspension.tasks.map(({ id, kind, subscription, done }) => ({
    id,
    kind,
    subscription,
    done: done !== undefined,
  })),
})

export const listSuspensions = looks(
  {
    path: '/suspensions',
    name: 'listSuspensions',
    does: 'The suspensions that were proposed, and how each stands',
    more: 'Proposing and approving is for people.',
    ability: 'collections',
    query: z.strictObject({
      customer: customerWire.optional(),
      state: z.enum(suspensionStates).optional(),
      ...pageQuery,
    }),
    answers: { 200: { says: 'A page of them.', schema: component('SuspensionList', 'Suspensions.', listWire(wire)) } },
  },
  async ({ query }, reading) => {
    const { customer, state } = query
    const range = customer === undefined ? {} : { from: `${customer}|`, to: `${customer}|\uffff` }
    const { found, next } = await findPage(reading, {
      collection: suspensions,
      asked: query,
      index: 'customer',
      ...range,
    })
    const wanted = found
      .map(({ data }) => recordOf(suspensionSchema, data))
      .filter((suspension) => state === undefined || suspension.state === state)
    return listAnswer(wanted.map(out), next)
  },
)

import { z } from 'zod'
import { type Contact, contactSchema, contacts, recipientStates } from '../collections/contact.ts'
import { noticeKinds } from '../collections/policy.ts'
import { recordOf } from '../ledger/record.ts'
import type { Json, Reading } from '../store/documents.ts'
import { languages } from '../values/language.ts'
import { looks } from './endpoint.ts'
import { numbersOf } from './known.ts'
import { findPage, listAnswer, listWire, pageQuery } from './paging.ts'
import { component, customerWire, dayWire, instantWire, moneyOut, moneyWire } from './wire.ts'

const recipientWire = component(
  'Recipient',
  'What became of it for one person, or for the mail system that takes what Teams cannot.',
  z.strictObject({
    person: z.strictObject({ tenant: z.string(), objectId: z.string() }).optional(),
    language: z.enum(languages),
    way: z.enum(['teams', 'webhook']),
    state: z
      .enum(recipientStates)
      .describe(
        '`held`: the right to send was gone. `unknown`: it may have arrived, and is never sent again by itself.',
      ),
    reason: z.string().optional(),
    at: instantWire,
  }),
)

const wire = component(
  'Delivery',
  'One message to a customer about all that is due, with each person it went to.',
  z.strictObject({
    id: z.string(),
    customer: customerWire,
    kind: z.enum(['reminder', 'warning', 'notice', 'posted']),
    on: dayWire,
    at: instantWire,
    stage: z.string().optional(),
    bills: z.array(
      z.strictObject({ number: z.string(), amount: moneyWire, dueOn: dayWire, stage: z.string().optional() }),
    ),
    fees: z.array(z.strictObject({ bill: z.string(), amount: moneyWire, rule: z.string() })),
    notices: z.array(
      z.strictObject({
        kind: z.enum(noticeKinds),
        bill: z.string().optional(),
        subscription: z.string().optional(),
        product: z.string().optional(),
        day: dayWire.optional(),
      }),
    ),
    to: z.array(recipientWire),
  }),
)

async function out(reading: Reading, { id, customer, kind, on, at, stage, bills, fees, notices, to }: Contact) {
  const number = await numbersOf(reading, customer)
  const body: Json = {
    id,
    customer,
    kind,
    on,
    at,
    stage,
    bills: bills.map(({ number, amount, dueOn, stage }) => ({ number, amount: moneyOut(amount), dueOn, stage })),
    fees: fees.map(({ invoice, amount, rule }) => ({ bill: number(invoice), amount: moneyOut(amount), rule })),
    notices: (notices ?? []).map(({ kind, invoice, subscription, product, day }) => ({
      kind,
      bill: invoice && number(invoice),
      subscription,
      product,
      day,
    })),
    to: to.map(({ person, language, way, state, reason, at }) => ({
      person: person && { tenant: person.tenant, objectId: person.objectId },
      language,
      way,
      state,
      reason,
      at,
    })),
  }
  return body
}

export const listDeliveries = looks(
  {
    path: '/deliveries',
    name: 'listDeliveries',
    does: 'What was sent to customers, and what became of it for each person',
    ability: 'collections',
    query: z.strictObject({
      customer: customerWire.optional(),
      state: z.enum(recipientStates).optional().describe('Those alone that are so for somebody.'),
      from: dayWire.optional(),
      to: dayWire.optional(),
      ...pageQuery,
    }),
    answers: { 200: { says: 'A page of them.', schema: component('DeliveryList', 'Deliveries.', listWire(wire)) } },
  },
  async ({ query }, reading) => {
    const { customer, state, from = '0000-01-01', to = '9999-12-31' } = query
    const { found, next } = await findPage(reading, { collection: contacts, asked: query, ...scanOf(query) })
    const wanted = found
      .map(({ data }) => recordOf(contactSchema, data))
      .filter((contact) => customer === undefined || contact.customer === customer)
      .filter(({ to }) => state === undefined || to.some((recipient) => recipient.state === state))
      .filter(({ on }) => from <= on && on <= to)
    return listAnswer(await Promise.all(wanted.map((contact) => out(reading, contact))), next)
  },
)

type Wanted = { readonly customer?: string; readonly state?: string; readonly from?: string; readonly to?: string }

/** The index that finds the fewest. */
function scanOf({ customer, state, from = '0000-01-01', to = '9999-12-31' }: Wanted) {
  if (customer !== undefined) return { index: 'customer', from: `${customer}|${from}`, to: `${customer}|${to}` }
  return state === undefined ? { index: 'on', from, to } : { index: 'state', equals: state }
}

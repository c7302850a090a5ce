import { z } from 'zod'
import { type Promised, standingOf } from '../collections/standing.ts'
import type { Json, Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { looks } from './endpoint.ts'
import { gatherOfCustomers } from './gather-of-customers.ts'
import { numbersOf } from './known.ts'
import { listAnswer, listWire, pageQuery } from './paging.ts'
import { component, customerWire, dayWire, moneyOut, moneyWire } from './wire.ts'

const states = ['open', 'kept', 'broken', 'withdrawn'] as const

const wire = component(
  'Promise',
  'When a customer said that it will pay what. The reminders of those bills wait until then.',
  z.strictObject({
    id: z.string(),
    customer: customerWire,
    bills: z.array(z.string()),
    amount: moneyWire,
    by: dayWire,
    madeOn: dayWire,
    state: z.enum(states),
    endedOn: dayWire.optional(),
  }),
)

const out = (customer: CustomerId, promise: Promised, number: Awaited<ReturnType<typeof numbersOf>>): Json => ({
  id: promise.id,
  customer,
  bills: promise.invoices.map(number),
  amount: moneyOut(promise.amount),
  by: promise.by,
  madeOn: promise.madeOn,
  state: promise.state,
  endedOn: promise.endedOn,
})

export const listPromises = looks(
  {
    path: '/promises',
    name: 'listPromises',
    does: 'What customers promised to pay',
    ability: 'collections',
    query: z.strictObject({ customer: customerWire.optional(), state: z.enum(states).optional(), ...pageQuery }),
    answers: { 200: { says: 'A page of them.', schema: component('PromiseList', 'Promises.', listWire(wire)) } },
  },
  async ({ query }, reading) => {
    const of = (customer: CustomerId) => promisesOf(reading, customer, query.state)
    const { items, next } = await gatherOfCustomers(reading, query, of)
    return listAnswer(items, next)
  },
)

async function promisesOf(reading: Reading, customer: CustomerId, state: Promised['state'] | undefined) {
  const { standing } = await standingOf(reading, customer)
  const wanted = standing.promises.filter((promise) => state === undefined || promise.state === state)
  if (wanted.length === 0) return []
  const number = await numbersOf(reading, customer)
  return wanted.map((promise) => ({ id: promise.id, body: out(customer, promise, number) }))
}

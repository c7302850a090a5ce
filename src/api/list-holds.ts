import { z } from 'zod'
import { standingOf } from '../collections/standing.ts'
import type { CustomerId } from '../values/ids.ts'
import { looks } from './endpoint.ts'
import { gatherOfCustomers } from './gather-of-customers.ts'
import { holdOut, holdWire } from './hold-wire.ts'
import { numbersOf } from './known.ts'
import { listAnswer, listWire, pageQuery } from './paging.ts'
import { component, customerWire } from './wire.ts'

export const listHolds = looks(
  {
    path: '/holds',
    name: 'listHolds',
    does: 'Whose reminders wait, and why',
    ability: 'collections',
    query: z.strictObject({
      customer: customerWire.optional(),
      released: z.boolean().optional().describe('Also those that were released.'),
      ...pageQuery,
    }),
    answers: { 200: { says: 'A page of them.', schema: component('HoldList', 'Holds.', listWire(holdWire)) } },
  },
  async ({ query }, reading) => {
    const of = async (customer: CustomerId) => {
      const { standing } = await standingOf(reading, customer)
      const wanted = standing.holds.filter(({ releasedAt }) => query.released === true || releasedAt === undefined)
      if (wanted.length === 0) return []
      const number = await numbersOf(reading, customer)
      return wanted.map((hold) => ({ id: hold.id, body: holdOut(customer, hold, number) }))
    }
    const { items, next } = await gatherOfCustomers(reading, query, of)
    return listAnswer(items, next)
  },
)

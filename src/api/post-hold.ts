import { z } from 'zod'
import { placeHold } from '../collections/hold.ts'
import { day } from '../values/day.ts'
import { acts } from './endpoint.ts'
import { holdOut, holdWire } from './hold-wire.ts'
import { knownBill, knownCustomer, numbersOf } from './known.ts'
import { Problem } from './problem.ts'
import { billNumberWire, component, customerWire, dayWire } from './wire.ts'

export const postHold = acts(
  {
    method: 'POST',
    path: '/holds',
    name: 'postHold',
    does: 'Stop the reminders of a customer, or of one of its bills',
    more: 'From today in its time zone. The same hold again, while it is in force, is one.',
    ability: 'collections',
    body: component(
      'NewHold',
      'Whose reminders are to wait.',
      z.strictObject({
        customer: customerWire,
        kind: z.enum(['held', 'exempt']).describe('`held`: something is to be cleared up. `exempt`: it is let be.'),
        bill: billNumberWire.optional().describe('One bill alone; all of them, coming ones too, where it is left out.'),
        reason: z.string().min(1).max(500),
        until: dayWire
          .optional()
          .describe('The last day on which it holds; until it is released where it is left out.'),
      }),
    ),
    answers: {
      200: { says: 'It was so already.', schema: holdWire },
      201: { says: 'It holds from now on.', schema: holdWire },
    },
  },
  async ({ body, key, now, event }, unit) => {
    const customer = await knownCustomer(unit, body.customer, 'body/customer')
    const bill = body.bill === undefined ? undefined : await knownBill(unit, customer, body.bill, 'body/bill')
    const placed = await placeHold(unit, {
      customer: customer.id,
      kind: body.kind,
      invoice: bill?.id,
      reason: body.reason,
      until: body.until === undefined ? undefined : day(body.until),
      by: { key },
      now,
      event,
    })
    switch (placed.kind) {
      case 'placed':
      case 'already': {
        const number = await numbersOf(unit, customer.id)
        return { status: placed.kind === 'placed' ? 201 : 200, body: holdOut(customer.id, placed.hold, number) }
      }
      case 'past-day':
        throw new Problem('refused', 'The last day has passed already.', {
          errors: [{ at: 'body/until', says: `must be ${placed.earliest} or later` }],
        })
      case 'unknown-invoice':
        throw new Problem('not-found', 'The customer has no such bill.')
      case 'refused':
        throw new Problem('not-allowed', 'This key may not do that.', { ability: 'collections' })
    }
  },
)

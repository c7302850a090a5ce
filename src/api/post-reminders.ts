import { z } from 'zod'
import { reasons } from '../collections/decision.ts'
import { type PostedReminder, postReminder } from '../collections/post-reminder.ts'
import { acts } from './endpoint.ts'
import { Problem } from './problem.ts'
import { component, customerOf, customerWire, instantWire } from './wire.ts'

const outcomeWire = component(
  'PostedReminder',
  'What became of it for one customer.',
  z.strictObject({
    customer: customerWire,
    outcome: z
      .enum(['queued', 'already', 'held', 'unknown'])
      .describe('`held`: the customer may not be written to now. `unknown`: there is no such customer.'),
    reason: z
      .enum([...reasons, 'outside-hours'])
      .optional()
      .describe('Why it is held.'),
    opens: instantWire.optional().describe('When the hours open in which the customer may be written to.'),
    delivery: z.string().optional().describe('Its id among the deliveries.'),
    people: z.int().optional().describe('How many people it goes to.'),
    bills: z.array(z.string()).optional(),
  }),
)

export const postReminders = acts(
  {
    method: 'POST',
    path: '/reminders',
    name: 'postReminders',
    does: 'Remind these customers now of all that is due',
    more: 'Whatever stage the policy has come to. Nobody is written to who may not be: promised, disputed, exempt, held, outside hours, too often, or on old payment data. It is asked again when it is sent.',
    ability: 'collections',
    needsIdempotencyKey: true,
    body: component(
      'NewReminders',
      'Whom to remind.',
      z.strictObject({
        customers: z.array(customerWire).min(1).max(100),
        early: z.boolean().optional().describe('Also of bills that are not due yet.'),
      }),
    ),
    answers: {
      200: {
        says: 'What became of it, in the order given.',
        schema: component(
          'PostedReminders',
          'What became of it for each customer.',
          z.strictObject({ reminders: z.array(outcomeWire) }),
        ),
      },
    },
  },
  async ({ body, key, now, event }, unit) => {
    const twice = body.customers.findIndex((customer, at) => body.customers.indexOf(customer) !== at)
    if (twice >= 0)
      throw new Problem('not-valid', 'Name each customer once.', {
        errors: [{ at: `body/customers/${twice}`, says: 'is there twice' }],
      })
    const reminders = []
    for (const customer of body.customers) {
      const order = { customer: customerOf(customer), early: body.early ?? false, by: { key }, now, event }
      reminders.push({ customer, ...outcomeOf(await postReminder(unit, order)) })
    }
    return { status: 200, body: { reminders } }
  },
)

function outcomeOf(posted: PostedReminder) {
  switch (posted.kind) {
    case 'posted':
    case 'already': {
      const { id, to, bills } = posted.contact
      const outcome = posted.kind === 'posted' ? 'queued' : 'already'
      return { outcome, delivery: id, people: to.length, bills: bills.map(({ number }) => number) }
    }
    case 'held':
      return { outcome: 'held', reason: posted.reason, opens: posted.opens }
    case 'refused':
      return { outcome: 'unknown' }
  }
}

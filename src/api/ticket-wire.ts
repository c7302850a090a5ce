import { z } from 'zod'
import { priorities, type Ticket, type TicketEvent, ticketKinds, ticketStates } from '../support/ticket.ts'
import { component, customerWire, instantWire } from './wire.ts'

const ticketFields = {
  id: z.string().regex(/^T-\d{4,}$/),
  customer: customerWire,
  kind: z.enum(ticketKinds),
  topic: z.string(),
  state: z.enum(ticketStates),
  since: instantWire.describe('When it came into this state.'),
  priority: z.enum(priorities),
  queue: z.string(),
  openedAt: instantWire,
  about: z.strictObject({
    bill: z.string().optional(),
    lines: z.array(z.int()).optional(),
    product: z.string().optional(),
    period: z.string().optional(),
  }),
  respondBy: instantWire.optional(),
  respondedAt: instantWire.optional(),
  resolveBy: instantWire.optional(),
  reopened: z.int(),
  problem: z.string().optional(),
  escalation: z.string().optional(),
}

export const ticketWire = component('Ticket', 'What a customer wants done.', z.strictObject(ticketFields))

export const ticketWithTrailWire = component(
  'TicketWithTrail',
  'A ticket with what was said and done.',
  z.strictObject({
    ...ticketFields,
    trail: z.array(
      z.strictObject({
        at: instantWire,
        by: z.enum(['customer', 'staff', 'saldo']),
        what: z.string(),
        internal: z.boolean(),
        text: z.string().optional(),
        to: z.string().optional(),
      }),
    ),
  }),
)

/** A ticket without its words and without its people. */
export const ticketOut = ({ about, clock, ...ticket }: Ticket) => ({
  id: ticket.id,
  customer: ticket.customer,
  kind: ticket.kind,
  topic: ticket.topic,
  state: ticket.state,
  since: ticket.since,
  priority: ticket.priority,
  queue: ticket.queue,
  openedAt: ticket.openedAt,
  about: { bill: about.number, lines: about.lines, product: about.product, period: about.period },
  respondBy: clock.respondBy,
  respondedAt: clock.respondedAt,
  resolveBy: clock.resolveBy,
  reopened: ticket.reopened,
  problem: ticket.problem,
  escalation: ticket.escalation,
})

export const entryOut = ({ at, by, what, internal, text, to }: TicketEvent) => ({
  at,
  by: by === 'saldo' ? by : by.side,
  what,
  internal,
  text,
  to,
})

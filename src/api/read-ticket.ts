import { z } from 'zod'
import { maySeeTicket } from '../support/may-change.ts'
import { ticketOf } from '../support/ticket.ts'
import { looks } from './endpoint.ts'
import { Problem } from './problem.ts'
import { entryOut, ticketOut, ticketWithTrailWire } from './ticket-wire.ts'

export const readTicket = looks(
  {
    path: '/tickets/{ticket}',
    name: 'readTicket',
    does: 'One ticket with what was said and done',
    more: 'Without internal notes unless they are asked for: what shows tickets to customers then cannot show them by mistake.',
    ability: 'cases',
    params: z.strictObject({ ticket: z.string().regex(/^T-\d{4,}$/) }),
    query: z.strictObject({ internal: z.boolean().optional().describe('Also what no customer ever sees.') }),
    answers: { 200: { says: 'The ticket.', schema: ticketWithTrailWire } },
  },
  async ({ params, query, principal }, reading) => {
    const ticket = await ticketOf(reading, params.ticket)
    if (!ticket || !maySeeTicket(principal, ticket)) throw new Problem('not-found', 'There is no such ticket.')
    const trail = ticket.trail.filter(({ internal }) => !internal || query.internal === true)
    return { status: 200, body: { ...ticketOut(ticket), trail: trail.map(entryOut) } }
  },
)

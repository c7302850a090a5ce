import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import { beyond, ticketSchema, ticketStates, tickets } from '../support/ticket.ts'
import { looks } from './endpoint.ts'
import { findPage, listAnswer, listWire, pageQuery } from './paging.ts'
import { ticketOut, ticketWire } from './ticket-wire.ts'
import { component, customerWire } from './wire.ts'

export const listTickets = looks(
  {
    path: '/tickets',
    name: 'listTickets',
    does: "The customers' tickets, in the order in which they were opened",
    ability: 'cases',
    query: z.strictObject({
      customer: customerWire.optional(),
      state: z.enum(ticketStates).optional(),
      ...pageQuery,
    }),
    answers: { 200: { says: 'A page of them.', schema: component('TicketList', 'Tickets.', listWire(ticketWire)) } },
  },
  async ({ query }, reading) => {
    const { customer, state } = query
    const { found, next } = await findPage(reading, { collection: tickets, asked: query, ...scanOf(customer, state) })
    const wanted = found
      .map(({ data }) => recordOf(ticketSchema, data))
      .filter((ticket) => state === undefined || ticket.state === state)
    return listAnswer(wanted.map(ticketOut), next)
  },
)

function scanOf(customer: string | undefined, state: string | undefined) {
  if (customer !== undefined) return { index: 'customer', from: `${customer}|`, to: `${customer}|${beyond}` }
  return state === undefined ? { index: 'openedAt' } : { index: 'state', from: `${state}|`, to: `${state}|${beyond}` }
}

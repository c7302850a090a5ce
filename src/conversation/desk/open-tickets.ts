import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import { beyond, type Ticket, ticketSchema, tickets } from '../../support/ticket.ts'

const running = ['new', 'open', 'waiting-customer', 'waiting-microsoft', 'resolved'] as const

/** All tickets that are not over, oldest first. */
export async function openTickets(reading: Reading): Promise<readonly Ticket[]> {
  const pages = await Promise.all(
    running.map((state) => reading.find(tickets, { index: 'state', from: `${state}|`, to: `${state}|${beyond}` })),
  )
  const all = pages.flatMap(({ items }) => items.map(({ data }) => recordOf(ticketSchema, data)))
  return all.sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
}

import { createHash } from 'node:crypto'
import { queueEvent } from '../delivery/event.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { Ticket, TicketEvent } from './ticket.ts'

/** Tells the partner's systems that something was done to a ticket: which, what, and how it stands. None of its words and nobody's name. */
export async function tellOfTicket(unit: Unit, ticket: Ticket, entry: Pick<TicketEvent, 'id' | 'what'>, now: Instant) {
  const { id, customer, state, priority, kind, topic } = ticket
  const data = { ticket: id, customer, what: entry.what, state, priority, kind, topic }
  // What caused it can name a conversation: outside nobody needs that.
  const cause = createHash('sha256').update(entry.id).digest('hex').slice(0, 16)
  await queueEvent(unit, { id: `ticket|${id}|${cause}`, type: 'saldo.ticket.changed', subject: id, data, now })
}

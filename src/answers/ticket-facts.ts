import { priorities, type Ticket, type TicketEvent, ticketKinds, ticketStates } from '../support/ticket.ts'
import type { Facts } from '../values/fact.ts'
import { instantFact, termFact, textFact } from './facts.ts'
import { computed, ofTicket } from './sources.ts'

export const terms = [
  ...ticketStates.map((state) => `ticket.${state}`),
  ...priorities.map((priority) => `priority.${priority}`),
  ...ticketKinds.map((kind) => `ticket-kind.${kind}`),
  'respond.promised',
  'respond.open',
  'who.you',
  'who.us',
  'who.saldo',
  'topic.general',
] as const

/** What any message about a ticket can name. Times are in the customer's time zone. */
export function ticketFacts(ticket: Ticket, timeZone: string): Facts {
  const { respondBy, respondedAt } = ticket.clock
  const promised = respondBy && !respondedAt
  return {
    ticket: textFact(ticket.id, ofTicket(ticket, 'id')),
    topic: termFact(topicTerm(ticket.topic), ofTicket(ticket, 'topic')),
    state: termFact(`ticket.${ticket.state}`, ofTicket(ticket, 'state')),
    priority: termFact(`priority.${ticket.priority}`, ofTicket(ticket, 'priority')),
    opened: instantFact(ticket.openedAt, timeZone, ofTicket(ticket, 'openedAt')),
    since: instantFact(ticket.since, timeZone, ofTicket(ticket, 'since')),
    respond: termFact(promised ? 'respond.promised' : 'respond.open', ofTicket(ticket, 'clock')),
    ...(promised && { by: instantFact(respondBy, timeZone, ofTicket(ticket, 'clock')) }),
  }
}

/** "Opening a ticket" is no subject of a ticket. */
export const topicTerm = (topic: string): string =>
  topic === 'ticket.open' || topic === 'human' ? 'topic.general' : `intent.${topic}`

/** What the customer may read of a ticket's trail, oldest first: what was said and how it went, nothing internal. */
export const visibleEvents = (ticket: Ticket): readonly TicketEvent[] =>
  ticket.trail.filter(({ internal, text }) => !internal && text)

/** An entry of the trail as a row. */
export function eventRow(ticket: Ticket, event: TicketEvent, timeZone: string): Facts {
  const source = ofTicket(ticket, 'trail')
  const who = event.by === 'saldo' ? 'who.saldo' : event.by.side === 'staff' ? 'who.us' : 'who.you'
  return {
    at: instantFact(event.at, timeZone, source),
    who: termFact(who, computed('which side wrote it', [source])),
    text: textFact(event.text ?? '', source),
  }
}

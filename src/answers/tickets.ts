import type { Ticket } from '../support/ticket.ts'
import {
  addToTicket,
  confirmWithdraw,
  isSolved,
  myTickets,
  notNow,
  reopenTicket,
  showTicket,
  wasBad,
  wasGood,
  withdrawTicket,
} from './act-offers.ts'
import type { Asked } from './asked.ts'
import type { Answered } from './asking.ts'
import { askedText, countFact, textFact } from './facts.ts'
import { aPerson, option, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { computed, ofTicket } from './sources.ts'
import { eventRow, ticketFacts, visibleEvents } from './ticket-facts.ts'

export const kinds = [
  'ticket.list',
  'ticket.none',
  'ticket.show',
  'ticket.unknown',
  'ticket.which',
  'ticket.opened',
  'ticket.same',
  'ticket.reopened',
  'ticket.what-to-add',
  'ticket.added',
  'ticket.confirm-withdraw',
  'ticket.withdrawn',
  'ticket.confirmed',
  'ticket.over',
  'note.more-tickets',
  'note.problem',
] as const

type About = { readonly ticket: Ticket; readonly timeZone: string }

const shownEvents = 6
const shownTickets = 8

const steps = (ticket: Ticket) => {
  if (ticket.state === 'resolved') return [isSolved(ticket), reopenTicket(ticket)]
  if (ticket.state === 'closed' || ticket.state === 'withdrawn') return [reopenTicket(ticket), myTickets]
  return [addToTicket(ticket), withdrawTicket(ticket), aPerson]
}

const about =
  (kind: (typeof kinds)[number], offers: (ticket: Ticket) => Parameters<typeof reply>[2]) =>
  ({ ticket, timeZone }: About): Answered =>
    reply(kind, ticketFacts(ticket, timeZone), offers(ticket))

/** Several of them, newest first. */
export function ticketList(tickets: readonly Ticket[], timeZone: string): Answered {
  if (tickets.length === 0) return reply('ticket.none', {}, { offers: [aPerson, whatCanYouDo] })
  const shown = tickets.slice(0, shownTickets)
  const more = tickets.length - shown.length
  const source = computed(
    'tickets that you may see',
    tickets.map((one) => ofTicket(one, 'id')),
  )
  return reply(
    'ticket.list',
    { count: countFact(tickets.length, source) },
    {
      rows: shown.map((ticket) => ticketFacts(ticket, timeZone)),
      notes: more > 0 ? [{ kind: 'note.more-tickets', facts: { more: countFact(more, source) } }] : [],
      offers: shown.slice(0, 2).map(showTicket),
    },
  )
}

/** How one stands, with the last of what was said. */
export const ticketShow = ({ ticket, timeZone }: About): Answered =>
  reply('ticket.show', ticketFacts(ticket, timeZone), {
    rows: visibleEvents(ticket)
      .slice(-shownEvents)
      .map((event) => eventRow(ticket, event, timeZone)),
    notes: ticket.problem ? [{ kind: 'note.problem', facts: {} }] : [],
    offers: steps(ticket),
  })

export const unknownTicket = (id: string): Answered =>
  reply('ticket.unknown', { ticket: askedText(id) }, { offers: [myTickets, aPerson] })

/** Which of several is meant. */
export const whichTicket = (asked: Asked, tickets: readonly Ticket[], timeZone: string): Answered =>
  reply(
    'ticket.which',
    {},
    {
      rows: tickets.slice(0, shownTickets).map((ticket, at) => ({
        option: textFact(String(at + 1), computed('place in this list', [])),
        ...ticketFacts(ticket, timeZone),
      })),
      offers: tickets.slice(0, shownTickets).map((ticket) =>
        option(textFact(ticket.id, ofTicket(ticket, 'id')), {
          ...asked,
          slots: { ...asked.slots, ticket: ticket.id },
        }),
      ),
      choosing: true,
    },
  )

export const ticketOpened = about('ticket.opened', (ticket) => ({ offers: steps(ticket) }))
export const sameTicket = about('ticket.same', (ticket) => ({ offers: [showTicket(ticket), addToTicket(ticket)] }))
export const ticketReopened = about('ticket.reopened', (ticket) => ({
  offers: [addToTicket(ticket), showTicket(ticket)],
}))
export const whatToAdd = about('ticket.what-to-add', () => ({ offers: [notNow] }))
export const ticketAdded = about('ticket.added', (ticket) => ({ offers: [showTicket(ticket), aPerson] }))
export const askWithdraw = about('ticket.confirm-withdraw', () => ({
  offers: [confirmWithdraw, notNow],
  choosing: true,
}))
export const ticketWithdrawn = about('ticket.withdrawn', (ticket) => ({ offers: [reopenTicket(ticket), myTickets] }))
/** The customer says that it is solved. */
export const ticketConfirmed = about('ticket.confirmed', (ticket) => ({ offers: [wasGood(ticket), wasBad(ticket)] }))
/** Nothing can be done to it any more but opening it again. */
export const ticketOver = about('ticket.over', (ticket) => ({ offers: [reopenTicket(ticket), myTickets] }))

import type { PersonRef } from '../access/actor.ts'
import type { Ticket } from '../support/ticket.ts'
import type { Answer } from '../values/answer.ts'
import type { Facts } from '../values/fact.ts'
import { addToTicket, isNotSolved, isSolved, reopenTicket, showTicket, wasBad, wasGood } from './act-offers.ts'
import type { Answered } from './asking.ts'
import { textFact } from './facts.ts'
import { aPerson } from './offers.ts'
import { reply } from './reply.ts'
import { ofTicket } from './sources.ts'
import { ticketFacts } from './ticket-facts.ts'

export const kinds = [
  'ticket.replied',
  'ticket.asks',
  'ticket.with-microsoft',
  'ticket.resolved',
  'ticket.ended',
  'problem.resolved',
  'rating.thanks',
  'rating.noted',
  'note.said',
] as const

type About = { readonly ticket: Ticket; readonly timeZone: string }
type Said = { readonly text?: string; readonly by?: PersonRef }

const quoted = (ticket: Ticket, text: string | undefined): Answer['notes'] =>
  text ? [{ kind: 'note.said', facts: { text: textFact(text, ofTicket(ticket, 'trail')) } }] : undefined

const agentFact = (ticket: Ticket, by: PersonRef | undefined): Facts =>
  by?.name ? { agent: textFact(by.name, ofTicket(ticket, 'trail')) } : {}

/** Somebody of the partner wrote about a ticket while nobody is in the chat. */
export const replied = ({ ticket, timeZone }: About, { text, by }: Said): Answered =>
  reply(
    'ticket.replied',
    { ...ticketFacts(ticket, timeZone), ...agentFact(ticket, by) },
    { notes: quoted(ticket, text), offers: [addToTicket(ticket), showTicket(ticket), aPerson] },
  )

/** The customer is waited for. */
export const asks = ({ ticket, timeZone }: About, { text }: Said): Answered =>
  reply('ticket.asks', ticketFacts(ticket, timeZone), {
    notes: quoted(ticket, text),
    offers: [addToTicket(ticket), showTicket(ticket)],
  })

export const withMicrosoft = ({ ticket, timeZone }: About, { text }: Said): Answered =>
  reply('ticket.with-microsoft', ticketFacts(ticket, timeZone), {
    notes: quoted(ticket, text),
    offers: [showTicket(ticket), addToTicket(ticket)],
  })

/** How it ended, and whether it did. */
export const resolved = ({ ticket, timeZone }: About, { text }: Said): Answered =>
  reply('ticket.resolved', ticketFacts(ticket, timeZone), {
    notes: quoted(ticket, text),
    offers: [isSolved(ticket), isNotSolved(ticket), showTicket(ticket)],
  })

/** The same for everybody whom one problem met. */
export const problemResolved = ({ ticket, timeZone }: About, { text }: Said): Answered =>
  reply('problem.resolved', ticketFacts(ticket, timeZone), {
    notes: quoted(ticket, text),
    offers: [isSolved(ticket), isNotSolved(ticket), showTicket(ticket)],
  })

/** Closed or withdrawn by the partner's side. */
export const ended = ({ ticket, timeZone }: About, { text }: Said): Answered =>
  reply('ticket.ended', ticketFacts(ticket, timeZone), {
    notes: quoted(ticket, text),
    offers: [reopenTicket(ticket), wasGood(ticket), wasBad(ticket)],
  })

/** The reason has come in too. */
export const ratingNoted = ({ ticket, timeZone }: About): Answered =>
  reply('rating.noted', ticketFacts(ticket, timeZone), { offers: [showTicket(ticket)] })

export const thanksForRating = ({ ticket, timeZone }: About): Answered =>
  reply('rating.thanks', ticketFacts(ticket, timeZone), { offers: [showTicket(ticket)] })

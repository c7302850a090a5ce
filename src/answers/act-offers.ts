import type { Intent } from '../language/vocabulary.ts'
import type { Ticket } from '../support/ticket.ts'
import type { Act } from './asked.ts'
import type { Offer } from './asking.ts'
import { textFact } from './facts.ts'
import { ofTicket } from './sources.ts'

/** The labels of buttons that go on with what is in the making, or do something to a ticket. */
export const kinds = [
  'next.confirm-ticket',
  'next.confirm-withdraw',
  'next.not-now',
  'next.skip',
  'next.go-on',
  'next.settled',
  'next.everybody',
  'next.several',
  'next.one',
  'next.with-words',
  'next.without-words',
  'next.connect',
  'next.leave-ticket',
  'next.stop-waiting',
  'next.end-talk',
  'next.solved',
  'next.not-solved',
  'next.good',
  'next.bad',
  'next.ticket-show',
  'next.ticket-add',
  'next.ticket-withdraw',
  'next.ticket-reopen',
  'next.ticket-about',
  'next.tickets',
] as const
type Kind = (typeof kinds)[number]

const act = (kind: Kind, intent: Intent, does: Act): Offer => ({
  step: { kind, facts: {} },
  asked: { intent, slots: {}, act: does },
})

export const confirmTicket = act('next.confirm-ticket', 'ticket.open', 'confirm')
export const confirmWithdraw = act('next.confirm-withdraw', 'ticket.close', 'confirm')
export const notNow = act('next.not-now', 'deny', 'cancel')
export const skip = act('next.skip', 'ticket.open', 'skip')
export const goOn = act('next.go-on', 'ticket.open', 'go-on')
export const settled = act('next.settled', 'ticket.open', 'settled')
export const everybody = act('next.everybody', 'ticket.open', 'everybody')
export const several = act('next.several', 'ticket.open', 'several')
export const justOne = act('next.one', 'ticket.open', 'one')
export const withWords = act('next.with-words', 'human', 'with-words')
export const withoutWords = act('next.without-words', 'human', 'without-words')
export const connect = act('next.connect', 'human', 'without-words')
export const leaveTicket = act('next.leave-ticket', 'human', 'leave-ticket')
export const stopWaiting = act('next.stop-waiting', 'human', 'stop')
export const endTalk = act('next.end-talk', 'human', 'stop')

/** A ticket about what was asked and has no answer here. */
export const ticketAbout = (intent: Intent): Offer => ({
  step: { kind: 'next.ticket-about', facts: {} },
  asked: { intent: 'ticket.open', slots: {}, topic: intent },
})
export const myTickets: Offer = {
  step: { kind: 'next.tickets', facts: {} },
  asked: { intent: 'ticket.status', slots: {} },
}

const ofOne =
  (kind: Kind, intent: Intent, does?: Act) =>
  (ticket: Ticket): Offer => ({
    step: { kind, facts: { ticket: textFact(ticket.id, ofTicket(ticket, 'id')) } },
    asked: { intent, slots: { ticket: ticket.id }, ...(does && { act: does }) },
  })

export const showTicket = ofOne('next.ticket-show', 'ticket.status')
export const addToTicket = ofOne('next.ticket-add', 'ticket.update')
export const withdrawTicket = ofOne('next.ticket-withdraw', 'ticket.close')
export const reopenTicket = ofOne('next.ticket-reopen', 'ticket.update', 'not-solved')
export const isSolved = ofOne('next.solved', 'ticket.close', 'solved')
export const isNotSolved = ofOne('next.not-solved', 'ticket.update', 'not-solved')
export const wasGood = ofOne('next.good', 'ticket.update', 'good')
export const wasBad = ofOne('next.bad', 'ticket.update', 'bad')

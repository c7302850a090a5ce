import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { takeNumbers } from '../ledger/number-series.ts'
import { recordOf } from '../ledger/record.ts'
import type { Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import { changeTicket, sideOf } from './change-ticket.ts'
import { joinProblem } from './problem.ts'
import { isOver, type Ticket, type TicketEvent, ticketSchema, tickets } from './ticket.ts'
import { type Hours, targetsFor, wound } from './ticket-clock.ts'

export type OpenTicket = Pick<
  Ticket,
  | 'customer'
  | 'person'
  | 'language'
  | 'talk'
  | 'kind'
  | 'topic'
  | 'service'
  | 'about'
  | 'priority'
  | 'queue'
  | 'intake'
  | 'tried'
> & {
  readonly cause: string
  readonly problemKey?: string
  /** What the customer wrote. */
  readonly text: string
  readonly by: Actor
  readonly now: Instant
  readonly event: string
  readonly hours: Hours | undefined
}

export type OpenedTicket =
  | { readonly kind: 'opened'; readonly ticket: Ticket }
  /** There is one about the same already, open or ended within the week: what was written now is added to it. */
  | { readonly kind: 'same'; readonly ticket: Ticket; readonly reopened: boolean }

const firstNumber = 1000
/** Asked about again within seven days, it was not resolved. */
const sameWithin = 7 * 24 * 60 * 60_000

/** Opens a ticket, or goes on with the one about the same. The same `event` twice opens one. */
export async function openTicket(unit: Unit, order: OpenTicket): Promise<OpenedTicket> {
  const known = await sameTicket(unit, order)
  if (known) return goOn(unit, known, order)
  const { text, by, now, event, hours, cause, problemKey, ...given } = order
  const id = `T-${firstNumber + (await takeNumbers(unit, 'T', '0000', 1))}`
  const opened: TicketEvent = { id: event, at: now, by: sideOf(by), what: 'opened', internal: false, text }
  const bare: Ticket = {
    ...given,
    id,
    cause,
    problemKey,
    state: 'new',
    openedAt: now,
    since: now,
    clock: { missed: [], ...targetsFor(hours, given.priority, now) },
    trail: [opened],
    reopened: 0,
  }
  const ticket = await joinProblem(unit, wound(bare, bare, hours, now), now)
  unit.put(tickets, id, z.encode(ticketSchema, ticket), 0)
  return { kind: 'opened', ticket }
}

async function sameTicket(unit: Unit, { customer, cause, now }: OpenTicket): Promise<Ticket | undefined> {
  const { items } = await unit.find(tickets, { index: 'cause', equals: `${customer}|${cause}` })
  const known = items.map(({ data }) => recordOf(ticketSchema, data))
  return known.find((ticket) => {
    if (!isOver(ticket)) return true
    return ticket.state === 'closed' && now <= later(ticket.since, sameWithin)
  })
}

async function goOn(unit: Unit, known: Ticket, order: OpenTicket): Promise<OpenedTicket> {
  const { text, by, now, event, hours } = order
  if (known.trail.some(({ id }) => id === event)) return { kind: 'same', ticket: known, reopened: false }
  const again = isOver(known) || known.state === 'resolved'
  const change = again ? ({ kind: 'reopen', text } as const) : ({ kind: 'say', text } as const)
  const done = await changeTicket(unit, { ticket: known.id, change, by, now, event, hours })
  const ticket = await talkedAboutIn(unit, 'ticket' in done ? done.ticket : known, order.talk)
  return { kind: 'same', ticket, reopened: again }
}

/** What has to be told later goes to the chat that it was asked about in last. */
async function talkedAboutIn(unit: Unit, ticket: Ticket, talk: Ticket['talk']): Promise<Ticket> {
  if (!talk || talk.conversation === ticket.talk?.conversation) return ticket
  const stored = await unit.get(tickets, ticket.id)
  if (!stored) return ticket
  const moved: Ticket = { ...ticket, talk }
  unit.put(tickets, ticket.id, z.encode(ticketSchema, moved), stored.revision)
  return moved
}

import { z } from 'zod'
import { type Actor, refOf } from '../access/actor.ts'
import { recordOf } from '../ledger/record.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { mayChange } from './may-change.ts'
import { type Ticket, type TicketEvent, ticketSchema, tickets } from './ticket.ts'
import { changed, type TicketChange } from './ticket-change.ts'
import { type Hours, wound } from './ticket-clock.ts'

export type ChangeTicket = {
  readonly ticket: string
  readonly change: TicketChange
  readonly by: Actor
  readonly now: Instant
  /** Made from what caused it: an entry of this name in the trail means that it was done already. */
  readonly event: string
  /** The partner's hours as they hold for this customer; without them no time is promised. */
  readonly hours: Hours | undefined
}

export type TicketChanged =
  | { readonly kind: 'changed'; readonly ticket: Ticket; readonly event: TicketEvent }
  /** It was done before, or the ticket is so already. */
  | { readonly kind: 'unchanged'; readonly ticket: Ticket }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' }

/** Changes a ticket, once for each `event`. Whoever may not gets `refused`, and for a ticket that they may not know of `unknown`. */
export async function changeTicket(unit: Unit, order: ChangeTicket): Promise<TicketChanged> {
  const { change, by, now, event } = order
  const stored = await unit.get(tickets, order.ticket)
  if (!stored) return { kind: 'unknown' }
  const before = recordOf(ticketSchema, stored.data)
  if (!mayChange(by, before, change.kind))
    return { kind: by !== 'saldo' && by.principal.kind === 'customer' ? 'unknown' : 'refused' }
  if (before.trail.some(({ id }) => id === event)) return { kind: 'unchanged', ticket: before }
  const done = changed(before, change, now)
  if (!done) return { kind: 'unchanged', ticket: before }
  const entry: TicketEvent = { id: event, at: now, by: sideOf(by), ...done.entry }
  const ticket = wound({ ...done.ticket, trail: [...done.ticket.trail, entry] }, before, order.hours, now)
  unit.put(tickets, ticket.id, z.encode(ticketSchema, ticket), stored.revision)
  return { kind: 'changed', ticket, event: entry }
}

export const sideOf = (by: Actor): TicketEvent['by'] =>
  by === 'saldo' ? by : { ...refOf(by), side: by.principal.kind === 'partner' ? 'staff' : 'customer' }

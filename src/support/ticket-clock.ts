import { addBusinessMinutes, businessMinutesBetween } from '../values/business-time.ts'
import { type Instant, later } from '../values/day.ts'
import type { Offering } from './offering.ts'
import { isOpen, type Priority, type Ticket } from './ticket.ts'

export type Hours = Pick<Offering, 'hours' | 'holidays' | 'timeZone' | 'targets'>

/** Resolved and not asked about again within seven days: that is what resolved means, and then it is closed. */
const confirmedAfter = 7 * 24 * 60 * 60_000

/** When the first answer and a solution are due for a new ticket; nothing is promised that the partner does not. */
export function targetsFor(
  hours: Hours | undefined,
  priority: Priority,
  now: Instant,
): Omit<Ticket['clock'], 'missed'> {
  const target = hours?.targets?.[priority]
  if (!hours || !target) return {}
  return {
    respondBy: addBusinessMinutes(hours, now, target.respond),
    resolveBy: addBusinessMinutes(hours, now, target.resolve),
  }
}

/** The ticket with its clock standing or running as its state has it, and when it has to be looked at next. */
export function wound(ticket: Ticket, before: Ticket, hours: Hours | undefined, now: Instant): Ticket {
  const stands = ({ state }: Ticket) => state === 'waiting-customer'
  let { clock } = ticket
  if (stands(ticket) && !clock.stoodAt) clock = { ...clock, stoodAt: now }
  else if (!stands(ticket) && clock.stoodAt) clock = movedOn(clock, hours, now)
  if (ticket.priority !== before.priority)
    clock = { ...clock, ...sooner(clock, targetsFor(hours, ticket.priority, now)) }
  const set: Ticket = { ...ticket, clock }
  return { ...set, due: dueOf(set) }
}

/** The targets move on by as much business time as the customer was waited for. */
function movedOn(clock: Ticket['clock'], hours: Hours | undefined, now: Instant): Ticket['clock'] {
  const { stoodAt, ...running } = clock
  if (!stoodAt || !hours) return running
  const waited = businessMinutesBetween(hours, stoodAt, now)
  const moved = (by: Instant | undefined) => by && (addBusinessMinutes(hours, by, waited) ?? by)
  return { ...running, respondBy: moved(clock.respondBy), resolveBy: moved(clock.resolveBy) }
}

/** A raised priority brings a target forward; nothing that was promised is put off. */
const sooner = (a: Omit<Ticket['clock'], 'missed'>, b: Omit<Ticket['clock'], 'missed'>) => ({
  respondBy: earlier(a.respondBy, b.respondBy),
  resolveBy: earlier(a.resolveBy, b.resolveBy),
})

const earlier = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a && b ? (a < b ? a : b) : (a ?? b)

function dueOf(ticket: Ticket): Instant | undefined {
  if (ticket.state === 'resolved') return later(ticket.since, confirmedAfter)
  if (!isOpen(ticket) || ticket.clock.stoodAt) return undefined
  const { respondBy, resolveBy, respondedAt, missed } = ticket.clock
  return earlier(
    respondedAt || missed.includes('respond') ? undefined : respondBy,
    missed.includes('resolve') ? undefined : resolveBy,
  )
}

/** What the clock has to do to a ticket now that it is due; nothing when it came too early. */
export function struck(ticket: Ticket, now: Instant): 'close' | 'respond' | 'resolve' | undefined {
  if (!ticket.due || ticket.due > now) return undefined
  if (ticket.state === 'resolved') return 'close'
  const { respondBy, respondedAt, missed } = ticket.clock
  return !respondedAt && !missed.includes('respond') && respondBy && respondBy <= now ? 'respond' : 'resolve'
}

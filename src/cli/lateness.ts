import { isOpen, type Ticket } from '../support/ticket.ts'
import type { Instant } from '../values/day.ts'

/** Which promise to the customer is broken now and since when, the one that broke first. */
export type Lateness = { readonly target: 'respond' | 'resolve'; readonly since: Instant }

/** Nothing for a ticket that is in time, over, or of which nothing was promised. While the customer is waited for no time passes. */
export function latenessOf(ticket: Pick<Ticket, 'state' | 'clock'>, now: Instant): Lateness | undefined {
  if (!isOpen(ticket)) return undefined
  const { respondBy, respondedAt, resolveBy, stoodAt } = ticket.clock
  const at = stoodAt ?? now
  if (!respondedAt && respondBy && respondBy <= at) return { target: 'respond', since: respondBy }
  return resolveBy && resolveBy <= at ? { target: 'resolve', since: resolveBy } : undefined
}

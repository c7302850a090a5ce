import { type Actor, isSame } from '../access/actor.ts'
import { may } from '../access/may.ts'
import type { Principal } from '../access/principal.ts'
import type { Ticket } from './ticket.ts'
import type { TicketChange } from './ticket-change.ts'

type Kind = TicketChange['kind']

const ofCustomers: readonly Kind[] = ['say', 'file', 'close', 'withdraw', 'reopen', 'rate', 'edit', 'remove', 'dispute']
/** What the clock and the relay note by themselves. */
const ofSaldo: readonly Kind[] = ['close', 'late', 'link', 'undelivered', 'release', 'go-on']
/** What is the customer's alone: nobody rates for them, and what they said is theirs to change. */
const notOfStaff: readonly Kind[] = ['rate', 'late', 'undelivered', 'file']

/**
 * Whether a customer's person may see a ticket: a billing contact all of the company's, anybody else their own. Nothing of another
 * company, whatever number they name.
 */
export function maySeeTicket(principal: Principal, ticket: Pick<Ticket, 'customer' | 'person'>): boolean {
  if (principal.kind === 'partner') return may(principal, 'cases')
  if (principal.kind !== 'customer' || principal.customer.id !== ticket.customer) return false
  return may(principal, 'company-tickets') || isSame(principal.key, ticket.person)
}

/** Whether somebody may do this to a ticket. What is written on a card or in a message takes no part in it. */
export function mayChange(actor: Actor, ticket: Ticket, change: Kind): boolean {
  if (actor === 'saldo') return ofSaldo.includes(change)
  const { principal } = actor
  if (principal.kind === 'customer') return ofCustomers.includes(change) && maySeeTicket(principal, ticket)
  if (principal.kind !== 'partner' || notOfStaff.includes(change)) return false
  return may(principal, change === 'escalate' ? 'escalation' : 'cases')
}

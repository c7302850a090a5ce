import type { PersonRef } from '../access/actor.ts'
import type { Instant } from '../values/day.ts'
import { isOver, type Priority, type Ticket, type TicketEvent, type TicketState } from './ticket.ts'

/** What can be done to a ticket. Who may is `may-change.ts`; what it makes of the ticket is here. */
export type TicketChange =
  /** The customer adds something. Whoever was waiting for it goes on. */
  | { readonly kind: 'say'; readonly text: string }
  /** A file of the customer's, kept under an id. */
  | { readonly kind: 'file'; readonly file: string; readonly name: string }
  /** Staff write to the customer: the first time is the first response. */
  | { readonly kind: 'reply'; readonly text: string }
  /** For staff alone. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'own'; readonly owner: PersonRef }
  | { readonly kind: 'release'; readonly queue?: string }
  | { readonly kind: 'wait'; readonly for: 'customer' | 'microsoft'; readonly text?: string }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'resolve'; readonly text?: string }
  /** The customer says that it is solved, or nobody came back to it. */
  | { readonly kind: 'close'; readonly text?: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'reopen'; readonly text?: string }
  | { readonly kind: 'prioritise'; readonly priority: Priority }
  | { readonly kind: 'link'; readonly problem: string }
  | { readonly kind: 'escalate'; readonly escalation: string }
  | { readonly kind: 'dispute'; readonly dispute: Ticket['dispute']; readonly text: string }
  | { readonly kind: 'late'; readonly target: 'respond' | 'resolve' }
  | { readonly kind: 'rate'; readonly good: boolean; readonly text?: string }
  /** A message did not reach the customer, or perhaps: the reason. */
  | { readonly kind: 'undelivered'; readonly text: string }
  /** Somebody changed or took back what they wrote: `event` is the entry of it. */
  | { readonly kind: 'edit'; readonly event: string; readonly text: string }
  | { readonly kind: 'remove'; readonly event: string }

/** What a change makes of the ticket, and the entry for the trail. */
export type Changed = {
  readonly ticket: Ticket
  readonly entry: Pick<TicketEvent, 'what' | 'internal' | 'text' | 'to'>
}

/** Repeated reopening goes to somebody else's eyes: from this time on it is high at least. */
const reopensToRaise = 2

/** The ticket after a change; nothing when the change has no place in its state. Decides alone by its arguments. */
export function changed(ticket: Ticket, change: TicketChange, now: Instant): Changed | undefined {
  const to = (state: TicketState, text?: string): Changed => ({
    ticket: inState(ticket, state, now),
    entry: { what: 'moved', internal: false, to: state, text },
  })
  const entry = (what: TicketEvent['what'], internal: boolean, more: { text?: string; to?: string } = {}) => ({
    what,
    internal,
    ...more,
  })
  switch (change.kind) {
    case 'say':
      return { ticket: goesOn(ticket, now), entry: entry('said', false, change) }
    case 'file':
      return { ticket: goesOn(ticket, now), entry: entry('filed', false, { text: change.name, to: change.file }) }
    // Also when it is over: whoever writes believes that they are read.
    case 'reply':
      return { ticket: responded(started(ticket, now), now), entry: entry('replied', false, change) }
    case 'note':
      return { ticket, entry: entry('noted', true, change) }
    case 'own':
      if (isOver(ticket)) return undefined
      return {
        ticket: { ...started(ticket, now), owner: change.owner },
        entry: entry('owned', true, { to: change.owner.name }),
      }
    case 'release':
      if (!ticket.owner) return undefined
      return {
        ticket: { ...ticket, owner: undefined, queue: change.queue ?? ticket.queue },
        entry: entry('released', true, { to: change.queue ?? ticket.queue }),
      }
    case 'wait':
      if (isOver(ticket) || ticket.state === `waiting-${change.for}`) return undefined
      return to(`waiting-${change.for}`, change.text)
    case 'go-on':
      return ticket.state.startsWith('waiting') ? to('open') : undefined
    case 'resolve':
      if (isOver(ticket) || ticket.state === 'resolved') return undefined
      return {
        ...to('resolved', change.text),
        ticket: responded(inState(ticket, 'resolved', now), now),
      }
    case 'close':
      return ticket.state === 'closed' || ticket.state === 'withdrawn' ? undefined : to('closed', change.text)
    case 'withdraw':
      return isOver(ticket) ? undefined : to('withdrawn')
    case 'reopen':
      return isOver(ticket) || ticket.state === 'resolved' ? reopened(ticket, change.text, now) : undefined
    default:
      return aside(ticket, change, now)
  }
}

/** What changes nothing about the state. */
function aside(
  ticket: Ticket,
  change: Extract<
    TicketChange,
    { kind: 'prioritise' | 'link' | 'escalate' | 'dispute' | 'late' | 'rate' | 'undelivered' | 'edit' | 'remove' }
  >,
  now: Instant,
): Changed | undefined {
  switch (change.kind) {
    case 'prioritise':
      if (ticket.priority === change.priority) return undefined
      return {
        ticket: { ...ticket, priority: change.priority },
        entry: { what: 'prioritised', internal: true, to: change.priority },
      }
    case 'link':
      if (ticket.problem) return undefined
      return {
        ticket: { ...ticket, problem: change.problem },
        entry: { what: 'linked', internal: true, to: change.problem },
      }
    case 'escalate':
      return {
        ticket: { ...ticket, escalation: change.escalation },
        entry: { what: 'escalated', internal: false, to: change.escalation },
      }
    case 'dispute':
      return {
        ticket: { ...ticket, dispute: change.dispute },
        entry: { what: 'disputed', internal: false, text: change.text },
      }
    case 'late': {
      if (ticket.clock.missed.includes(change.target)) return undefined
      const clock = { ...ticket.clock, missed: [...ticket.clock.missed, change.target] }
      return { ticket: { ...ticket, clock }, entry: { what: 'late', internal: true, to: change.target } }
    }
    case 'rate':
      return {
        ticket: { ...ticket, rating: { good: change.good, text: change.text ?? ticket.rating?.text, at: now } },
        entry: { what: 'rated', internal: true, to: change.good ? 'good' : 'bad', text: change.text },
      }
    case 'undelivered':
      return { ticket, entry: { what: 'undelivered', internal: true, text: change.text } }
    default:
      return rewritten(ticket, change)
  }
}

/** Edits replace what was said, and a removal leaves nothing of it: our copy goes too. That it happened stays. */
function rewritten(ticket: Ticket, change: Extract<TicketChange, { kind: 'edit' | 'remove' }>): Changed | undefined {
  const known = ticket.trail.find(({ id }) => id === change.event)
  const text = change.kind === 'edit' ? change.text : undefined
  if (!known || known.text === text) return undefined
  const trail = ticket.trail.map((event) => (event === known ? { ...event, text } : event))
  return {
    ticket: { ...ticket, trail },
    entry: { what: change.kind === 'edit' ? 'edited' : 'removed', internal: known.internal, to: change.event },
  }
}

const inState = (ticket: Ticket, state: TicketState, now: Instant): Ticket => ({
  ...ticket,
  state,
  since: now,
})

/** A person of the partner has taken it up. */
const started = (ticket: Ticket, now: Instant): Ticket =>
  ticket.state === 'new' ? inState(ticket, 'open', now) : ticket

const responded = (ticket: Ticket, now: Instant): Ticket =>
  ticket.clock.respondedAt ? ticket : { ...ticket, clock: { ...ticket.clock, respondedAt: now } }

/** What the customer adds ends the waiting for it, and says that it was not resolved, or is not over: somebody may be in the chat with them. */
function goesOn(ticket: Ticket, now: Instant): Ticket {
  if (ticket.state === 'resolved' || isOver(ticket)) return openAgain(ticket, now)
  return ticket.state === 'waiting-customer' ? inState(ticket, 'open', now) : ticket
}

const reopened = (ticket: Ticket, text: string | undefined, now: Instant): Changed => ({
  ticket: openAgain(ticket, now),
  entry: { what: 'moved', internal: false, to: 'open', text },
})

function openAgain(ticket: Ticket, now: Instant): Ticket {
  const times = ticket.reopened + 1
  const raise = times >= reopensToRaise && (ticket.priority === 'normal' || ticket.priority === 'low')
  return { ...inState(ticket, 'open', now), reopened: times, priority: raise ? 'high' : ticket.priority }
}

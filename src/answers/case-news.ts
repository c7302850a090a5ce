import type { Post } from '../delivery/post.ts'
import type { Ticket } from '../support/ticket.ts'
import type { Answered } from './asking.ts'
import { termFact, textFact } from './facts.ts'
import { reply } from './reply.ts'
import { computed, ofTicket } from './sources.ts'
import { ticketFacts } from './ticket-facts.ts'

/** What the helpdesk reads in a case's thread. No customer sees any of it. */
export const kinds = [
  'case.claimed',
  'case.taken',
  'case.not-yours',
  'case.not-taken',
  'case.noted',
  'case.sent',
  'case.offered',
  'case.queued',
  'case.customer-left',
  'case.ended',
  'case.closed',
  'case.returned',
  'case.waits',
  'case.late',
  'case.not-delivered',
  'case.maybe-delivered',
  'case.thread-missing',
  'case.attachment',
  'case.confirmed',
  'case.rated',
  'case.reopened',
  'case.withdrawn',
  'case.no-role',
  'case.channel-set',
  'case.channel-known',
  'case.no-case',
  'case.what',
  'case.done',
  'case.linked',
  'case.no-helpdesk',
  'case.no-vehicle',
  'case.prepared',
] as const
export const terms = [
  'undelivered.unreachable',
  'undelivered.blocked',
  'undelivered.too-large',
  'undelivered.refused',
  'undelivered.no-answer',
  'late.respond',
  'late.resolve',
  'rated.good',
  'rated.bad',
] as const

export type CaseKind = (typeof kinds)[number]

/** A remark in the thread about its case; `name` is of the person that it is about. */
export const caseNews = (
  kind: CaseKind,
  ticket: Ticket,
  timeZone: string,
  more: { readonly name?: string; readonly text?: string; readonly term?: (typeof terms)[number] } = {},
): Answered =>
  reply(kind, {
    ...ticketFacts(ticket, timeZone),
    ...(more.name && { name: textFact(more.name, ofTicket(ticket, 'owner')) }),
    ...(more.text && { text: textFact(more.text, ofTicket(ticket, 'trail')) }),
    ...(more.term && { why: termFact(more.term, computed('what the channel answered', [])) }),
  })

/** A remark that is about no case. */
export const deskNews = (kind: CaseKind): Answered => reply(kind, {})

/** Why something did not arrive, as people call it. */
export function whyUndelivered({ state, reason }: Pick<Post, 'state' | 'reason'>): (typeof terms)[number] {
  if (state === 'unknown') return 'undelivered.no-answer'
  if (reason === 'no-address' || reason?.startsWith('404')) return 'undelivered.unreachable'
  if (reason?.startsWith('403')) return 'undelivered.blocked'
  return reason?.startsWith('413') ? 'undelivered.too-large' : 'undelivered.refused'
}

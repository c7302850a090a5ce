import { caseLine, talkOf, ticketOfPost } from '../conversation/desk/posts.ts'
import { deliveries, deliverySchema, lineOf } from '../delivery/line.ts'
import type { Post } from '../delivery/post.ts'
import { talkLine } from '../delivery/talk-line.ts'
import { every } from '../ledger/every.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { handoffsOf } from '../support/handoff.ts'
import { beyond, type Ticket } from '../support/ticket.ts'

/** A message of a ticket and what became of it. */
export type CaseDelivery = { readonly to: 'customer' | 'helpdesk'; readonly post: Post }

/** Whether somebody has to look at it: it did not arrive, or perhaps not. */
export const isLost = ({ post: { state } }: CaseDelivery): boolean => state === 'failed' || state === 'unknown'

/** Everything that was sent of Saldo's own accord for a ticket, to either side, and what still waits; in the order in which it was queued. */
export async function caseDeliveries(reading: Reading, ticket: Ticket): Promise<readonly CaseDelivery[]> {
  const talk = await talkOf(reading, ticket)
  const talks = [talk, ...(await handoffsOf(reading, ticket.id)).map((handoff) => handoff.talk)]
  const places = new Map<string, CaseDelivery['to']>([[caseLine(ticket.id), 'helpdesk']])
  for (const place of talks) if (place) places.set(talkLine(place), 'customer')
  const found: CaseDelivery[] = []
  for (const [line, to] of places) {
    const range = { index: 'line', from: `${line}|`, to: `${line}|${beyond}` }
    for await (const { data } of every(reading, deliveries, range))
      found.push({ to, post: recordOf(deliverySchema, data) })
    found.push(...((await lineOf(reading, line))?.posts ?? []).map((post) => ({ to, post })))
  }
  const own = found.filter(({ post }) => ticketOfPost(post) === ticket.id)
  return own.sort((a, b) => (a.post.queuedAt < b.post.queuedAt ? -1 : a.post.queuedAt > b.post.queuedAt ? 1 : 0))
}

/** A delivery as scripts read it: what it was and what became of it. The words stand in the trail. */
export const deliveryJson = ({ to, post }: CaseDelivery) => ({
  id: post.id,
  to,
  how: post.how,
  what: post.content?.kind,
  state: post.state,
  reason: post.reason,
  attempts: post.attempts,
  queuedAt: post.queuedAt,
  settledAt: post.settledAt,
})

import { type Delivery, deliveries, deliverySchema, lineOf } from '../../delivery/line.ts'
import { talkLine } from '../../delivery/talk-line.ts'
import { hash, seedOf } from '../../language/hashing.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import { beyond, type Ticket } from '../../support/ticket.ts'
import { talkOf, ticketOfPost } from './posts.ts'

/** Something that surely or perhaps did not reach the customer, and that nobody has sent again. */
export type Undelivered = {
  readonly post: Delivery
  /** Names it in a click: clicked twice, it is sent again once. */
  readonly mark: string
}

/** What of a ticket did not reach the customer, oldest first. Nothing is ever sent again by itself. */
export async function undeliveredOf(reading: Reading, ticket: Ticket): Promise<readonly Undelivered[]> {
  const to = await talkOf(reading, ticket)
  if (!to) return []
  const id = talkLine(to)
  const range = { from: `${id}|${ticket.openedAt}`, to: `${id}|${beyond}` }
  const [settled, line] = await Promise.all([
    reading.find(deliveries, { index: 'line', ...range }),
    lineOf(reading, id),
  ])
  const posts = settled.items.filter(({ data }) => ticketOfPost(data) === ticket.id)
  const known = [...posts.map((post) => post.id), ...(line?.posts ?? []).map((post) => post.id)]
  return posts
    .map(({ data }) => ({ post: recordOf(deliverySchema, data), mark: markOf(data.id) }))
    .filter(({ post }) => isLost(post) && !known.includes(`${post.id}|again`))
}

const isLost = ({ state, how }: Delivery): boolean => how === 'send' && (state === 'failed' || state === 'unknown')

const seeds = ['undelivered', 'send again'].map(seedOf)
/** Short for the post's id, which is longer than a button may carry. */
const markOf = (id: string): string => seeds.map((seed) => (hash(seed, id) >>> 0).toString(36)).join('.')

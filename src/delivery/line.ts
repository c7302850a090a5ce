import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { instantSchema } from '../values/schemas.ts'
import { type Post, postSchema } from './post.ts'

/** Where a line leads. `serviceUrl` comes from an authenticated turn of that very conversation or team, never from anywhere else. */
export const destinationSchema = z.discriminatedUnion('kind', [
  /** A person's private chat with the bot. */
  z.object({
    kind: z.literal('talk'),
    channel: z.string(),
    serviceUrl: z.string(),
    conversation: z.string(),
    tenant: z.string(),
  }),
  /** A thread in a channel of the partner's team; the line's first message begins it. */
  z.object({
    kind: z.literal('thread'),
    channel: z.string(),
    serviceUrl: z.string(),
    /** Teams' id of the channel, `19:...@thread.tacv2`. */
    teamsChannel: z.string(),
    tenant: z.string(),
    /** Known once the thread was begun. */
    conversation: z.string().optional(),
  }),
])
export type Destination = z.output<typeof destinationSchema>

/** What is to be sent to one conversation, in order: the next only when the one before has settled. One process at a time works on a line. */
export const lineSchema = z.object({
  id: z.string(),
  to: destinationSchema,
  /** When its first post may be sent; while a process works on it, until when that process has it. Absent while nothing waits. */
  due: instantSchema.optional(),
  /** Who works on it, while somebody does. */
  holder: z.string().optional(),
  posts: z.array(postSchema),
  /** The channel's ids of messages that later posts may change, by name; the oldest go first. */
  names: z.record(z.string(), z.string()),
})
export type Line = z.output<typeof lineSchema>

export const lines: Collection<z.input<typeof lineSchema>> = {
  name: 'lines',
  indexes: { due: ({ due }) => due, conversation: ({ to }) => to.conversation },
  // A file for each of 256 parts: with one for each private chat, writing to ten thousand people stood still while theirs were written.
  partition: ({ id }) => String(partOf(id)),
}

const parts = 256

function partOf(id: string): number {
  let part = 0
  for (const character of id) part = (part * 31 + (character.codePointAt(0) ?? 0)) % parts
  return part
}

/** A post that has settled: the delivery ledger. */
export const deliverySchema = postSchema.extend({ line: z.string() })
export type Delivery = z.output<typeof deliverySchema>

export const deliveries: Collection<z.input<typeof deliverySchema>> = {
  name: 'deliveries',
  indexes: {
    line: ({ line, settledAt }) => `${line}|${settledAt}`,
    state: ({ state, settledAt }) => `${state}|${settledAt}`,
  },
  // What settles on one day is written together, and hardly ever read again.
  partition: ({ settledAt, queuedAt }) => (settledAt ?? queuedAt).slice(0, 10),
}

export type NewPost = Pick<Post, 'id' | 'how' | 'name' | 'content'>

/** Queues posts at the end of a line, which is made where there is none. A post that was queued before, or has settled, changes nothing. */
export async function queuePosts(
  unit: Unit,
  { id, to, now }: { readonly id: string; readonly to: Destination; readonly now: Instant },
  posts: readonly NewPost[],
): Promise<void> {
  const stored = await readLine(unit, id)
  const line: Line = stored ? { ...stored.line, to: rerouted(stored.line.to, to) } : { id, to, posts: [], names: {} }
  const fresh: Post[] = []
  for (const post of posts) {
    const isKnown =
      [...line.posts, ...fresh].some((other) => other.id === post.id) || (await unit.get(deliveries, post.id))
    if (!isKnown) fresh.push({ ...post, state: 'queued', queuedAt: now, attempts: 0 })
  }
  if (fresh.length === 0) return
  const queued: Line = { ...line, posts: [...line.posts, ...fresh], due: line.due ?? now }
  putLine(unit, queued, stored?.revision ?? 0)
}

/** The way there may have changed since the line was made; a thread that was begun stays. */
const rerouted = (known: Destination, to: Destination): Destination =>
  known.kind === 'thread' && to.kind === 'thread' ? { ...to, conversation: known.conversation ?? to.conversation } : to

export type StoredLine = { readonly line: Line; readonly revision: number }

export async function readLine(reading: Reading, id: string): Promise<StoredLine | undefined> {
  const stored = await reading.get(lines, id)
  return stored && { line: recordOf(lineSchema, stored.data), revision: stored.revision }
}

export function putLine(unit: Unit, line: Line, revision: number): void {
  unit.put(lines, line.id, z.encode(lineSchema, line), revision)
}

export async function lineOf(reading: Reading, id: string): Promise<Line | undefined> {
  return (await readLine(reading, id))?.line
}

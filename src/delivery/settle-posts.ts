import { z } from 'zod'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { type Delivery, deliveries, deliverySchema, type Line, lineOf, putLine, type StoredLine } from './line.ts'
import type { Post } from './post.ts'

/**
 * Told of every post that settles, in the unit of work that notes it; it may queue posts, also on this line. A post that ended as `unknown`
 * comes a second time if it becomes known what became of it.
 */
export type Settled = (unit: Unit, line: Line, post: Delivery) => Promise<void>

/** Puts the line without these posts, which become deliveries; one that is empty is nobody's. Returns the line as it is then, and the deliveries. */
export async function settlePosts(
  unit: Unit,
  { line, revision }: StoredLine,
  ended: readonly Post[],
  { now, settled }: { readonly now: Instant; readonly settled: Settled },
): Promise<{ readonly line: Line; readonly ended: readonly Delivery[] }> {
  const all = [...ended, ...withoutThread(line, ended)]
  const gone = new Set(all.map(({ id }) => id))
  const posts = line.posts.filter(({ id }) => !gone.has(id))
  const rest: Line = { ...line, posts, ...(posts.length === 0 && { due: undefined, holder: undefined }) }
  putLine(unit, rest, revision)
  const noted = all.map((post): Delivery => ({ ...post, line: line.id, settledAt: now }))
  for (const delivery of noted) putDelivery(unit, delivery, 0)
  for (const delivery of noted) await settled(unit, rest, delivery)
  return { line: (await lineOf(unit, line.id)) ?? rest, ended: noted }
}

export function putDelivery(unit: Unit, delivery: Delivery, revision: number): void {
  unit.put(deliveries, delivery.id, z.encode(deliverySchema, delivery), revision)
}

/** Where the message that begins a thread did not arrive for sure, what follows it would begin a thread of its own and stand alone there. */
function withoutThread({ to, posts }: Line, ended: readonly Post[]): Post[] {
  const isBegun = to.kind === 'talk' || to.conversation !== undefined
  if (isBegun || !ended.some(({ how, state }) => how === 'send' && state !== 'sent')) return []
  return posts
    .filter(({ id }) => !ended.some((post) => post.id === id))
    .map((post) => ({ ...post, state: 'failed', reason: 'no-thread' }))
}

import { recordOf } from '../ledger/record.ts'
import type { Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import { revokeAddress } from './address.ts'
import type { Sent } from './channel.ts'
import { type Delivery, deliveries, deliverySchema, type Line, putLine, readLine, type StoredLine } from './line.ts'
import { lostBy } from './lost-by.ts'
import { pauseBefore } from './pause-before.ts'
import type { Post } from './post.ts'
import { putDelivery, type Settled, settlePosts } from './settle-posts.ts'

/** An attempt whose end is known. `now` is the time of the records, `passing` the one that leases and pauses go by. */
export type Outcome = {
  readonly line: string
  readonly post: Post
  readonly sent: Sent
  readonly holder: string
  readonly now: Instant
  readonly passing: Instant
  readonly random: () => number
  readonly settled: Settled
}

/** `lost`: somebody else has the line by now. `later`: it is tried again then, by whoever is there. */
export type Noted =
  | { readonly kind: 'settled' | 'lost'; readonly line?: Line; readonly ended: readonly Delivery[] }
  | { readonly kind: 'later'; readonly ended: readonly [] }

const maxNames = 200

/** Writes down what became of an attempt, or corrects what somebody else took to be unknown. */
export async function noteOutcome(unit: Unit, outcome: Outcome): Promise<Noted> {
  const { post, sent, holder, passing } = outcome
  const stored = await readLine(unit, outcome.line)
  if (!stored) return { kind: 'lost', ended: [] }
  const { line, revision } = stored
  const head = line.posts[0]
  // Nobody sends a post that is being sent, so this is still the attempt in question, whoever has the line.
  const isOpen = head?.id === post.id && head.state === 'sending' && head.attempts === post.attempts
  if (!isOpen) return { kind: 'lost', ended: await correct(unit, stored, outcome) }
  const isMine = line.holder === holder
  const pause = pauseOf(outcome)
  if (pause !== undefined) {
    const posts = [{ ...head, state: 'queued' as const }, ...line.posts.slice(1)]
    const free = isMine ? { due: later(passing, pause), holder: undefined } : {}
    putLine(unit, { ...line, posts, ...free }, revision)
    return { kind: isMine ? 'later' : 'lost', ended: [] }
  }
  const after = await afterwards(unit, line, outcome)
  const noted = await settlePosts(unit, { line: after, revision }, [endOf(head, sent)], outcome)
  return { kind: isMine ? 'settled' : 'lost', ...noted }
}

/** The line after a post of it has ended: what arrived is known, and what the channel does not have any more is not tried again. */
async function afterwards(unit: Unit, line: Line, { post, sent, now }: Outcome): Promise<Line> {
  if (sent.kind === 'sent') return arrived(line, post, sent)
  if (sent.kind !== 'refused') return line
  const lost = lostBy(sent.reason, post.how)
  if (lost === 'address' && line.to.kind === 'talk') await revokeAddress(unit, line.to, sent.reason, now)
  if (lost !== 'message' || post.name === undefined) return line
  return { ...line, names: renamed(line.names, post.name, false) }
}

function pauseOf({ post, sent, passing, random }: Outcome): number | undefined {
  if (sent.kind !== 'refused' || !sent.retry) return undefined
  const tried = Date.parse(passing) - Date.parse(post.triedAt ?? passing)
  return pauseBefore({ attempts: post.attempts, tried, after: sent.retry.after, random })
}

const endOf = (post: Post, sent: Sent): Post =>
  sent.kind === 'sent'
    ? { ...post, state: 'sent', reason: undefined, ...(sent.activity && { activity: sent.activity }) }
    : { ...post, state: sent.kind === 'refused' ? 'failed' : sent.kind, reason: sent.reason }

/** The line after a post of it arrived: what it is called by, and where the thread is that it began. */
function arrived(line: Line, { how, name }: Post, { activity, conversation }: Extract<Sent, { kind: 'sent' }>): Line {
  const begun = line.to.kind === 'thread' && line.to.conversation === undefined && conversation !== undefined
  return {
    ...line,
    to: begun ? { ...line.to, conversation } : line.to,
    names: how === 'update' || name === undefined ? line.names : renamed(line.names, name, how === 'send' && activity),
  }
}

function renamed(names: Line['names'], name: string, activity: string | false): Line['names'] {
  const others = Object.entries(names).filter(([known]) => known !== name)
  return Object.fromEntries(activity ? [...others, [name, activity]].slice(-maxNames) : others)
}

/** Somebody took the attempt for one that nobody knows the end of. We do. */
async function correct(
  unit: Unit,
  { line, revision }: StoredLine,
  { post, sent, now, settled }: Outcome,
): Promise<readonly Delivery[]> {
  const stored = await unit.get(deliveries, post.id)
  if (stored?.data.state !== 'unknown' || sent.kind === 'unknown') return []
  const known = recordOf(deliverySchema, stored.data)
  const delivery: Delivery = { ...endOf(known, sent), line: known.line, settledAt: now }
  const after = sent.kind === 'sent' ? arrived(line, post, sent) : line
  if (after !== line) putLine(unit, after, revision)
  putDelivery(unit, delivery, stored.revision)
  await settled(unit, after, delivery)
  return [delivery]
}

import type { Documents, Unit } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'
import type { Channel } from './channel.ts'
import type { Delivery, Line } from './line.ts'
import type { Pace } from './pace.ts'
import type { Post } from './post.ts'
import type { Settled } from './settle-posts.ts'

/**
 * Asked of each post in the unit of work that writes down that it is being sent: why it may not be sent any more, or nothing. What it reads and
 * must not change until then it holds (ledger/hold-account.ts).
 */
export type MaySend = (unit: Unit, line: Line, post: Post) => Promise<string | undefined>

/** What a courier works with. */
export type Carrying = {
  readonly documents: Documents
  readonly channel: Channel
  readonly clock: Clock
  /** The clock that leases and pauses go by. */
  readonly passing: Clock
  readonly pace: Pace
  /** Only goes forward. */
  readonly milliseconds: () => number
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** Within 0 and 1. */
  readonly random: () => number
  readonly settled: Settled
  readonly maySend: MaySend
  /** Told of each delivery once it is on disk. */
  readonly noted: (delivery: Delivery) => void
  /** Told of what went wrong on our side; the courier goes on. */
  readonly fault: (error: unknown) => void
  /** Who carries, unlike anybody else ever. */
  readonly holder: string
  readonly isStopping: () => boolean
}

/** Milliseconds that a line belongs to whoever took it. A send ends long before. */
export const leaseTime = 60_000

import type { Documents } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'
import type { Channel } from './channel.ts'
import type { Delivery } from './line.ts'
import type { Pace } from './pace.ts'
import type { Settled } from './settle-posts.ts'

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

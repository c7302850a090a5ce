import { type Instant, later } from '../values/day.ts'

/** Milliseconds that a process has for sending what it recorded; after that it is taken for dead. Sending takes less than one second, mostly. */
const sendingTime = 5_000

/** The turns that this process recorded lately, so that it is the one to send their replies. */
export class InHand {
  /** When each was recorded, oldest first. */
  readonly #since = new Map<string, Instant>()

  add(key: string, at: Instant): void {
    for (const [old, since] of this.#since) {
      if (isRecent(since, at)) break
      this.#since.delete(old)
    }
    this.#since.set(key, at)
  }

  /** Whether another process recorded this turn, so lately that it may be sending the replies now. */
  isElsewhere(key: string, recordedAt: Instant, now: Instant): boolean {
    return isRecent(recordedAt, now) && !this.#since.has(key)
  }
}

const isRecent = (at: Instant, now: Instant): boolean => now < later(at, sendingTime)

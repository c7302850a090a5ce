import type { Documents } from '../store/documents.ts'
import type { Clock, NewId } from '../values/clock.ts'
import { carryLine } from './carry-line.ts'
import type { Carrying, MaySend } from './carrying.ts'
import type { Channel } from './channel.ts'
import { claimLines } from './claim-lines.ts'
import type { Delivery, Line } from './line.ts'
import type { Pace } from './pace.ts'
import { runningClock } from './running-clock.ts'
import type { Settled } from './settle-posts.ts'

export type CourierTools = {
  readonly documents: Documents
  readonly channel: Channel
  readonly clock: Clock
  readonly newId: NewId
  readonly pace: Pace
  /** Only goes forward, whatever happens to `clock`. */
  readonly milliseconds: () => number
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** Within 0 and 1. */
  readonly random: () => number
  readonly settled?: Settled
  readonly maySend?: MaySend
  /** Told of each delivery once it is on disk. */
  readonly noted?: (delivery: Delivery) => void
  /** Told of what went wrong on our side. A line that it happened to is taken up again after its lease. */
  readonly fault: (error: unknown) => void
}

export type Courier = {
  /** Takes what is due, as far as there is room, and works on it. Resolves when that is done, with the number of posts that settled. */
  carry(): Promise<number>
  /** Takes what is due and begins to work on it; what is slow holds nothing else up. Resolves with what was begun. */
  begin(): Promise<readonly Promise<number>[]>
  /** Takes nothing more, and leaves every line after the post that is being sent. Resolves when all are left. */
  stop(): Promise<void>
}

/** Lines that one process works on at once: most of them wait for an answer of the channel, or for their pace. */
const atOnce = 1_000
/**
 * Lines that are taken in one unit of work: it fails when anybody queues on one of them in that moment. More and more as long as that goes well,
 * because each unit waits for the disk, and nothing of a large tenant leaves while a thousand lines of it are looked through.
 */
const together = { first: 25, most: 200 }

/** Carries posts to the channel: each line in order, many lines at once, any number of couriers on one store. */
export function courierOf(tools: CourierTools): Courier {
  let stopping = false
  const taking = new Set<Promise<unknown>>()
  const hands = handsOf(carryingOf(tools, () => stopping))

  async function begin(): Promise<readonly Promise<number>[]> {
    const begun: Promise<number>[] = []
    for (let limit = together.first; !stopping; limit = Math.min(2 * limit, together.most)) {
      const take = hands.take(limit)
      taking.add(take)
      const { works, more } = await take.finally(() => taking.delete(take))
      begun.push(...works)
      if (!more) break
    }
    return begun
  }

  return {
    begin,
    async carry() {
      const counts = await Promise.all(await begin())
      return counts.reduce((sum, count) => sum + count, 0)
    },
    async stop() {
      stopping = true
      await Promise.allSettled(taking)
      await hands.empty()
    },
  }
}

const carryingOf = (tools: CourierTools, isStopping: () => boolean): Carrying => ({
  ...tools,
  settled: tools.settled ?? (async () => undefined),
  maySend: tools.maySend ?? (async () => undefined),
  noted: tools.noted ?? (() => undefined),
  passing: runningClock(tools.clock, tools.milliseconds),
  holder: tools.newId(),
  isStopping,
})

/** The lines that this process works on. */
function handsOf(carrying: Carrying) {
  const inHand = new Map<string, Promise<number>>()
  function start(line: Line): Promise<number> {
    const work = carryLine(carrying, line)
      .catch((error: unknown) => {
        carrying.fault(error)
        return 0
      })
      .finally(() => inHand.delete(line.id))
    inHand.set(line.id, work)
    return work
  }
  return {
    /** Takes what is due, as far as there is room, and begins to work on it. */
    async take(limit: number): Promise<{ works: Promise<number>[]; more: boolean }> {
      const room = Math.min(atOnce - inHand.size, limit)
      if (room <= 0) return { works: [], more: false }
      const { claimed, more } = await claimLines(carrying, room)
      // A clock that is moved ends leases too early: what is in hand here stays in that hand.
      return { works: claimed.filter(({ id }) => !inHand.has(id)).map(start), more }
    },
    async empty(): Promise<void> {
      await Promise.all(inHand.values())
    },
  }
}

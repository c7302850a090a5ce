import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Courier, type CourierTools, courierOf } from '../../../src/delivery/courier.ts'
import { deliveryCollections } from '../../../src/delivery/delivery-collections.ts'
import {
  type Delivery,
  type Destination,
  deliveries,
  type Line,
  lineOf,
  type NewPost,
  queuePosts,
} from '../../../src/delivery/line.ts'
import { paceOf } from '../../../src/delivery/pace.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { instant, later } from '../../../src/values/day.ts'
import { type Outside, outside } from './outside.ts'

export const talk: Destination = {
  kind: 'talk',
  channel: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  conversation: 'a:1',
  tenant: 'customer',
}
export const thread: Destination = {
  kind: 'thread',
  channel: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  teamsChannel: '19:help@thread.tacv2',
  tenant: 'partner',
}

export const words = (id: string, more: Partial<NewPost> = {}): NewPost => ({
  id,
  how: 'send',
  content: { kind: 'words', by: 'Ana', text: id },
  ...more,
})

/** A store with its couriers, and time that passes only when somebody waits or a test says so. */
export type Office = {
  readonly documents: Documents
  readonly clock: FixedClock
  readonly outside: Outside
  readonly faults: unknown[]
  /** What was told of settled posts, `id: state reason`, in order. */
  readonly told: string[]
  /** Milliseconds since the beginning. */
  readonly time: { now: number }
  courier(more?: Partial<CourierTools>): Courier
  queue(id: string, to: Destination, ...posts: NewPost[]): Promise<void>
  line(id: string): Promise<Line | undefined>
  delivery(id: string): Promise<Pick<Delivery, 'state' | 'reason' | 'activity' | 'attempts'> | undefined>
  /** Lets time pass, on the clock too. */
  pass(milliseconds: number): void
  close(): Promise<void>
}

export async function openOffice(open = openFolder): Promise<Office> {
  const { documents, discard } = await open()
  const clock = fixedClock(instant('2026-11-22T10:00:00Z'))
  const time = { now: 0 }
  const faults: unknown[] = []
  const told: string[] = []
  const world = outside(() => time.now)
  return {
    documents,
    clock,
    outside: world,
    faults,
    told,
    time,
    courier: (more = {}) =>
      courierOf({
        documents,
        channel: world.channel,
        clock,
        newId: randomUUID,
        pace: paceOf(),
        milliseconds: () => time.now,
        wait: async (milliseconds) => {
          time.now += milliseconds
        },
        random: () => 0.5,
        settled: async () => undefined,
        noted: ({ id, state, reason }) => told.push([`${id}: ${state}`, reason].filter(Boolean).join(' ')),
        fault: (error) => faults.push(error),
        ...more,
      }),
    queue: (id, to, ...posts) => documents.change((unit) => queuePosts(unit, { id, to, now: clock.now() }, posts)),
    line: (id) => lineOf(documents, id),
    async delivery(id) {
      const stored = await documents.get(deliveries, id)
      if (!stored) return undefined
      const { state, reason, activity, attempts } = stored.data
      return { state, attempts, ...(reason !== undefined && { reason }), ...(activity !== undefined && { activity }) }
    },
    pass(milliseconds) {
      time.now += milliseconds
      clock.set(later(clock.now(), milliseconds))
    },
    async close() {
      await documents.close()
      await discard()
    },
  }
}

async function openFolder(): Promise<{ documents: Documents; discard(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-office-'))
  const documents = await openEmbedded({ folder, collections: deliveryCollections })
  return { documents, discard: async () => rmSync(folder, { recursive: true }) }
}

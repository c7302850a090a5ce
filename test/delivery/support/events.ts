import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addWebhook } from '../../../src/delivery/change-webhooks.ts'
import { deliveryCollections } from '../../../src/delivery/delivery-collections.ts'
import { type EventType, outgoingEvents, queueEvent, type Webhook } from '../../../src/delivery/event.ts'
import type { Received } from '../../../src/delivery/event-channel.ts'
import { type EventCourier, type EventCourierTools, eventCourierOf } from '../../../src/delivery/event-courier.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { instant, later } from '../../../src/values/day.ts'

type Answer = Received | 'no answer' | (() => Promise<Received>)

/** A store with webhooks, and time that passes only when a test says so. */
export type Post = {
  readonly documents: Documents
  readonly clock: FixedClock
  /** What was told, `webhook event`, in order. */
  readonly told: string[]
  /** How each webhook answers, first come first used; then everything is taken. */
  readonly answers: Map<string, Answer[]>
  readonly faults: unknown[]
  courier(more?: Partial<EventCourierTools>): EventCourier
  webhook(id: string, ...types: EventType[]): Promise<void>
  queue(id: string, type?: EventType): Promise<number>
  /** `state attempts reason` of an event on its way to a webhook. */
  state(event: string, webhook?: string): Promise<string | undefined>
  /** Seconds until it is tried again. */
  wait(event: string, webhook?: string): Promise<number | undefined>
  pass(seconds: number): void
  close(): Promise<void>
}

export async function openPost(): Promise<Post> {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-events-'))
  const documents = await openEmbedded({ folder, collections: deliveryCollections })
  const clock = fixedClock(instant('2026-11-22T10:00:00Z'))
  const time = { now: 0 }
  const told: string[] = []
  const faults: unknown[] = []
  const answers = new Map<string, Answer[]>()
  const tell = async ({ id }: Webhook, { event }: { event: string }): Promise<Received> => {
    told.push(`${id} ${event}`)
    const answer = answers.get(id)?.shift() ?? { kind: 'taken' }
    if (answer === 'no answer') return new Promise(() => undefined)
    return typeof answer === 'function' ? answer() : answer
  }
  const stored = async (event: string, webhook: string) =>
    (await documents.get(outgoingEvents, `${event}|${webhook}`))?.data
  return {
    documents,
    clock,
    told,
    answers,
    faults,
    courier: (more = {}) =>
      eventCourierOf({
        documents,
        channel: { tell },
        clock,
        milliseconds: () => time.now,
        random: () => 0.5,
        fault: (error) => faults.push(error),
        ...more,
      }),
    webhook: (id, ...types) =>
      addWebhook(documents, {
        id,
        url: `https://${id}.example/`,
        secret: `whsec_${randomUUID()}`,
        types: types.length > 0 ? types : ['saldo.ticket.changed'],
        addedAt: clock.now(),
      }),
    queue: (id, type = 'saldo.ticket.changed') =>
      documents.change((unit) =>
        queueEvent(unit, { id, type, subject: 'T-1000', data: { state: 'new' }, now: clock.now() }),
      ),
    async state(event, webhook = 'one') {
      const data = await stored(event, webhook)
      return data && [data.state, data.attempts, data.reason].filter((part) => part !== undefined).join(' ')
    },
    async wait(event, webhook = 'one') {
      const due = (await stored(event, webhook))?.due
      return due === undefined ? undefined : (Date.parse(due) - Date.parse(clock.now())) / 1000
    },
    pass(seconds) {
      time.now += seconds * 1000
      clock.set(later(clock.now(), seconds * 1000))
    },
    async close() {
      await documents.close()
      rmSync(folder, { recursive: true })
    },
  }
}

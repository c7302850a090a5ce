import { recordOf } from '../ledger/record.ts'
import { type Documents, RevisionConflict, type Unit } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'
import { type Instant, later } from '../values/day.ts'
import {
  type OutgoingEvent,
  outgoingEventSchema,
  outgoingEvents,
  type Webhook,
  webhookSchema,
  webhooks,
} from './event.ts'
import type { EventChannel, Received } from './event-channel.ts'
import { putBackEvent, settleEvent } from './note-event.ts'
import { runningClock } from './running-clock.ts'

export type EventCourierTools = {
  readonly documents: Documents
  readonly channel: EventChannel
  readonly clock: Clock
  /** Only goes forward, whatever happens to `clock`. */
  readonly milliseconds: () => number
  /** Within 0 and 1. */
  readonly random: () => number
  /** Whether an event is not to be told any more, or not yet; nothing when it may be. Asked each time before it is told. */
  readonly mayTell?: (unit: Unit, event: OutgoingEvent, now: Instant) => Promise<Objection | undefined>
  /** Told of every event that settles, in the unit of work that notes it. */
  readonly settled?: (unit: Unit, event: OutgoingEvent, now: Instant) => Promise<void>
  /** Told of each that settled once it is on disk. */
  readonly noted?: (event: OutgoingEvent) => void
  /** Told of what went wrong on our side. */
  readonly fault: (error: unknown) => void
}

export type Objection =
  | { readonly kind: 'never'; readonly reason: string }
  | { readonly kind: 'later'; readonly until: Instant }

export type EventCourier = {
  /** Takes what is due, and begins to tell it; what is slow holds nothing else up. */
  begin(): Promise<readonly Promise<void>[]>
  /** The same, and resolves when it is done. */
  carry(): Promise<void>
  /** Takes nothing more. Resolves when what is being told has ended. */
  stop(): Promise<void>
}

/** Milliseconds that a process has an event for: more than it takes to be told that nobody answers. */
const lease = 60_000
const atOnce = 128
/** Of one webhook; the others wait for one of these to end. */
const lanes = 4

/**
 * Tells the partner's systems of events, each at least once and until it is taken or given up, any number of couriers on one store. The order is
 * not promised. A webhook that does not take one is left alone until that one is tried again, so that it holds up no other.
 */
export function eventCourierOf(tools: EventCourierTools): EventCourier {
  const clock = runningClock(tools.clock, tools.milliseconds)
  const inHand = new Map<string, Promise<void>>()
  const ends = new Map<string, Promise<void>>()
  const telling: Telling = { ...tools, clock, resting: new Map() }
  let [stopping, count] = [false, 0]

  function start(event: OutgoingEvent): Promise<void> {
    count += 1
    const lane = `${event.webhook} ${count % lanes}`
    const work = (ends.get(lane) ?? Promise.resolve())
      .then(() => tellOne(telling, event))
      .catch(tools.fault)
      .finally(() => {
        inHand.delete(event.id)
        if (ends.get(lane) === work) ends.delete(lane)
      })
    inHand.set(event.id, work)
    ends.set(lane, work)
    return work
  }

  async function begin(): Promise<readonly Promise<void>[]> {
    const room = atOnce - inHand.size
    if (stopping || room <= 0) return []
    const claimed = await claimEvents(tools.documents, clock.now(), room)
    // A clock that is moved ends leases too early: what is in hand here stays in that hand.
    return claimed.filter(({ id }) => !inHand.has(id)).map(start)
  }

  return {
    begin,
    carry: async () => void (await Promise.all(await begin())),
    async stop() {
      stopping = true
      await Promise.allSettled(inHand.values())
    },
  }
}

/** `resting`: webhooks that did not take an event, and until when they are left alone. */
type Telling = EventCourierTools & { readonly resting: Map<string, Instant> }

async function tellOne(telling: Telling, claimed: OutgoingEvent): Promise<void> {
  const { documents, clock, resting, noted } = telling
  const before = clock.now()
  // Its lease is over: somebody else has it.
  if (claimed.due === undefined || claimed.due <= before) return
  const until = resting.get(claimed.webhook)
  if (until !== undefined && until > before) return putBackEvent(documents, claimed, until)
  const received = await toldOf(telling, claimed, before)
  if ('until' in received) return putBackEvent(documents, claimed, received.until)
  const { random, settled = async () => undefined } = telling
  const now = clock.now()
  const event = await documents.change((unit) => settleEvent(unit, { claimed, received, now, random, settled }))
  if (event?.state === 'queued' && event.due) resting.set(claimed.webhook, event.due)
  else if (received.kind === 'taken') resting.delete(claimed.webhook)
  if (event && event.state !== 'queued') noted?.(event)
}

async function toldOf(
  { documents, channel, mayTell = async () => undefined }: Telling,
  event: OutgoingEvent,
  now: Instant,
): Promise<Received | Extract<Objection, { kind: 'later' }>> {
  const { webhook, held } = await documents.change(async (unit) => ({
    webhook: await webhookOf(unit, event.webhook),
    held: await mayTell(unit, event, now),
  }))
  if (held) return held.kind === 'later' ? held : { kind: 'gone', reason: held.reason }
  return webhook ? channel.tell(webhook, event) : { kind: 'gone', reason: 'no-webhook' }
}

async function claimEvents(documents: Documents, now: Instant, limit: number): Promise<readonly OutgoingEvent[]> {
  const due = later(now, lease)
  try {
    const claimed = await documents.claim(outgoingEvents, {
      index: 'due',
      due: now,
      limit,
      lease: (data) => ({ ...data, due }),
    })
    return claimed.map(({ data }) => recordOf(outgoingEventSchema, data))
  } catch (error) {
    // Somebody queued at that moment: the next look finds it.
    if (error instanceof RevisionConflict) return []
    throw error
  }
}

async function webhookOf(unit: Unit, id: string): Promise<Webhook | undefined> {
  const stored = await unit.get(webhooks, id)
  return stored && recordOf(webhookSchema, stored.data)
}

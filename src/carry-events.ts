import { forgetRequests } from './access/api-request.ts'
import { webhookChannel } from './api/send-webhook.ts'
import { contactOf } from './collections/contact.ts'
import { requestSettled } from './collections/contact-settled.ts'
import { heldBack } from './collections/right-to-send.ts'
import { rightToTell } from './collections/right-to-tell.ts'
import type { OutgoingEvent } from './delivery/event.ts'
import { eventCourierOf, type Objection } from './delivery/event-courier.ts'
import { freeEvents } from './delivery/note-event.ts'
import type { Job } from './jobs/run-jobs.ts'
import type { Documents, Unit } from './store/documents.ts'
import { hashed, type Log } from './teams/log.ts'
import type { Clock } from './values/clock.ts'
import { type Instant, later } from './values/day.ts'

type Carrying = {
  readonly documents: Documents
  readonly clock: Clock
  readonly local: boolean
  /** Whether no other process has the store. */
  readonly alone: boolean
  readonly log: Log
  readonly fault: (error: unknown) => void
}

/** Milliseconds between two looks at what is due; a database is asked less often. */
const looksAlone = 500
const looksShared = 2_000
/** Milliseconds. */
const hour = 60 * 60_000
const quarter = 15 * 60_000

/** What the partner's systems are told of, and what the API remembers of their requests. */
export async function carryEvents(
  carrying: Carrying,
): Promise<{ readonly jobs: readonly Job[]; stop(): Promise<void> }> {
  const { documents, clock, local, alone, log, fault } = carrying
  if (alone) await freeEvents(documents, clock.now())
  const courier = eventCourierOf({
    documents,
    channel: webhookChannel({ local, wallClock: Date.now }),
    clock,
    milliseconds: () => performance.now(),
    random: Math.random,
    mayTell: stillDue,
    settled: requestSettled,
    noted: (event) => note(log, event),
    fault,
  })
  return {
    jobs: [
      { name: 'webhooks', every: alone ? looksAlone : looksShared, run: () => courier.begin() },
      { name: 'api requests', every: hour, run: () => forgetRequests(documents, clock.now()) },
    ],
    stop: () => courier.stop(),
  }
}

/** A reminder that goes by the partner's mail system needs the same right to be sent as one in Teams, at every try. */
async function stillDue(
  unit: Unit,
  { event, type, data }: OutgoingEvent,
  now: Instant,
): Promise<Objection | undefined> {
  if (type !== 'saldo.reminder.requested') return undefined
  const { contact: id, suspension } = data as { readonly contact?: unknown; readonly suspension?: unknown }
  if (suspension !== undefined) {
    const objection = await rightToTell(unit, { id: event }, now)
    return objection === undefined ? undefined : { kind: 'never', reason: objection }
  }
  const stored = typeof id === 'string' ? await contactOf(unit, id) : undefined
  if (!stored) return { kind: 'never', reason: 'no-contact' }
  const reason = await heldBack(unit, stored.contact, now)
  if (reason === undefined) return undefined
  return reason === 'outside-hours' ? { kind: 'later', until: later(now, quarter) } : { kind: 'never', reason }
}

function note(log: Log, { type, state, reason, webhook, attempts }: OutgoingEvent): void {
  if (state === 'failed') log.warn({ type, reason, attempts, webhook: hashed(webhook) }, 'an event was not taken')
}

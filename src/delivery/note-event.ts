import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Documents, Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import { type OutgoingEvent, outgoingEventSchema, outgoingEvents } from './event.ts'
import type { Received } from './event-channel.ts'
import { eventPause } from './event-pause.ts'

export type Noting = {
  readonly claimed: OutgoingEvent
  readonly received: Received
  readonly now: Instant
  readonly random: () => number
  readonly settled: (unit: Unit, event: OutgoingEvent, now: Instant) => Promise<void>
}

/**
 * Writes down what came of telling an event. One that somebody else has settled meanwhile stays as it is; that it was taken is noted whoever
 * has it now, so that it is not told again.
 */
export async function settleEvent(unit: Unit, noting: Noting): Promise<OutgoingEvent | undefined> {
  const { claimed, received, now, settled } = noting
  const stored = await unit.get(outgoingEvents, claimed.id)
  const known = stored && recordOf(outgoingEventSchema, stored.data)
  if (!stored || !known || known.state !== 'queued') return known
  if (received.kind !== 'taken' && known.due !== claimed.due) return known
  const event = after(known, noting)
  unit.put(outgoingEvents, event.id, z.encode(outgoingEventSchema, event), stored.revision)
  if (event.state !== 'queued') await settled(unit, event, now)
  return event
}

function after(known: OutgoingEvent, { received, now, random }: Noting): OutgoingEvent {
  const attempts = known.attempts + 1
  const ended = { ...known, attempts, due: undefined, settledAt: now }
  if (received.kind === 'taken') return { ...ended, state: 'sent', reason: undefined }
  const { reason } = received
  const maybe = received.kind === 'refused' && !surelyNot.includes(reason) ? true : known.maybe
  if (received.kind === 'gone') return { ...ended, state: 'failed', reason }
  const tried = Date.parse(now) - Date.parse(known.at)
  const pause = eventPause({ attempts, tried, after: received.after, random })
  if (pause === undefined) return { ...ended, state: 'failed', reason, maybe }
  return { ...known, attempts, due: later(now, pause), reason, maybe }
}

/** What is answered, or what happens, before anything was taken. Anything else may have been taken all the same. */
const surelyNot: readonly string[] = [
  ...['econnrefused', 'enotfound', 'eai_again', 'ehostunreach', 'enetunreach', 'private-address'],
  ...['400', '401', '403', '404', '405', '413', '415', '429'],
]

/** Leaves an event for then, untried. */
export async function putBackEvent(documents: Documents, claimed: OutgoingEvent, due: Instant): Promise<void> {
  await documents.change(async (unit) => {
    const stored = await unit.get(outgoingEvents, claimed.id)
    const known = stored && recordOf(outgoingEventSchema, stored.data)
    if (!stored || known?.state !== 'queued' || known.due !== claimed.due) return
    unit.put(outgoingEvents, claimed.id, z.encode(outgoingEventSchema, { ...known, due }), stored.revision)
  })
}

/** For the one process that has the store to itself, when it starts: nobody tells any event, whatever stands there of leases and of a clock that was moved. */
export async function freeEvents(documents: Documents, now: Instant): Promise<void> {
  const { items } = await documents.find(outgoingEvents, { index: 'due' })
  for (const { data } of items) {
    const event = recordOf(outgoingEventSchema, data)
    if (event.due !== undefined && event.due > now) await putBackEvent(documents, event, now)
  }
}

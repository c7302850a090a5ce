import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Json, Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { instantSchema } from '../values/schemas.ts'

/** What the partner's own systems can be told of (CloudEvents `type`). The last one asks the partner's mail system to write to a person. */
export const eventTypes = [
  'saldo.ticket.changed',
  'saldo.promise.made',
  'saldo.promise.kept',
  'saldo.promise.broken',
  'saldo.suspension.changed',
  'saldo.delivery.settled',
  'saldo.payables.at-risk',
  'saldo.reminder.requested',
] as const
export type EventType = (typeof eventTypes)[number]

/** Where the partner's systems take events: https, signed with a secret that only both know. */
export const webhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  secret: z.string(),
  types: z.array(z.enum(eventTypes)).min(1),
  addedAt: instantSchema,
})
export type Webhook = z.output<typeof webhookSchema>

export const webhooks: Collection<z.input<typeof webhookSchema>> = {
  name: 'webhooks',
  indexes: { type: ({ types }) => types },
  partition: () => 'all',
}

/** An event on its way to one webhook. It is queued in the unit of work that causes it, and tried until it is taken or given up. */
export const outgoingEventSchema = z.object({
  /** `${event}|${webhook}` */
  id: z.string(),
  /** The event's own id, the same at every webhook and every try: who takes it twice can tell. */
  event: z.string(),
  webhook: z.string(),
  type: z.enum(eventTypes),
  /** What it is about, such as `T-1042`. */
  subject: z.string(),
  data: z.custom<Json>(),
  at: instantSchema,
  state: z.enum(['queued', 'sent', 'failed']),
  attempts: z.int(),
  /** When it is tried next; while a process tries it, until when it has it. Absent when it has settled. */
  due: instantSchema.optional(),
  settledAt: instantSchema.optional(),
  reason: z.string().optional(),
  /** A try of which nobody knows whether it arrived. */
  maybe: z.boolean().optional(),
})
export type OutgoingEvent = z.output<typeof outgoingEventSchema>

export const outgoingEvents: Collection<z.input<typeof outgoingEventSchema>> = {
  name: 'outgoing_events',
  indexes: { due: ({ due }) => due, state: ({ state, at }) => `${state}|${at}` },
  partition: ({ at }) => at.slice(0, 7),
}

export type NewEvent = Pick<OutgoingEvent, 'type' | 'subject' | 'data'> & {
  /** Made from what caused it: queued twice, it is one event. */
  readonly id: string
  readonly now: Instant
}

export async function webhooksFor(reading: Reading, type: EventType): Promise<readonly Webhook[]> {
  const { items } = await reading.find(webhooks, { index: 'type', equals: type })
  return items.map(({ data }) => recordOf(webhookSchema, data))
}

/** Queues an event for every webhook that wants its type. Says for how many. */
export async function queueEvent(unit: Unit, { id, type, subject, data, now }: NewEvent): Promise<number> {
  const wanting = await webhooksFor(unit, type)
  for (const webhook of wanting) {
    const key = `${id}|${webhook.id}`
    if (await unit.get(outgoingEvents, key)) continue
    const event: OutgoingEvent = {
      id: key,
      event: id,
      webhook: webhook.id,
      type,
      subject,
      data,
      at: now,
      state: 'queued',
      attempts: 0,
      due: now,
    }
    unit.put(outgoingEvents, key, z.encode(outgoingEventSchema, event), 0)
  }
  return wanting.length
}

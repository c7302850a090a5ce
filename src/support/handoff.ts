import { z } from 'zod'
import { personRefSchema } from '../access/actor.ts'
import { destinationSchema } from '../delivery/line.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { idSchema, instantSchema } from '../values/schemas.ts'

/**
 * queued: anybody of the helpdesk may take it. offered: to one agent, until the offer lapses. active: the owner and the customer write to each
 * other, the bot is silent. wrap-up: the customer has the bot back, the owner writes down how it ended. closed: wrapped up.
 * returned: the bot has it back without that anybody closed it.
 */
export const handoffStates = ['queued', 'offered', 'active', 'wrap-up', 'closed', 'returned'] as const

export const handoffSchema = z.object({
  /** `T-1042.1`: the first time that somebody was asked for on this ticket. */
  id: z.string(),
  ticket: z.string(),
  customer: idSchema<CustomerId>(),
  person: personRefSchema,
  language: z.enum(languages),
  /** The customer's person in this very conversation. */
  place: z.string(),
  talk: destinationSchema,
  state: z.enum(handoffStates),
  queue: z.string(),
  /** Exactly while active and wrap-up. */
  owner: personRefSchema.optional(),
  /** Exactly while offered. */
  offeredTo: personRefSchema.optional(),
  openedAt: instantSchema,
  since: instantSchema,
  /** The customer agreed that what was said before is shown, and what it was. */
  transcript: z.array(z.object({ by: z.enum(['customer', 'saldo']), at: instantSchema, text: z.string() })).optional(),
  endedBy: z.enum(['customer', 'agent', 'saldo']).optional(),
  /** An offer lapses, or somebody has waited for long. */
  due: instantSchema.optional(),
  /** How often the helpdesk was told that somebody waits. */
  alarms: z.int(),
})
export type Handoff = z.output<typeof handoffSchema>

/** The customer waits for somebody, or has them. */
export const isLive = ({ state }: Pick<Handoff, 'state'>): boolean =>
  state === 'queued' || state === 'offered' || state === 'active'
export const isWaiting = ({ state }: Pick<Handoff, 'state'>): boolean => state === 'queued' || state === 'offered'
/** Somebody has it, or still has to wrap it up. */
export const isOwned = ({ state }: Pick<Handoff, 'state'>): boolean => state === 'active' || state === 'wrap-up'

export const handoffs: Collection<z.input<typeof handoffSchema>> = {
  name: 'handoffs',
  indexes: {
    place: (handoff) => (isLive(handoff) ? handoff.place : undefined),
    ticket: ({ ticket }) => ticket,
    state: ({ state, openedAt }) => `${state}|${openedAt}`,
    openedAt: ({ openedAt }) => openedAt,
    due: ({ due }) => due,
  },
  partition: ({ ticket }) => `part-${Number(ticket.slice(2)) % 64}`,
}

/** The handoff that somebody waits in or is talking in, in this conversation. */
export async function liveHandoff(reading: Reading, place: string): Promise<Handoff | undefined> {
  const { items } = await reading.find(handoffs, { index: 'place', equals: place, limit: 1 })
  return items[0] && recordOf(handoffSchema, items[0].data)
}

/** The handoffs of a ticket, the newest first. */
export async function handoffsOf(reading: Reading, ticket: string): Promise<readonly Handoff[]> {
  const { items } = await reading.find(handoffs, { index: 'ticket', equals: ticket })
  const all = items.map(({ data }) => recordOf(handoffSchema, data))
  return all.sort((a, b) => numberOf(b) - numberOf(a))
}

const numberOf = ({ id }: Handoff): number => Number(id.slice(id.lastIndexOf('.') + 1))

import { z } from 'zod'
import { personRefSchema } from '../access/actor.ts'
import { destinationSchema } from '../delivery/line.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import type { CustomerId, DisputeId, InvoiceId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { idSchema, instantSchema } from '../values/schemas.ts'

export const ticketStates = [
  'new',
  'open',
  'waiting-customer',
  'waiting-microsoft',
  'resolved',
  'closed',
  'withdrawn',
] as const
export type TicketState = (typeof ticketStates)[number]

/** By impact: work stands still for everybody, for several, for one or nobody yet; low is a question. */
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]

export const ticketKinds = ['commercial', 'technical'] as const
export type TicketKind = (typeof ticketKinds)[number]

/** One entry of the audit trail. `internal` ones no customer ever sees. */
export const eventSchema = z.object({
  /** Made from what caused it: the same cause twice is one entry. */
  id: z.string().min(1),
  at: instantSchema,
  by: z.union([personRefSchema.extend({ side: z.enum(['customer', 'staff']) }), z.literal('saldo')]),
  what: z.enum([
    'opened',
    'said',
    'filed',
    'replied',
    'noted',
    'moved',
    'owned',
    'released',
    'prioritised',
    'linked',
    'escalated',
    'disputed',
    'late',
    'rated',
    'undelivered',
    'edited',
    'removed',
  ]),
  internal: z.boolean(),
  text: z.string().max(40_000).optional(),
  /** For a change: what it became. */
  to: z.string().optional(),
})
export type TicketEvent = z.output<typeof eventSchema>

export const ticketSchema = z.object({
  /** `T-1042`. */
  id: z.string().regex(/^T-\d{4,}$/),
  customer: idSchema<CustomerId>(),
  /** Whose ticket it is. */
  person: personRefSchema,
  language: z.enum(languages),
  /** Where the person wrote from: what has to be told later goes there. */
  talk: destinationSchema.optional(),
  kind: z.enum(ticketKinds),
  /** An intent of the vocabulary: what it is about. */
  topic: z.string(),
  /** Code of the online service, as in `boundaries.ts`. */
  service: z.string().optional(),
  about: z.object({
    invoice: idSchema<InvoiceId>().optional(),
    /** The bill's number as people know it. */
    number: z.string().optional(),
    lines: z.array(z.int().min(1)).optional(),
    product: z.string().optional(),
    period: z.string().optional(),
  }),
  /** The same problem of the same customer: one ticket. */
  cause: z.string(),
  /** The same problem of many customers; nothing where it cannot be the same. */
  problemKey: z.string().optional(),
  problem: z.string().optional(),
  dispute: idSchema<DisputeId>().optional(),
  escalation: z.string().optional(),
  state: z.enum(ticketStates),
  priority: z.enum(priorities),
  queue: z.string(),
  owner: personRefSchema.optional(),
  openedAt: instantSchema,
  /** When it came into this state. */
  since: instantSchema,
  clock: z.object({
    /** When the first answer is due, and a solution: business time, moved on by the time that the customer is waited for. */
    respondBy: instantSchema.optional(),
    resolveBy: instantSchema.optional(),
    respondedAt: instantSchema.optional(),
    /** The customer is waited for since then: the clock stands. */
    stoodAt: instantSchema.optional(),
    /** Of which targets somebody was told that they are missed. */
    missed: z.array(z.enum(['respond', 'resolve'])),
  }),
  /** When the ticket clock has to look at it next. */
  due: instantSchema.optional(),
  /** What was asked when it was taken in; without an answer: passed over. */
  intake: z.array(z.object({ question: z.string(), answer: z.string().optional() })),
  /** What was tried before a person had it. */
  tried: z.array(z.object({ what: z.string(), text: z.string().optional() })),
  trail: z.array(eventSchema),
  reopened: z.int(),
  rating: z.object({ good: z.boolean(), text: z.string().max(1000).optional(), at: instantSchema }).optional(),
})
export type Ticket = z.output<typeof ticketSchema>

/** Nothing more is to be done, unless it is opened again. */
export const isOver = ({ state }: Pick<Ticket, 'state'>): boolean => state === 'closed' || state === 'withdrawn'
/** Somebody still has to do something. */
export const isOpen = (ticket: Pick<Ticket, 'state'>): boolean => !isOver(ticket) && ticket.state !== 'resolved'

export const tickets: Collection<z.input<typeof ticketSchema>> = {
  name: 'tickets',
  indexes: {
    customer: ({ customer, openedAt }) => `${customer}|${openedAt}`,
    cause: ({ customer, cause }) => `${customer}|${cause}`,
    problemKey: ({ problemKey }) => problemKey,
    state: ({ state, openedAt }) => `${state}|${openedAt}`,
    openedAt: ({ openedAt }) => openedAt,
    due: ({ due }) => due,
  },
  partition: ({ id }) => `part-${Number(id.slice(2)) % 64}`,
}

export async function ticketOf(reading: Reading, id: string): Promise<Ticket | undefined> {
  const stored = await reading.get(tickets, id)
  return stored && recordOf(ticketSchema, stored.data)
}

/** What has no end in an index range. */
export const beyond = '￿'

/** A customer's tickets, newest first. */
export async function ticketsOfCustomer(reading: Reading, customer: CustomerId): Promise<readonly Ticket[]> {
  const range = { from: `${customer}|`, to: `${customer}|${beyond}` }
  const { items } = await reading.find(tickets, { index: 'customer', ...range, order: 'descending' })
  return items.map(({ data }) => recordOf(ticketSchema, data))
}

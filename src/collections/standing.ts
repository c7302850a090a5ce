import { z } from 'zod'
import { personRefSchema } from '../access/actor.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { daySchema, idSchema, instantSchema, moneySchema } from '../values/schemas.ts'

const invoiceId = idSchema<InvoiceId>()
/** A person, or the partner's own system by the name of its key. */
const bySchema = z.union([personRefSchema, z.object({ key: z.string() }), z.literal('saldo')])

/** A customer said when it will pay what. It holds the reminders of those bills alone. */
export const promiseSchema = z.object({
  /** Made from what caused it. */
  id: z.string(),
  invoices: z.array(invoiceId).min(1),
  amount: moneySchema,
  /** The last day on which it is kept, in the customer's time zone. */
  by: daySchema,
  madeOn: daySchema,
  person: personRefSchema,
  /** What payments and credit notes had taken off those bills when it was made: what comes after counts for it. */
  settledBefore: moneySchema,
  state: z.enum(['open', 'kept', 'broken', 'withdrawn']),
  endedOn: daySchema.optional(),
})
export type Promised = z.output<typeof promiseSchema>

/** Why reminders of a customer, or of one bill, wait. `exempt` and `held` are the partner's, `later` and `paid` (says so) the customer's. */
export const holdSchema = z.object({
  id: z.string(),
  kind: z.enum(['exempt', 'held', 'later', 'paid']),
  /** All bills when left out. */
  invoice: invoiceId.optional(),
  reason: z.string(),
  from: daySchema,
  /** The last day on which it holds; until it is released when left out. */
  until: daySchema.optional(),
  by: bySchema,
  releasedAt: instantSchema.optional(),
})
export type Hold = z.output<typeof holdSchema>

/** The stage that a bill has reached. */
const reachedSchema = z.object({ invoice: invoiceId, stage: z.string(), on: daySchema, contact: z.string().optional() })

/** How the collections stand with one customer: all that deciding goes by besides the ledger and the policy. One document, so that two cannot decide at once. */
export const standingSchema = z.object({
  customer: idSchema<CustomerId>(),
  /** One entry a bill and stage, the oldest first. */
  reached: z.array(reachedSchema),
  /** When the customer was written to: what the cap counts. Held back and failed ones are not here. */
  contacted: z.array(z.object({ contact: z.string(), on: daySchema })),
  promises: z.array(promiseSchema),
  holds: z.array(holdSchema),
  /** Since when the customer wants no courtesies: reminders before the due date, and notices. */
  stopped: z.object({ at: instantSchema, by: personRefSchema }).optional(),
  /** Notices that were given: `renewal|subscription|2026-12-01`. */
  noticed: z.array(z.string()),
  /** The suspension that goes on. */
  suspension: z.string().optional(),
  /** The last day that was decided, in the customer's time zone. */
  decidedOn: daySchema.optional(),
  /** When to look at it again; now, when something has changed. */
  due: instantSchema.optional(),
})
export type Standing = z.output<typeof standingSchema>

export const standings: Collection<z.input<typeof standingSchema>> = {
  name: 'standings',
  indexes: { due: ({ due }) => due },
  partition: ({ customer }) => customer,
}

export type StoredStanding = { readonly standing: Standing; readonly revision: number }

const fresh = (customer: CustomerId): Standing => ({
  customer,
  reached: [],
  contacted: [],
  promises: [],
  holds: [],
  noticed: [],
})

/** How it stands with a customer; revision 0 where nothing was decided yet. */
export async function standingOf(reading: Reading, customer: CustomerId): Promise<StoredStanding> {
  const stored = await reading.get(standings, customer)
  if (!stored) return { standing: fresh(customer), revision: 0 }
  return { standing: recordOf(standingSchema, stored.data), revision: stored.revision }
}

export function putStanding(unit: Unit, standing: Standing, revision: number): void {
  unit.put(standings, standing.customer, z.encode(standingSchema, standing), revision)
}

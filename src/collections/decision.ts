import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { daySchema, idSchema, moneySchema } from '../values/schemas.ts'
import { stageActions } from './policy.ts'

/** Why a customer is written to on a day, or why not; and why a bill is in it, or why not. Every customer and day has exactly one, every open bill too. */
export const reasons = [
  /** A stage was reached: contact, or something for staff. */
  'stage',
  'no-policy',
  'nothing-open',
  /** No stage has come yet. */
  'not-yet',
  /** The stage that holds was done; `next` says when the next comes. */
  'done',
  /** All stages are done: a person decides what is next. */
  'end',
  'below-minimum',
  'disputed',
  'promised',
  'exempt',
  'held',
  /** The customer said that it has paid. */
  'says-paid',
  /** "Remind me later." */
  'later',
  /** The customer wants no courtesies. */
  'stopped',
  /** The payment data is older than the policy allows. */
  'stale-payments',
  'cap',
  /** No day on which this customer is written to: the next one is. */
  'closed-day',
  /** A suspension goes on: it speaks for itself. */
  'suspension',
] as const
export type Reason = (typeof reasons)[number]

const billSchema = z.object({
  invoice: idSchema<InvoiceId>(),
  number: z.string(),
  /** Open, less what is disputed. */
  amount: moneySchema,
  /** Under dispute. */
  disputed: moneySchema.optional(),
  /** As revised by a decided dispute, where there is one. */
  dueOn: daySchema,
  /** The latest stage whose day has come. */
  stage: z.string().optional(),
  reason: z.enum(reasons),
})

/** What was decided for one customer on one day, and why. */
export const decisionSchema = z.object({
  customer: idSchema<CustomerId>(),
  day: daySchema,
  /** `contact`: the customer is written to. `staff`: a person or a proposal of suspension. A day can be both: then it is `contact` and `staff` is set. */
  kind: z.enum(['contact', 'staff', 'none']),
  reason: z.enum(reasons),
  /** The latest stage among the bills written about. */
  stage: z.string().optional(),
  /** What staff gets to do. */
  staff: z.enum(stageActions).optional(),
  /** Every open bill. Those with the reason `stage` are written about, or handed to staff. */
  bills: z.array(billSchema),
  /** The next day on which something comes, as things stand. */
  next: z.object({ on: daySchema, stage: z.string() }).optional(),
  policy: z.object({ name: z.string(), effective: daySchema }).optional(),
})
export type Decision = z.output<typeof decisionSchema>

/** A month of one customer's decisions, by day: the log that says why somebody was written to or not. */
export const decisionMonthSchema = z.object({
  customer: idSchema<CustomerId>(),
  /** `2026-11` */
  month: z.string(),
  days: z.record(z.string(), decisionSchema),
})

export const decisionMonths: Collection<z.input<typeof decisionMonthSchema>> = {
  name: 'decision_months',
  indexes: { customer: ({ customer, month }) => `${customer}|${month}`, month: ({ month }) => month },
  partition: ({ customer }) => customer,
}

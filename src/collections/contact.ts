import { z } from 'zod'
import { personRefSchema } from '../access/actor.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { CustomerId, InvoiceId, SubscriptionId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { daySchema, idSchema, instantSchema, moneySchema, periodSchema } from '../values/schemas.ts'
import { noticeKinds } from './policy.ts'

/** What a contact says of one bill, as it stood when it was decided. */
const billSchema = z.object({
  invoice: idSchema<InvoiceId>(),
  number: z.string(),
  /** What is due of it: open, less what is disputed. */
  amount: moneySchema,
  dueOn: daySchema,
  period: periodSchema,
  /** The stage that it reached with this; where that is nothing new, the one before, which no stage of the policy may be. */
  stage: z.string(),
})

/** What the policy adds for lateness: told, logged, and never put on a bill by Saldo. */
const feeSchema = z.object({ invoice: idSchema<InvoiceId>(), amount: moneySchema, rule: z.string() })

/** `held`: the right to send was gone when its turn came. `unknown`: it may have arrived, and is never repeated by itself. */
export const recipientStates = ['queued', 'sent', 'held', 'failed', 'unknown'] as const

/** What became of a contact for one person, or for the partner's mail system (`person` absent). */
export const recipientSchema = z.object({
  person: personRefSchema.optional(),
  language: z.enum(languages),
  way: z.enum(['teams', 'webhook']),
  /** The post or event that carries it. */
  post: z.string(),
  state: z.enum(recipientStates),
  /** Why it is not `sent`: our reason code or the channel's status. */
  reason: z.string().optional(),
  at: instantSchema,
})
export type Recipient = z.output<typeof recipientSchema>

/** What a notice is about. */
const noticeSchema = z.object({
  kind: z.enum(noticeKinds),
  invoice: idSchema<InvoiceId>().optional(),
  subscription: idSchema<SubscriptionId>().optional(),
  product: z.string().optional(),
  /** The day that it is about. */
  day: daySchema.optional(),
})
export type GivenNotice = z.output<typeof noticeSchema>

/** One time that a customer is written to about money or a period: one message for all that is due. The reminder and its delivery ledger. */
export const contactSchema = z.object({
  /** `${customer}|${day}|${what}`: decided twice, it is one. */
  id: z.string(),
  customer: idSchema<CustomerId>(),
  kind: z.enum(['reminder', 'warning', 'notice', 'posted']),
  on: daySchema,
  at: instantSchema,
  policy: z.object({ name: z.string(), effective: daySchema }).optional(),
  /** The latest of its bills' stages: whose words and channel it has. */
  stage: z.string().optional(),
  bills: z.array(billSchema),
  fees: z.array(feeSchema),
  /** Of a notice: what about; several of one day are one message. */
  notices: z.array(noticeSchema).optional(),
  /** What its cards were brought up to date to last; as it was decided when left out. */
  shown: z.string().optional(),
  to: z.array(recipientSchema),
})
export type Contact = z.output<typeof contactSchema>

export const contacts: Collection<z.input<typeof contactSchema>> = {
  name: 'contacts',
  indexes: {
    customer: ({ customer, on }) => `${customer}|${on}`,
    on: ({ on }) => on,
    /** Those that somebody has to look at. */
    state: ({ to }) => [...new Set(to.map(({ state }) => state))],
  },
  partition: ({ customer }) => customer,
}

export type StoredContact = { readonly contact: Contact; readonly revision: number }

export async function contactOf(reading: Reading, id: string): Promise<StoredContact | undefined> {
  const stored = await reading.get(contacts, id)
  return stored && { contact: recordOf(contactSchema, stored.data), revision: stored.revision }
}

export function putContact(unit: Unit, contact: Contact, revision: number): void {
  unit.put(contacts, contact.id, z.encode(contactSchema, contact), revision)
}

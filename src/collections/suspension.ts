import { z } from 'zod'
import { personRefSchema } from '../access/actor.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { CustomerId, InvoiceId, SubscriptionId } from '../values/ids.ts'
import { daySchema, idSchema, instantSchema, moneySchema } from '../values/schemas.ts'
import { commerces } from './commerce.ts'

/** The first seven are alive: of those a customer has one at most. */
export const suspensionStates = [
  'proposed',
  /** Enough admin agents agreed; the customer has not been told yet. */
  'approved',
  /** The customer knows the day. */
  'announced',
  /** The day came and something spoke against it: it waits until nothing does, and is then announced anew. */
  'held',
  /** Being carried out: some of its tasks are open. */
  'executing',
  'suspended',
  'restoring',
  'restored',
  'declined',
  'cancelled',
] as const
export type SuspensionState = (typeof suspensionStates)[number]

/** Why an announced suspension is not carried out on its day. */
export const holdReasons = [
  'promised',
  'disputed',
  'held',
  'exempt',
  'says-paid',
  'stale-payments',
  /** Money of the customer that nobody has matched would pay it. */
  'unmatched-credit',
  /** It is not known that anybody of the customer heard of the day. */
  'not-told',
] as const
export type HoldReason = (typeof holdReasons)[number]

/** Why a subscription of the customer is not touched. */
export const leftOutReasons = ['paid', 'other-bill', 'disputed', 'not-billed', 'not-running'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

const subscriptionId = idSchema<SubscriptionId>()
const bySchema = z.union([personRefSchema, z.literal('saldo')])

const scopedSchema = z.object({
  id: subscriptionId,
  product: z.string(),
  /** Seats; absent for usage. */
  quantity: z.int().optional(),
  /** Billed by usage, such as an Azure plan. */
  usage: z.boolean(),
  commerce: z.enum(commerces),
  /** On its day nothing was due for it any more: it was let be. */
  spared: z.boolean().optional(),
  /** The unpaid bills that bill it. */
  invoices: z.array(idSchema<InvoiceId>()).min(1),
})
export type ScopedSubscription = z.output<typeof scopedSchema>

const leftOutSchema = z.object({
  id: subscriptionId,
  product: z.string(),
  quantity: z.int().optional(),
  why: z.enum(leftOutReasons),
  /** The end of what of it is paid for already, where that has not passed. */
  paidUntil: daySchema.optional(),
})
export type LeftOut = z.output<typeof leftOutSchema>

/** How a subscription stood at a moment, as far as anybody knew. What is absent nobody knew. */
export const standSchema = z.object({
  subscription: subscriptionId,
  status: z.string(),
  quantity: z.int().optional(),
  autoRenew: z.boolean().optional(),
  end: daySchema.optional(),
  /** Scheduled changes, as a person wrote them down; empty where there were none. */
  scheduled: z.string().optional(),
})
export type Stand = z.output<typeof standSchema>

export const taskKinds = [
  'azure-inactive',
  'suspend',
  'reactivate',
  'azure-active',
  'auto-renew',
  'scheduled',
  'verify',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** One thing that somebody does in Partner Center, or has the provider do. Done twice it is the same. */
const taskSchema = z.object({
  /** `suspend-1`: what, and the place of the subscription in the suspension. */
  id: z.string(),
  kind: z.enum(taskKinds),
  subscription: subscriptionId,
  /** The indirect provider that has to be asked for it. */
  provider: z.string().optional(),
  done: z.object({ by: bySchema, at: instantSchema, note: z.string().optional() }).optional(),
})
export type SuspensionTask = z.output<typeof taskSchema>

const differenceSchema = z.object({
  subscription: subscriptionId,
  field: z.enum(['status', 'quantity', 'autoRenew', 'scheduled', 'end']),
  before: z.string(),
  after: z.string(),
})
export type Difference = z.output<typeof differenceSchema>

const trailSchema = z.object({
  /** What caused it: an entry of this name means that it was done. */
  id: z.string(),
  at: instantSchema,
  by: bySchema,
  what: z.string(),
  /** In which state it was then. */
  state: z.enum(suspensionStates),
  text: z.string().optional(),
})
export type SuspensionEntry = z.output<typeof trailSchema>

/** What the policy said when it was proposed. */
const rulesSchema = z.object({
  policy: z.string(),
  effective: daySchema,
  noticeDays: z.int(),
  approvals: z.int(),
  autoRenewFirst: z.boolean(),
})

/** A proposal to suspend what a customer does not pay for, and all that became of it. */
export const suspensionSchema = z.object({
  id: z.string(),
  customer: idSchema<CustomerId>(),
  state: z.enum(suspensionStates),
  since: instantSchema,
  proposedBy: bySchema,
  proposedAt: instantSchema,
  rules: rulesSchema,
  /** What was due of each when it was proposed: open, less what was disputed. */
  bills: z.array(
    z.object({ invoice: idSchema<InvoiceId>(), number: z.string(), amount: moneySchema, dueOn: daySchema }),
  ),
  subscriptions: z.array(scopedSchema).min(1),
  leftOut: z.array(leftOutSchema),
  /** Switching off auto-renew instead, or first. */
  autoRenew: z.object({
    state: z.enum(['offered', 'done', 'declined']),
    by: personRefSchema.optional(),
    at: instantSchema.optional(),
  }),
  approvals: z.array(z.object({ by: personRefSchema, at: instantSchema })),
  /** On which it is carried out, in the customer's time zone. */
  day: daySchema.optional(),
  /** How the customer was told of the day: posts and events that carry it, or a person who did. */
  notice: z
    .object({
      at: instantSchema,
      posts: z.array(z.string()),
      events: z.array(z.string()),
      by: personRefSchema.optional(),
    })
    .optional(),
  hold: z.enum(holdReasons).optional(),
  /** Why it was declined or cancelled. */
  reason: z.string().optional(),
  /** Before anything was changed. */
  before: z.array(standSchema).optional(),
  tasks: z.array(taskSchema),
  /** As found after it was undone. */
  after: z.array(standSchema),
  /** What is not as it was; those that nobody has put right are in `after` of an open task. */
  differences: z.array(differenceSchema),
  suspendedOn: daySchema.optional(),
  restoredOn: daySchema.optional(),
  trail: z.array(trailSchema),
  /** How many entries of the trail whoever has to know was told of. */
  told: z.int(),
})
export type Suspension = z.output<typeof suspensionSchema>

const live: readonly SuspensionState[] = suspensionStates.slice(0, 7)
export const isLive = ({ state }: Pick<Suspension, 'state'>): boolean => live.includes(state)

export const suspensions: Collection<z.input<typeof suspensionSchema>> = {
  name: 'suspensions',
  indexes: {
    customer: ({ customer, proposedAt }) => `${customer}|${proposedAt}`,
    live: ({ state, customer }) => (live.includes(state) ? customer : undefined),
    untold: ({ told, trail, id }) => (told < trail.length ? id : undefined),
    number: ({ id }) => Number(id.slice(2)),
  },
  partition: ({ customer }) => customer,
}

export type StoredSuspension = { readonly suspension: Suspension; readonly revision: number }

export async function suspensionOf(reading: Reading, id: string): Promise<StoredSuspension | undefined> {
  const stored = await reading.get(suspensions, id)
  return stored && { suspension: recordOf(suspensionSchema, stored.data), revision: stored.revision }
}

/** The one that goes on with a customer. */
export async function liveSuspension(reading: Reading, customer: CustomerId): Promise<StoredSuspension | undefined> {
  const { items } = await reading.find(suspensions, { index: 'live', equals: customer, limit: 1 })
  return items[0] && { suspension: recordOf(suspensionSchema, items[0].data), revision: items[0].revision }
}

/** All of a customer, the newest first. */
export async function suspensionsOf(reading: Reading, customer: CustomerId): Promise<readonly Suspension[]> {
  const range = { from: `${customer}|`, to: `${customer}|\uffff` }
  const { items } = await reading.find(suspensions, { index: 'customer', ...range, order: 'descending' })
  return items.map(({ data }) => recordOf(suspensionSchema, data))
}

export function putSuspension(unit: Unit, suspension: Suspension, revision: number): void {
  unit.put(suspensions, suspension.id, z.encode(suspensionSchema, suspension), revision)
}

import { principalOf } from '../access/principal-of.ts'
import type { Asked } from '../answers/asked.ts'
import { matchProduct } from '../answers/match-product.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import { addMonths, type Day, dayIn, firstOfMonth, type Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { seatsDirection } from './seats-direction.ts'
import type { Incoming } from './turn.ts'
import type { Heard } from './wanted.ts'

/** What is counted, and what it tells who sells. */
export const askedTopics = {
  'subscription.renewal': 'renewals',
  'billing.next': 'interest',
  'seats.more': 'interest',
  /** A product that they do not have. */
  'product.new': 'interest',
  'seats.fewer': 'risk',
  'subscription.cancel': 'risk',
  dispute: 'risk',
  'payment.promise': 'risk',
  'suspension.status': 'risk',
  'escalate.microsoft': 'risk',
  'technical.issue': 'risk',
} as const
export type AskedTopic = keyof typeof askedTopics

/** How often a customer asked about something in a month: never who asked, nor their words. */
export type AskedCount = {
  readonly customer: CustomerId
  /** `2026-11`, in the customer's time zone. */
  readonly month: string
  readonly topic: AskedTopic
  /** As the customer's own subscription calls it; `other` for one that they never had, `none` where none, or no single one, was named. */
  readonly product: string
  readonly count: number
  readonly lastOn: Day
  /** The day on which it goes. */
  readonly expires: Day
}

const keptMonths = 24

export const askedCounts: Collection<AskedCount> = {
  name: 'asked_counts',
  indexes: {
    customer: ({ customer, month }) => `${customer}|${month}`,
    month: ({ month }) => month,
    expires: ({ expires }) => expires,
  },
  partition: ({ customer }) => customer,
}

/** Intents that can be counted; `seats.*` and `product.new` come of others. */
const counted: readonly Asked['intent'][] = [
  'subscription.renewal',
  'subscription.change',
  'subscription.list',
  'subscription.cancel',
  'billing.next',
  'dispute',
  'payment.promise',
  'suspension.status',
  'escalate.microsoft',
  'technical.issue',
]

/** Counts what a customer's person asked, in the unit of work of the turn. Of most turns there is nothing to count. */
export async function countAsked(unit: Unit, person: Incoming['person'], heard: Heard, now: Instant): Promise<void> {
  const { wanted, question } = heard
  if (wanted.kind !== 'answer' || !counted.includes(wanted.asked.intent)) return
  const { asked } = wanted
  // The next step of something, or more of an answer, is not asked anew.
  if (asked.act || asked.all || asked.lines) return
  const principal = await principalOf(unit, person)
  if (principal.kind !== 'customer') return
  const { id: customer, timeZone } = principal.customer
  const { product, has } = await productMeant(unit, customer, asked.slots.product)
  const topic = topicOf(asked, question?.text ?? '', product !== 'none' && !has)
  if (topic) await count(unit, { customer, topic, product, lastOn: dayIn(timeZone, now) })
}

async function count(unit: Unit, one: Pick<AskedCount, 'customer' | 'topic' | 'product' | 'lastOn'>): Promise<void> {
  const month = one.lastOn.slice(0, 7)
  const id = [one.customer, month, one.topic, one.product].join('|')
  const stored = await unit.get(askedCounts, id)
  const expires = addMonths(firstOfMonth(one.lastOn), keptMonths)
  unit.put(askedCounts, id, { ...one, month, count: (stored?.data.count ?? 0) + 1, expires }, stored?.revision ?? 0)
}

function topicOf({ intent }: Asked, text: string, isNew: boolean): AskedTopic | undefined {
  switch (intent) {
    case 'subscription.change': {
      const direction = seatsDirection(text)
      if (direction === 'fewer') return 'seats.fewer'
      if (isNew) return 'product.new'
      return direction && 'seats.more'
    }
    case 'subscription.list':
      return isNew ? 'product.new' : undefined
    case 'billing.next':
      return isNew ? 'product.new' : intent
    default:
      return intent in askedTopics ? (intent as AskedTopic) : undefined
  }
}

/** The product that was meant, by the name that the customer's own subscription has; `has`: they have it now. */
async function productMeant(
  reading: Reading,
  customer: CustomerId,
  wanted: string | undefined,
): Promise<{ readonly product: string; readonly has: boolean }> {
  if (!wanted) return { product: 'none', has: false }
  const owned = await ledgerOf(reading).subscriptions(customer)
  return productOf(wanted, owned)
}

const isRunning = ({ status }: Subscription): boolean => status === 'active' || status === 'suspended'

/** A product as somebody wrote it, by the name that the customer's own subscription has. */
export function productOf(
  wanted: string,
  owned: readonly Subscription[],
): { readonly product: string; readonly has: boolean } {
  const meant = matchProduct(wanted, owned, ({ product }) => product)
  const names = new Set(meant.map(({ product }) => product))
  const [only] = names
  if (!only) return { product: 'other', has: false }
  return { product: names.size === 1 ? only : 'none', has: meant.some(isRunning) }
}

import type { Subscription } from '../ledger/subscription.ts'
import { daysBetween } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { countFact, termFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { comingInvoice, latestInvoice, supportTerms, whatSubscriptions } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofSubscription } from './sources.ts'
import { subscriptionFacts, unknownProduct } from './subscription-list.ts'

export const kinds = [
  'subscription.renewal',
  'subscription.renewal.several',
  'subscription.renewal.none',
  'note.renewal-unknown',
] as const
export const terms = ['auto', 'manual', 'unknown'].map((how) => `renews.${how}`)

/** When terms end, the next one first, and whether they renew by themselves as far as that is on record. */
export function subscriptionRenewal(asking: BillingAsking): Answered {
  const { account, slots, today } = asking
  const running = account.subscriptions.filter(({ status }) => status === 'active' || status === 'suspended')
  const named = slots.product ? matchProduct(slots.product, running, ({ product }) => product) : running
  if (slots.product && !named.length) return unknownProduct(slots.product)
  const ending = named
    .filter((one): one is Subscription & { end: NonNullable<Subscription['end']> } => one.end !== undefined)
    .sort((a, b) => (a.end < b.end ? -1 : 1))
  if (!ending[0]) return reply('subscription.renewal.none', {}, { offers: [whatSubscriptions, latestInvoice] })
  const facts = (one: (typeof ending)[number]): Facts => ({
    ...subscriptionFacts(one),
    days: countFact(
      Math.max(0, daysBetween(today, one.end)),
      computed('days from today to the end of the term', [ofSubscription(one, 'end'), clockSource]),
    ),
    renews: termFact(
      `renews.${one.autoRenew === undefined ? 'unknown' : one.autoRenew ? 'auto' : 'manual'}`,
      ofSubscription(one, 'autoRenew'),
    ),
  })
  const several = ending.length > 1
  return reply(several ? 'subscription.renewal.several' : 'subscription.renewal', facts(ending[0]), {
    rows: several ? ending.map(facts) : [],
    notes: ending.some(({ autoRenew }) => autoRenew === undefined)
      ? [{ kind: 'note.renewal-unknown', facts: {} }, ...contactNotes(asking).slice(0, 1)]
      : [],
    offers: [whatSubscriptions, comingInvoice, supportTerms],
  })
}

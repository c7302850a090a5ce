import type { Subscription } from '../ledger/subscription.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { countFact, termFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { comingInvoice, supportTerms, whatSubscriptions } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofSubscription } from './sources.ts'
import { subscriptionFacts, unknownProduct } from './subscription-list.ts'

export const kinds = [
  'subscription.renewal',
  'subscription.renewal.several',
  'subscription.renewal.none',
  'note.renewal-unknown',
  'note.billed-until',
] as const
export const terms = ['auto', 'manual', 'unknown'].map((how) => `renews.${how}`)

type Ending = Subscription & { readonly end: Day }

/** When terms end, the next one first, and whether they renew by themselves as far as that is on record. */
export function subscriptionRenewal(asking: BillingAsking): Answered {
  const { account, slots, today } = asking
  const running = account.subscriptions.filter(({ status }) => status === 'active' || status === 'suspended')
  const named = slots.product ? matchProduct(slots.product, running, ({ product }) => product) : running
  if (slots.product && !named.length) return unknownProduct(slots.product)
  const dated = named.filter((one): one is Ending => one.end !== undefined).sort((a, b) => (a.end < b.end ? -1 : 1))
  const ending = dated.filter(({ end }) => end >= today)
  const notes = [
    // Billed to a day that has passed: renewed or not, the next bill will tell, and until then nothing is claimed.
    ...dated
      .filter(({ end }) => end < today)
      .map((one) => ({ kind: 'note.billed-until', facts: subscriptionFacts(one, today) })),
    ...unknownNotes(asking, ending),
  ]
  const offers = [whatSubscriptions, comingInvoice, supportTerms]
  if (!ending[0]) return reply('subscription.renewal.none', {}, { notes, offers })
  const rows = ending.map((one) => renewalFacts(one, today))
  return ending.length > 1
    ? reply('subscription.renewal.several', renewalFacts(ending[0], today), { rows, notes, offers })
    : reply('subscription.renewal', renewalFacts(ending[0], today), { notes, offers })
}

function renewalFacts(one: Ending, today: Day): Facts {
  const left = computed('days from today to the end of the term', [ofSubscription(one, 'end'), clockSource])
  const how = one.autoRenew === undefined ? 'unknown' : one.autoRenew ? 'auto' : 'manual'
  return {
    ...subscriptionFacts(one, today),
    days: countFact(daysBetween(today, one.end), left),
    renews: termFact(`renews.${how}`, ofSubscription(one, 'autoRenew')),
  }
}

const unknownNotes = (asking: BillingAsking, ending: readonly Ending[]) =>
  ending.some(({ autoRenew }) => autoRenew === undefined)
    ? [{ kind: 'note.renewal-unknown', facts: {} }, ...contactNotes(asking).slice(0, 1)]
    : []

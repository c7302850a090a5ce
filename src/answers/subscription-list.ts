import type { Subscription } from '../ledger/subscription.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedText, countFact, dayFact, termFact, textFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { comingInvoice, latestInvoice, supportTerms, whatRenews, whatSubscriptions } from './offers.ts'
import { reply } from './reply.ts'
import { computed, ofSubscription } from './sources.ts'

export const kinds = ['subscription.list', 'subscription.none', 'subscription.unknown', 'note.ended'] as const
export const terms = [
  ...['active', 'suspended', 'cancelled', 'expired'].map((status) => `subscription.${status}`),
  ...['P1M', 'P1Y', 'P3Y', 'none'].map((term) => `term.${term}`),
  ...['seats', 'usage'].map((measure) => `measure.${measure}`),
  ...['day', 'open'].map((until) => `until.${until}`),
]

/** What the customer has: product, seats, term, how long. What has ended is named after it, for the bills it is still on. */
export function subscriptionList({ account, slots }: BillingAsking): Answered {
  const named = slots.product
    ? matchProduct(slots.product, account.subscriptions, ({ product }) => product)
    : account.subscriptions
  if (!account.subscriptions.length) return reply('subscription.none', {}, { offers: [latestInvoice, supportTerms] })
  if (!named.length) return unknownProduct(slots.product!)
  const running = named.filter(({ status }) => status === 'active' || status === 'suspended')
  const listed = running.length ? running : named
  const ended = running.length ? named.filter((one) => !running.includes(one)) : []
  const source = computed(
    'subscriptions that fit',
    listed.map((one) => ofSubscription(one, 'status')),
  )
  return reply(
    'subscription.list',
    { count: countFact(listed.length, source) },
    {
      rows: listed.map(subscriptionFacts),
      notes: ended.slice(0, 5).map((one) => ({ kind: 'note.ended', facts: subscriptionFacts(one) })),
      offers: [whatRenews, latestInvoice, comingInvoice],
    },
  )
}

/** No subscription or line of the customer's own is called so. */
export const unknownProduct = (product: string): Answered =>
  reply('subscription.unknown', { product: askedText(product) }, { offers: [whatSubscriptions, latestInvoice] })

export function subscriptionFacts(one: Subscription): Facts {
  return {
    product: textFact(one.product, ofSubscription(one, 'product')),
    measure: termFact(one.quantity === undefined ? 'measure.usage' : 'measure.seats', ofSubscription(one, 'quantity')),
    ...(one.quantity === undefined ? {} : { quantity: countFact(one.quantity, ofSubscription(one, 'quantity')) }),
    term: termFact(`term.${one.term}`, ofSubscription(one, 'term')),
    billing: termFact(`billing.${one.billing}`, ofSubscription(one, 'billing')),
    until: termFact(one.end ? 'until.day' : 'until.open', ofSubscription(one, 'end')),
    ...(one.end ? { end: dayFact(one.end, ofSubscription(one, 'end')) } : {}),
    status: termFact(`subscription.${one.status}`, ofSubscription(one, 'status')),
  }
}

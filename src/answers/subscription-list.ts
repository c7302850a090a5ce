import type { Subscription } from '../ledger/subscription.ts'
import type { Day } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedText, countFact, dayFact, termFact, textFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { comingInvoice, latestInvoice, supportTerms, whatRenews, whatSubscriptions } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofSubscription } from './sources.ts'

export const kinds = ['subscription.list', 'subscription.none', 'subscription.unknown', 'note.ended'] as const
export const terms = [
  ...['active', 'suspended', 'cancelled', 'expired'].map((status) => `subscription.${status}`),
  ...['P1M', 'P1Y', 'P3Y', 'none'].map((term) => `term.${term}`),
  ...['seats', 'usage'].map((measure) => `measure.${measure}`),
  ...['day', 'passed', 'open'].map((until) => `until.${until}`),
]

/** What the customer has: product, seats, term, how long. What has ended is named after it, for the bills it is still on. */
export function subscriptionList({ account, slots, today }: BillingAsking): Answered {
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
      rows: listed.map((one) => subscriptionFacts(one, today)),
      notes: ended.slice(0, 5).map((one) => ({ kind: 'note.ended', facts: subscriptionFacts(one, today) })),
      offers: [whatRenews, latestInvoice, comingInvoice],
    },
  )
}

/** No subscription or line of the customer's own is called so. */
export const unknownProduct = (product: string): Answered =>
  reply('subscription.unknown', { product: askedText(product) }, { offers: [whatSubscriptions, latestInvoice] })

/** A term that is over while the subscription still counts as running was renewed or not: the next bill will tell. */
export function subscriptionFacts(one: Subscription, today: Day): Facts {
  const running = one.status === 'active' || one.status === 'suspended'
  const until = !one.end ? 'until.open' : running && one.end < today ? 'until.passed' : 'until.day'
  return {
    product: textFact(one.product, ofSubscription(one, 'product')),
    measure: termFact(one.quantity === undefined ? 'measure.usage' : 'measure.seats', ofSubscription(one, 'quantity')),
    ...(one.quantity === undefined ? {} : { quantity: countFact(one.quantity, ofSubscription(one, 'quantity')) }),
    term: termFact(`term.${one.term}`, ofSubscription(one, 'term')),
    billing: termFact(`billing.${one.billing}`, ofSubscription(one, 'billing')),
    until: termFact(until, computed('end of the term, against today', [ofSubscription(one, 'end'), clockSource])),
    ...(one.end ? { end: dayFact(one.end, ofSubscription(one, 'end')) } : {}),
    status: termFact(`subscription.${one.status}`, ofSubscription(one, 'status')),
  }
}

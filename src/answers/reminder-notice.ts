import type { Contact, GivenNotice } from '../collections/contact.ts'
import { isPromoted, lastLine, termStart } from '../collections/notices.ts'
import { priceChanges } from '../collections/price-changes.ts'
import type { Rules } from '../collections/rules.ts'
import type { Account } from '../ledger/account.ts'
import { cancellationWindow } from '../ledger/cancellation-window.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { PriceBook } from '../ledger/price-book.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Offering } from '../support/offering.ts'
import type { Answer } from '../values/answer.ts'
import { addDays, type Day, dayIn, daysBetween, type Instant } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Language } from '../values/language.ts'
import { negate, subtract } from '../values/money.ts'
import type { Answered, Offer } from './asking.ts'
import { countFact, dayFact, moneyFact, periodFact, priceFact, termFact, textFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { aPerson, comingInvoice, howToPay, showInvoice, whatRenews } from './offers.ts'
import { fromNotes } from './reminder-notes.ts'
import { copyOfBill, stopReminders, whyChanged } from './reminder-offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, configured, ofInvoice, ofLine, ofSubscription } from './sources.ts'
import { subscriptionFacts } from './subscription-list.ts'

export const kinds = [
  'notice.invoice-ready',
  'notice.renewal',
  'notice.cancellation-window',
  'notice.promotion-ending',
  'notice.price-change',
  'notices',
  'note.notices-more',
] as const

export const terms = ['more', 'less', 'same', 'none'].map((way) => `difference.${way}`)

/** Notices that are said one by one in one message; the rest is counted. */
const saidAtMost = 8
/** Next steps: what each notice offers, and how to stop them. */
const offeredAtMost = 4

export type Noticed = {
  readonly contact: Contact
  readonly account: Account
  readonly rules: Rules | undefined
  readonly priceBook: PriceBook | undefined
  readonly offering: Offering | undefined
  readonly language: Language
  readonly now: Instant
}

type Said = { readonly notice: GivenNotice; readonly facts: Facts; readonly offers: readonly Offer[] }
type Scene = Noticed & { readonly today: Day }

/** What a customer is told of its bills and terms, as it is at this moment. Nothing where none of it holds any more. */
export function noticeAnswer(noticed: Noticed): Answered | undefined {
  const scene: Scene = { ...noticed, today: dayIn(noticed.account.customer.timeZone, noticed.now) }
  const said = (noticed.contact.notices ?? []).flatMap((notice) => saidOf(scene, notice) ?? [])
  const [only, ...others] = said
  if (!only) return undefined
  const end = [...wordNotes(scene, said), { kind: 'note.reminder-stop', facts: {} }, ...fromNotes(scene.offering)]
  if (others.length === 0)
    return reply(kindOf(only), only.facts, { notes: end, offers: [...only.offers, stopReminders] })
  const more = said.length - saidAtMost
  const counted = computed('notices of this message', [])
  return reply(
    'notices',
    { count: countFact(said.length, counted) },
    {
      notes: [
        ...said.slice(0, saidAtMost).map((one) => ({ kind: kindOf(one), facts: one.facts })),
        ...(more > 0 ? [{ kind: 'note.notices-more', facts: { count: countFact(more, counted) } }] : []),
        ...end,
      ],
      offers: [...eachOnce(said.flatMap(({ offers }) => offers)).slice(0, offeredAtMost), stopReminders],
    },
  )
}

const kindOf = ({ notice }: Said): string => `notice.${notice.kind}`

const eachOnce = (offers: readonly Offer[]): readonly Offer[] => {
  const keys = offers.map(({ asked }) => JSON.stringify(asked))
  return offers.filter((_, at) => keys.indexOf(keys[at]!) === at)
}

function saidOf(scene: Scene, notice: GivenNotice): Said | undefined {
  const { account } = scene
  if (notice.kind === 'invoice-ready') return ready(scene, notice)
  if (notice.kind === 'price-change') return newPrice(scene, notice)
  const one = account.subscriptions.find(({ id }) => id === notice.subscription)
  if (one?.status !== 'active' || !one.end || !notice.day) return undefined
  const term: Term = { ...one, end: one.end }
  switch (notice.kind) {
    case 'renewal':
      return renewal(scene, notice, term)
    case 'cancellation-window':
      return windowCloses(scene, notice, term)
    case 'promotion-ending':
      return promotionEnds(scene, notice, term)
  }
}

type Term = Subscription & { readonly end: Day }

function ready({ account, today }: Scene, notice: GivenNotice): Said | undefined {
  const invoice = account.invoices.find(({ id }) => id === notice.invoice)
  if (!invoice) return undefined
  const before = billBefore(account, invoice)
  return {
    notice,
    facts: { ...invoiceFacts(account, invoice, today), ...differenceFacts(invoice, before) },
    offers: [showInvoice(invoice), ...(before ? [whyChanged(invoice)] : []), copyOfBill(invoice), howToPay],
  }
}

/** The bill of the period right before, where each of the two periods has one bill: anything else compares what is not alike. */
function billBefore({ invoices }: Account, { currency, period }: Invoice): Invoice | undefined {
  const alike = invoices.filter((one) => one.kind === 'invoice' && one.currency === currency)
  const same = alike.filter((one) => one.period.from === period.from)
  const before = alike.filter((one) => one.period.to === addDays(period.from, -1))
  return same.length === 1 && before.length === 1 ? before[0] : undefined
}

function differenceFacts(invoice: Invoice, before: Invoice | undefined): Facts {
  const totals = [invoice, ...(before ? [before] : [])].map((one) => ofInvoice(one, 'total'))
  const source = computed('its total less that of the bill before', totals)
  if (!before) return { against: termFact('difference.none', source) }
  const difference = subtract(invoice.total, before.total)
  const way = difference.minor > 0n ? 'more' : difference.minor < 0n ? 'less' : 'same'
  return {
    against: termFact(`difference.${way}`, source),
    difference: moneyFact(difference.minor < 0n ? negate(difference) : difference, source),
    before: periodFact(before.period, ofInvoice(before, 'period')),
  }
}

function renewal({ today }: Scene, notice: GivenNotice, term: Term): Said | undefined {
  if (term.autoRenew === false || term.end !== addDays(notice.day!, -1)) return undefined
  const how = term.autoRenew ? 'auto' : 'unknown'
  return {
    notice,
    facts: {
      ...subscriptionFacts(term, today),
      ...daysTo(term.end, term, today),
      renews: termFact(`renews.${how}`, ofSubscription(term, 'autoRenew')),
    },
    offers: [whatRenews, aPerson],
  }
}

const daysTo = (end: Day, term: Term, today: Day): Facts => {
  const source = computed('days from today to the end of the term', [ofSubscription(term, 'end'), clockSource])
  const left = daysBetween(today, end)
  const when = left < 0 ? 'past' : left === 0 ? 'today' : left === 1 ? 'tomorrow' : 'later'
  return { days: countFact(Math.max(0, left), source), when: termFact(`when.${when}`, source) }
}

function windowCloses({ today }: Scene, notice: GivenNotice, term: Term): Said | undefined {
  const closes = notice.day!
  if (closes < today) return undefined
  const since = computed('the first day of the term', [
    ofSubscription(term, 'start'),
    ofSubscription(term, 'end'),
    ofSubscription(term, 'term'),
    ofSubscription(term, 'autoRenew'),
  ])
  const source = computed('the last whole day of the cancellation window', [
    since,
    configured(cancellationWindow.policy),
  ])
  return {
    notice,
    facts: {
      ...subscriptionFacts(term, today),
      from: dayFact(termStart(term, today), since),
      closes: dayFact(closes, source),
    },
    offers: [whatRenews, aPerson],
  }
}

function promotionEnds({ account, today }: Scene, notice: GivenNotice, term: Term): Said | undefined {
  if (!isPromoted(lastLine(account, term.id)) || term.end !== notice.day) return undefined
  return {
    notice,
    facts: { ...subscriptionFacts(term, today), ...daysTo(term.end, term, today) },
    offers: [aPerson, comingInvoice],
  }
}

function newPrice({ account, priceBook, today }: Scene, notice: GivenNotice): Said | undefined {
  const change = priceChanges(account, priceBook, today).find(
    ({ subscription, period }) => subscription === notice.subscription && period.from === notice.day,
  )
  if (!change) return undefined
  const { basis, currency, before, price, product, period } = change
  const { invoice, line } = basis
  return {
    notice,
    facts: {
      product: textFact(product, ofLine(invoice, line, 'product')),
      period: periodFact(period, computed('the month after the last bill', [ofLine(invoice, line, 'period')])),
      before: priceFact(before, currency, ofLine(invoice, line, 'cyclePrice')),
      price: priceFact(price, currency, configured('prices.rules')),
      billing: termFact(`billing.${line.billing}`, ofLine(invoice, line, 'billing')),
    },
    offers: [comingInvoice, aPerson],
  }
}

/** What the partner wrote for a kind of notice, once each. */
function wordNotes({ rules, language }: Scene, said: readonly Said[]): NonNullable<Answer['notes']> {
  return [...new Set(said.map(({ notice }) => notice.kind))].flatMap((kind) => {
    const words = rules?.notices[kind]?.words?.[language]
    const source = configured(`policy.notices.${kind}.words`)
    return words ? [{ kind: 'note.reminder-words', facts: { words: textFact(words, source) } }] : []
  })
}

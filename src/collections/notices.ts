import type { Account } from '../ledger/account.ts'
import { cancellationWindow } from '../ledger/cancellation-window.ts'
import type { InvoiceLine } from '../ledger/invoice.ts'
import { openBills } from '../ledger/open-bills.ts'
import type { PriceBook } from '../ledger/price-book.ts'
import type { Subscription } from '../ledger/subscription.ts'
import { addDays, addMonths, type Day, daysBetween } from '../values/day.ts'
import type { GivenNotice } from './contact.ts'
import { type NoticeKind, noticeKinds } from './policy.ts'
import { priceChanges } from './price-changes.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'

/** What a standing remembers of a notice, so that it is given once: `renewal|subscription|2026-12-01`. */
export const noticeKey = ({ kind, invoice, subscription, day }: GivenNotice): string =>
  `${kind}|${invoice ?? subscription}|${day}`

export type Noticing = {
  readonly account: Account
  readonly rules: Rules | undefined
  readonly standing: Standing
  /** The partner's prices; nothing while there are none. */
  readonly priceBook: PriceBook | undefined
  readonly today: Day
}

/** Whether a day is today, or so many days ahead at most. */
const isNear = (today: Day, ahead: Day, days: number): boolean => {
  const left = daysBetween(today, ahead)
  return left >= 0 && left <= days
}

/** Bills of the last days that are still to be paid. Not those that a reminder spoke of already. */
function readyInvoices({ account, standing, today }: Noticing, days: number): readonly GivenNotice[] {
  const open = new Set(openBills(account).map(({ id }) => id))
  return account.invoices
    .filter(
      ({ id, kind, issuedOn }) =>
        kind === 'invoice' &&
        open.has(id) &&
        isNear(issuedOn, today, days) &&
        !standing.reached.some(({ invoice, contact }) => invoice === id && contact !== undefined),
    )
    .map(({ id, issuedOn }) => ({ kind: 'invoice-ready', invoice: id, day: issuedOn }))
}

const about = (kind: NoticeKind, { id, product }: Subscription, day: Day): GivenNotice & { readonly day: Day } => ({
  kind,
  subscription: id,
  product,
  day,
})

type Term = Subscription & { readonly end: Day }

/**
 * Running terms of a year or more. A month's term begins anew every month: a notice each time is one that nobody reads, and its window
 * is open a quarter of the time.
 */
const longTerms = ({ account }: Noticing): readonly Term[] =>
  account.subscriptions
    .filter((one): one is Term => one.status === 'active' && one.end !== undefined)
    .filter(({ term }) => term === 'P1Y' || term === 'P3Y')
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.id < b.id ? -1 : 1))

/** Terms that begin anew soon, unless it is on record that they do not. */
const comingRenewals = (noticing: Noticing, days: number): readonly GivenNotice[] =>
  longTerms(noticing)
    .filter(({ autoRenew }) => autoRenew !== false)
    .map((term) => about('renewal', term, addDays(term.end, 1)))
    .filter(({ day }) => isNear(noticing.today, day, days))

const months = { P1Y: 12, P3Y: 36, P1M: 1, none: 0 } as const

/** The first day of the term that runs: the purchase, or the renewal; that of the next one where it has surely begun. */
export function termStart({ start, end, term, autoRenew }: Term, today: Day): Day {
  if (today > end && autoRenew === true) return addDays(end, 1)
  const renewed = addMonths(addDays(end, 1), -months[term])
  return renewed > start ? renewed : start
}

/** The last whole day of the 168 hours from a purchase or a renewal: the hour is not on record. */
const windowEnd = (term: Term, today: Day): Day => addDays(termStart(term, today), cancellationWindow.days - 1)

/** Terms whose seats can still be reduced or cancelled, and soon no more. */
const closingWindows = (noticing: Noticing, days: number): readonly GivenNotice[] =>
  longTerms(noticing)
    .filter((term) => termStart(term, noticing.today) <= noticing.today)
    .map((term) => about('cancellation-window', term, windowEnd(term, noticing.today)))
    .filter(({ day }) => isNear(noticing.today, day, days))

/** Promotions end with their term (reference 10). Only those that the customer's own price follows, as its last bill says: what the partner gets is no matter of its. */
const endingPromotions = (noticing: Noticing, days: number): readonly GivenNotice[] =>
  longTerms(noticing)
    .filter(({ id, end }) => isNear(noticing.today, end, days) && isPromoted(lastLine(noticing.account, id)))
    .map((term) => about('promotion-ending', term, term.end))

export const isPromoted = (line: InvoiceLine | undefined): boolean =>
  line !== undefined && (line.promotionId !== undefined || (line.adjustments?.length ?? 0) > 0)

/** The newest line of a bill for a subscription that is no refund. */
export function lastLine({ invoices }: Account, id: Subscription['id']): InvoiceLine | undefined {
  for (const { lines } of invoices.toSorted((a, b) => (a.period.to < b.period.to ? 1 : -1)))
    for (const line of lines) if (line.subscription === id && line.quantity.gt(0)) return line
  return undefined
}

/** Prices of the next bill that the partner's price book has otherwise than the last bill. */
const changedPrices = ({ account, priceBook, today }: Noticing, days: number): readonly GivenNotice[] =>
  priceChanges(account, priceBook, today)
    .filter(({ expectedOn }) => isNear(today, expectedOn, days))
    .map(({ subscription, product, period }) => ({ kind: 'price-change', subscription, product, day: period.from }))

const found: Readonly<Record<NoticeKind, (noticing: Noticing, days: number) => readonly GivenNotice[]>> = {
  'invoice-ready': readyInvoices,
  renewal: comingRenewals,
  'cancellation-window': closingWindows,
  'promotion-ending': endingPromotions,
  'price-change': changedPrices,
}

/**
 * What a customer is told of its bills and terms on a day, by the policy: each once, until the day that it is about. Nothing where the
 * policy names no notice, nothing to whoever wants none, and nothing while a suspension goes on. A missed day is caught up as long as there is something left to tell.
 */
export function noticesDue(noticing: Noticing): readonly GivenNotice[] {
  const { rules, standing } = noticing
  if (!rules || standing.stopped || standing.suspension !== undefined) return []
  return noticeKinds.flatMap((kind) => {
    const rule = rules.notices[kind]
    return rule ? found[kind](noticing, rule.days).filter((one) => !standing.noticed.includes(noticeKey(one))) : []
  })
}

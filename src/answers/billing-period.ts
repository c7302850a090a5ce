import type { Account } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { nextBill } from '../ledger/next-bill.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Facts } from '../values/fact.ts'
import { isMonth } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { periodFact, termFact, textFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { isPartial } from './line-events.ts'
import { nextBillTimes } from './next-bill-times.ts'
import { comingInvoice, showInvoice, whatRenews, whatSubscriptions } from './offers.ts'
import { pickInvoice } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice, ofLine, ofSubscription } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = ['billing.period', 'note.cycles', 'note.next-ready'] as const
export const terms = [
  ...['monthly', 'annual', 'once', 'usage'].map((billing) => `billing.${billing}`),
  ...['calendar', 'anniversary'].map((rule) => `covers.${rule}`),
  ...['billed', 'other'].map((cycle) => `cycle.${cycle}`),
]

/** Which days a bill covers and by which rule, which days of each running subscription are on it, and when the next one comes. */
export function billingPeriod(asking: BillingAsking): Answered {
  const { account, slots, today } = asking
  const picked = pickInvoice(account, slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  const { invoice } = picked
  const next = nextBill(account, today)
  const rows = account.subscriptions
    .filter(({ status }) => status === 'active')
    .map((subscription) => cycleFacts(invoice, subscription))
  const covers = isMonth(invoice.period) ? 'covers.calendar' : 'covers.anniversary'
  return reply(
    'billing.period',
    { ...invoiceFacts(account, invoice, today), covers: termFact(covers, ofInvoice(invoice, 'period')) },
    {
      rows,
      notes: [
        ...(rows.some(({ covered }) => covered) ? [{ kind: 'note.cycles', facts: {} }] : []),
        ...(next ? [{ kind: 'note.next-ready', facts: nextBillTimes(account, next) }] : []),
      ],
      offers: [showInvoice(invoice), comingInvoice, offered(account)],
    },
  )
}

const offered = ({ subscriptions }: Account) => (subscriptions[0] ? whatRenews : whatSubscriptions)

/** The days of the subscription that the bill is for; a change inside its cycle is for fewer of them. */
function cycleFacts(invoice: Invoice, subscription: Subscription): Facts {
  const lines = invoice.lines.filter((one) => one.subscription === subscription.id && one.period)
  const line = lines.find((one) => !isPartial(one)) ?? lines[0]
  return {
    product: textFact(subscription.product, ofSubscription(subscription, 'product')),
    billing: termFact(`billing.${subscription.billing}`, ofSubscription(subscription, 'billing')),
    cycle: termFact(
      line?.period ? 'cycle.billed' : 'cycle.other',
      computed('whether a line of the bill is for it', [ofInvoice(invoice, 'lines')]),
    ),
    ...(line?.period ? { covered: periodFact(line.period, ofLine(invoice, line, 'period')) } : {}),
  }
}

import type { Answered, BillingAsking } from './asking.ts'
import { termFact, textFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { comingInvoice, showInvoice, whatRenews, whatSubscriptions } from './offers.ts'
import { pickInvoice } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { ofSubscription } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = ['billing.period'] as const
export const terms = ['monthly', 'annual', 'once', 'usage'].map((billing) => `billing.${billing}`)

/** Which days a bill covers, and how often each running subscription is billed. */
export function billingPeriod(asking: BillingAsking): Answered {
  const { account, slots, today } = asking
  const picked = pickInvoice(account, slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  return reply('billing.period', invoiceFacts(account, picked.invoice, today), {
    rows: account.subscriptions
      .filter(({ status }) => status === 'active')
      .map((subscription) => ({
        product: textFact(subscription.product, ofSubscription(subscription, 'product')),
        billing: termFact(`billing.${subscription.billing}`, ofSubscription(subscription, 'billing')),
      })),
    offers: [showInvoice(picked.invoice), comingInvoice, account.subscriptions[0] ? whatRenews : whatSubscriptions],
  })
}

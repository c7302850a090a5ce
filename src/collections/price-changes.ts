import type { Account } from '../ledger/account.ts'
import { findPrice } from '../ledger/find-price.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { nextBill } from '../ledger/next-bill.ts'
import type { PriceBook } from '../ledger/price-book.ts'
import type { Currency } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import type { Decimal } from '../values/decimal.ts'
import type { SubscriptionId } from '../values/ids.ts'
import type { Period } from '../values/period.ts'

/** What one unit of a whole cycle costs the customer on its next bill, and cost on the last. */
export type PriceChange = {
  readonly subscription: SubscriptionId
  readonly product: string
  readonly before: Decimal
  readonly price: Decimal
  readonly currency: Currency
  /** The next bill: what it covers, and when it is expected. */
  readonly period: Period
  readonly expectedOn: Day
  /** The line with the price so far. */
  readonly basis: { readonly invoice: Invoice; readonly line: InvoiceLine }
}

/**
 * What the customer's price book says of the next bill that the last one did not. Only fixed prices, which are the customer's own: a price
 * by margin follows a cost that nobody knows yet, and one that followed a promotion says nothing of the price without it.
 */
export function priceChanges(account: Account, book: PriceBook | undefined, today: Day): readonly PriceChange[] {
  const next = book && nextBill(account, today)
  if (!next) return []
  return next.lines.flatMap(({ subscription, basis }) => {
    const invoice = account.invoices.find(({ id }) => id === basis.invoice)
    const line = invoice?.lines.find(({ number }) => number === basis.line)
    if (!invoice || !line?.cyclePrice || line.promotionId || line.adjustments?.length) return []
    if (line.billing !== 'monthly' && line.billing !== 'annual') return []
    const price = findPrice(book, account.customer, { ...line, billing: line.billing })
    if (!price || !('fixed' in price) || price.fixed.eq(line.cyclePrice)) return []
    const { product, cyclePrice: before } = line
    const change = { subscription, product, before, price: price.fixed, currency: price.currency }
    return [{ ...change, period: next.period, expectedOn: next.expectedOn, basis: { invoice, line } }]
  })
}

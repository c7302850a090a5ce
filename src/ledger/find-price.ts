import type { Billing } from './billing-cycle.ts'
import type { Customer } from './customer.ts'
import type { Price, PriceBook } from './price-book.ts'

type Priced = { readonly productId: string; readonly skuId: string; readonly billing: Billing }
type Rule = PriceBook['rules'][number]

const matches = (rule: Rule, customer: Customer, line: Priced): boolean =>
  (rule.customer === undefined || rule.customer === customer.tenant) &&
  (rule.skuId === undefined || rule.skuId === line.skuId) &&
  (rule.productId === undefined || rule.productId === line.productId) &&
  (rule.billing === undefined || rule.billing === line.billing)

/** Customer before sku before product before billing cycle: each outweighs all that come after it. */
const weight = (rule: Rule): number =>
  (rule.customer ? 8 : 0) + (rule.skuId ? 4 : 0) + (rule.productId ? 2 : 0) + (rule.billing ? 1 : 0)

/** A fixed price in a currency that the customer is not billed in is somebody else's: one book may price a product in several. */
const usable = (price: Price, customer: Customer): boolean => 'margin' in price || price.currency === customer.currency

/** The price of the most specific rule that holds, the first one of equals, else the default; undefined when there is none. */
export function findPrice(book: PriceBook, customer: Customer, line: Priced): Price | undefined {
  let best: Rule | undefined
  for (const rule of book.rules)
    if (matches(rule, customer, line) && usable(rule.price, customer) && (!best || weight(rule) > weight(best)))
      best = rule
  if (best) return best.price
  return book.default && usable(book.default, customer) ? book.default : undefined
}

import { billingOf } from './billing-cycle.ts'
import type { CustomerRow, Line, PriceBookRow, PriceRow, Rule } from './read-folder.ts'

const matches = (rule: Rule, line: Line, customer: CustomerRow): boolean =>
  (rule.customer === undefined || rule.customer === customer.tenant) &&
  (rule.skuId === undefined || rule.skuId === line.sku) &&
  (rule.productId === undefined || rule.productId === line.product) &&
  (rule.billing === undefined || rule.billing === billingOf(line)) &&
  (!('fixed' in rule.price) || rule.price.currency === customer.currency)

// Customer before sku before product before billing cycle, so the four read as the digits of one number.
const specificity = (rule: Rule): number =>
  [rule.customer, rule.skuId, rule.productId, rule.billing].reduce(
    (total, named) => total * 2 + (named === undefined ? 0 : 1),
    0,
  )

/** The price that holds for a line: of the most specific rule that matches, else the default. */
export function pickPrice(book: PriceBookRow, line: Line, customer: CustomerRow): PriceRow {
  const found = book.rules.filter((rule) => matches(rule, line, customer))
  const best = found.toSorted((a, b) => specificity(b) - specificity(a))[0]?.price ?? book.default
  if (!best) throw new Error(`no price for ${line.productName} of ${customer.name}`)
  return best
}

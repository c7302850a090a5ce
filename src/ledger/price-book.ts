import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import { partnerId, tenantId } from '../values/ids.ts'
import { currencySchema, decimalSchema, textOf } from '../values/schemas.ts'

/** `margin`: percent on the supplier's subtotal, same currency only. `fixed`: what one unit of a full billing cycle costs the customer. */
export const priceSchema = z.union([
  z.strictObject({ margin: decimalSchema }),
  z.strictObject({ fixed: decimalSchema, currency: currencySchema }),
])
export type Price = z.output<typeof priceSchema>

/** A rule holds for every line that matches all that it names; the most specific wins: customer, then sku, then product, then the default. */
export const priceRuleSchema = z.strictObject({
  customer: textOf(tenantId).optional(),
  productId: z.string().optional(),
  skuId: z.string().optional(),
  /** Billing cycle that a fixed price is for; any when left out. */
  billing: z.enum(['monthly', 'annual', 'once']).optional(),
  price: priceSchema,
})

/** What one Partner Center account of the partner charges its customers. */
export const priceBookSchema = z.strictObject({
  partner: textOf(partnerId),
  /** Saldo's own bill numbers start with it: `NOR` makes `NOR-2026-0001`. */
  prefix: z.string().regex(/^[A-Z]{2,8}$/),
  /** For every line that no rule matches; without it such a line is refused. */
  default: priceSchema.optional(),
  rules: z.array(priceRuleSchema),
})
export type PriceBook = z.output<typeof priceBookSchema>

export const priceBooks: Collection<z.input<typeof priceBookSchema>> = {
  name: 'price_books',
  indexes: {},
  partition: () => 'all',
}

import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId, SubscriptionId } from '../values/ids.ts'
import { daySchema, idSchema } from '../values/schemas.ts'

/** What a customer has bought and still has, or had. Derived from the supplier charges, newest line last; completed by the Partner Center export where there is one. */
export const subscriptionSchema = z.object({
  id: idSchema<SubscriptionId>(),
  customer: idSchema<CustomerId>(),
  productId: z.string(),
  skuId: z.string(),
  /** As on the bill: "Microsoft 365 Business Premium". */
  product: z.string(),
  /** Seats after the last change; absent for usage such as Azure. */
  quantity: z.int().min(0).optional(),
  term: z.enum(['P1M', 'P1Y', 'P3Y', 'none']),
  billing: z.enum(['monthly', 'annual', 'once', 'usage']),
  start: daySchema,
  /** The last day of the current term; absent for usage and perpetual software. */
  end: daySchema.optional(),
  status: z.enum(['active', 'suspended', 'cancelled', 'expired']),
  /** Not in the reconciliation file: known only from the Partner Center export. */
  autoRenew: z.boolean().optional(),
  promotionId: z.string().optional(),
  /** The charge line that it was read from last. */
  source: z.object({ import: z.string(), line: z.int() }),
})
export type Subscription = z.output<typeof subscriptionSchema>

/** The id of its document: customer included, so that no file can reach another customer's subscription. */
export const subscriptionKey = ({ customer, id }: { readonly customer: string; readonly id: string }): string =>
  `${customer}.${id}`

export const subscriptions: Collection<z.input<typeof subscriptionSchema>> = {
  name: 'subscriptions',
  indexes: { customer: (data) => data.customer },
  partition: (data) => data.customer,
}

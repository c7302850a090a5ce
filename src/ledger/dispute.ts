import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId, DisputeId, InvoiceId } from '../values/ids.ts'
import { idSchema, instantSchema, moneySchema } from '../values/schemas.ts'

/** A customer contests lines of a bill. Support writes it, collections reads it: only the disputed amount is on hold. */
export const disputeSchema = z.object({
  id: idSchema<DisputeId>(),
  customer: idSchema<CustomerId>(),
  invoice: idSchema<InvoiceId>(),
  /** Empty when the whole bill is contested. */
  lines: z.array(z.int().min(1)),
  amount: moneySchema,
  reason: z.string().min(1),
  openedAt: instantSchema,
  outcome: z
    .object({ kind: z.enum(['accepted', 'partly', 'rejected', 'withdrawn']), at: instantSchema, note: z.string() })
    .optional(),
})
export type Dispute = z.output<typeof disputeSchema>

export const disputes: Collection<z.input<typeof disputeSchema>> = {
  name: 'disputes',
  indexes: { customer: (data) => data.customer, invoice: (data) => data.invoice },
  partition: (data) => data.customer,
}

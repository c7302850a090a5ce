import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId, InvoiceId, PaymentId } from '../values/ids.ts'
import { daySchema, idSchema, moneySchema } from '../values/schemas.ts'

/** Money that came in from a customer and the bills it pays. What is left over stays the customer's credit. */
export const paymentSchema = z.object({
  id: idSchema<PaymentId>(),
  customer: idSchema<CustomerId>(),
  receivedOn: daySchema,
  amount: moneySchema,
  /** What the customer wrote: usually the bill's number. */
  reference: z.string(),
  method: z.string(),
  /** Never sums to more than the amount. Same currency. */
  allocations: z.array(z.object({ invoice: idSchema<InvoiceId>(), amount: moneySchema })),
  import: z.string(),
  /** Line in the imported file. */
  line: z.int(),
})
export type Payment = z.output<typeof paymentSchema>

export const payments: Collection<z.input<typeof paymentSchema>> = {
  name: 'payments',
  indexes: { customer: (data) => `${data.customer}|${data.receivedOn}` },
  partition: (data) => data.customer,
}

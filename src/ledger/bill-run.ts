import { z } from 'zod'
import type { Collection, Reading } from '../store/documents.ts'
import type { ImportId, PartnerId } from '../values/ids.ts'
import { daySchema, idSchema, instantSchema } from '../values/schemas.ts'
import { supplierInvoiceKey } from './charge.ts'

/**
 * The bill-out of one supplier invoice; its document's id is `supplierInvoiceKey`. From the moment it exists the bills' numbers are
 * given and the charges may not be replaced any more; while it is `issuing`, repeating it goes on where it stopped.
 */
export const billRunSchema = z.object({
  /** Bills are `<id>.<position>`, so that no repetition makes a second one. */
  id: z.string().min(1),
  partner: idSchema<PartnerId>(),
  supplierInvoice: z.string(),
  import: idSchema<ImportId>(),
  status: z.enum(['issuing', 'complete']),
  issuedOn: daySchema,
  startedAt: instantSchema,
  prefix: z.string(),
  year: z.string().length(4),
  /** The first number of the series that it took, and how many. */
  first: z.int().min(1),
  bills: z.int().min(1),
})
export type BillRun = z.output<typeof billRunSchema>

export const billRuns: Collection<z.input<typeof billRunSchema>> = {
  name: 'bill_runs',
  indexes: {},
  partition: (data) => data.partner,
}

/** Whether customer bills were issued from a supplier invoice, so that its charges must stay as they are. */
export const isBilledOut = async (reading: Reading, partner: PartnerId, supplierInvoice: string): Promise<boolean> =>
  (await reading.get(billRuns, supplierInvoiceKey(partner, supplierInvoice))) !== undefined

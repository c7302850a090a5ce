import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { InvoiceId, ObjectId, TenantId } from '../values/ids.ts'
import { idSchema, instantSchema } from '../values/schemas.ts'

/** That somebody fetched a bill's document, or was not let. Ids only: no name, no address, no amount. */
export const documentAccessSchema = z.object({
  id: z.string(),
  at: instantSchema,
  tenant: idSchema<TenantId>(),
  objectId: idSchema<ObjectId>(),
  invoice: idSchema<InvoiceId>(),
  way: z.enum(['link', 'upload', 'command']),
  outcome: z.enum(['handed-over', 'declined', 'expired', 'refused', 'failed']),
})
export type DocumentAccess = z.output<typeof documentAccessSchema>

export const documentAccesses: Collection<z.input<typeof documentAccessSchema>> = {
  name: 'document_access',
  indexes: { at: (data) => data.at, invoice: (data) => data.invoice },
  partition: (data) => data.at.slice(0, 7),
}

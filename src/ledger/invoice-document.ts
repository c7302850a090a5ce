import { z } from 'zod'
import type { Collection, Reading } from '../store/documents.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { idSchema } from '../values/schemas.ts'
import { recordOf } from './record.ts'

/** The certified document of a bill, as the partner's own software made it. Its bytes lie apart: a chat turn needs none of them. */
export const invoiceDocumentSchema = z.object({
  id: z.string(),
  invoice: idSchema<InvoiceId>(),
  customer: idSchema<CustomerId>(),
  /** The file's name without its folder. */
  file: z.string(),
  mediaType: z.enum(['application/pdf', 'application/xml']),
  /** Of the file. */
  bytes: z.int().min(1),
  /** Of the file's bytes, hexadecimal. */
  sha256: z.string(),
  import: z.string(),
})
export type InvoiceDocument = z.output<typeof invoiceDocumentSchema>

export const invoiceDocuments: Collection<z.input<typeof invoiceDocumentSchema>> = {
  name: 'invoice_documents',
  indexes: { invoice: (data) => data.invoice },
  partition: (data) => data.customer,
}

/** The bytes of a document, under its id, each in a file of its own. */
export const documentContents: Collection<{ readonly document: string; readonly base64: string }> = {
  name: 'document_contents',
  indexes: {},
  partition: (data) => data.document,
}

/** The original of a bill; the one that people can read where there are two. */
export async function originalOf(reading: Reading, invoice: InvoiceId): Promise<InvoiceDocument | undefined> {
  const { items } = await reading.find(invoiceDocuments, { index: 'invoice', equals: invoice })
  const found = items.map(({ data }) => recordOf(invoiceDocumentSchema, data))
  return found.find(({ mediaType }) => mediaType === 'application/pdf') ?? found[0]
}

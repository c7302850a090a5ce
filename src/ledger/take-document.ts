import type { Unit } from '../store/documents.ts'
import type { ImportId } from '../values/ids.ts'
import { documentName } from './document-name.ts'
import type { Invoice } from './invoice.ts'
import { invoiceSchema, invoices } from './invoice.ts'
import { documentContents, type InvoiceDocument, invoiceDocuments } from './invoice-document.ts'
import { recordOf } from './record.ts'

/** The issued bills that a file's name can mean: one, none, or several that nobody can tell apart. */
export async function billsOfFile(unit: Unit, file: string): Promise<readonly Invoice[]> {
  const name = documentName(file)
  // "invoice.pdf" could be anybody's.
  if (!/\d/.test(name)) return []
  const { items } = await unit.find(invoices, { index: 'documentName', equals: name })
  return items.map(({ data }) => recordOf(invoiceSchema, data)).filter(({ status }) => status === 'issued')
}

export type DocumentFile = Pick<InvoiceDocument, 'file' | 'mediaType' | 'sha256'> & {
  readonly import: ImportId
  readonly content: Uint8Array
}

/** `replaced` names the file that stood there before: the partner's software printed the document again. */
export type TakenDocument =
  | { readonly kind: 'taken' }
  | { readonly kind: 'already' }
  | { readonly kind: 'replaced'; readonly file: string }

const endings = { 'application/pdf': 'pdf', 'application/xml': 'xml' } as const

/** Puts the certified document beside its bill, within the caller's unit of work. The same bytes twice change nothing. */
export async function takeDocument(unit: Unit, bill: Invoice, taken: DocumentFile): Promise<TakenDocument> {
  const { content, ...named } = taken
  const id = `${bill.id}.${endings[taken.mediaType]}`
  const known = await unit.get(invoiceDocuments, id)
  if (known?.data.sha256 === taken.sha256) return { kind: 'already' }
  const document = { id, invoice: bill.id, customer: bill.customer, ...named, bytes: content.length }
  unit.put(invoiceDocuments, id, document, known?.revision ?? 0)
  const contents = await unit.get(documentContents, id)
  const base64 = Buffer.from(content).toString('base64')
  unit.put(documentContents, id, { document: id, base64 }, contents?.revision ?? 0)
  return known ? { kind: 'replaced', file: known.data.file } : { kind: 'taken' }
}

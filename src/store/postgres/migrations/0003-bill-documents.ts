import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

const names = ['document_access', 'document_contents', 'document_keys', 'invoice_documents']

/** Certified documents beside the bills, who fetched them, and the key that signs links to them. */
export const billDocuments: Migration = {
  number: 3,
  name: 'bill documents',
  sql: names.map(createCollection).join('\n'),
}

import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

export const usageCollections: Migration = {
  number: 2,
  name: 'usage collections',
  sql: ['usage_invoices', 'usage_pages'].map(createCollection).join('\n'),
}

import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

const names = [
  'bill_runs',
  'charge_pages',
  'conversations',
  'customers',
  'delivered_turns',
  'disputes',
  'imports',
  'invoices',
  'number_series',
  'offerings',
  'payments',
  'people',
  'people_changes',
  'price_books',
  'sample_loads',
  'subscriptions',
  'supplier_invoices',
  'turns',
]

export const firstCollections: Migration = {
  number: 1,
  name: 'first collections',
  sql: names.map(createCollection).join('\n'),
}

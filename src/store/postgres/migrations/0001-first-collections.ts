import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

const names = [
  'bill_runs',
  'charge_pages',
  'customers',
  'disputes',
  'imports',
  'invoices',
  'number_series',
  'offerings',
  'payments',
  'people',
  'price_books',
  'subscriptions',
  'supplier_invoices',
]

export const firstCollections: Migration = {
  number: 1,
  name: 'first collections',
  sql: names.map(createCollection).join('\n'),
}

import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

const names = [
  'api_keys',
  'api_requests',
  'contacts',
  'decision_months',
  'outgoing_events',
  'payment_data',
  'policies',
  'standings',
  'supplier_payments',
  'suspensions',
  'webhooks',
]

/** Reminders, promises, suspensions, and what the partner's own systems are told. */
export const collections: Migration = {
  number: 6,
  name: 'collections',
  sql: names.map(createCollection).join('\n'),
}

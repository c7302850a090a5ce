import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

/** Redacted messages that were not understood, where a partner wants to learn from them. */
export const unclearMessages: Migration = {
  number: 4,
  name: 'unclear messages',
  sql: createCollection('unclear_messages'),
}

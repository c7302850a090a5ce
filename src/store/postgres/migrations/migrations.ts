import type { Migration } from '../migrate.ts'
import { firstCollections } from './0001-first-collections.ts'
import { usageCollections } from './0002-usage-collections.ts'
import { billDocuments } from './0003-bill-documents.ts'
import { unclearMessages } from './0004-unclear-messages.ts'
import { supportDesk } from './0005-support-desk.ts'
import { collections } from './0006-collections.ts'

/** Every step of the schema, in order. A new collection is a new file here with the next number. */
export const migrations: readonly Migration[] = [
  firstCollections,
  usageCollections,
  billDocuments,
  unclearMessages,
  supportDesk,
  collections,
]

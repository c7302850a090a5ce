import type { Collection } from '../store/documents.ts'
import { apiKeys } from './api-key.ts'
import { apiRequests } from './api-request.ts'
import { documentKeys } from './document-key.ts'
import { peopleChanges } from './people-change.ts'
import { people } from './person.ts'

/** What this room keeps: a store is opened with these and those of the other rooms. */
export const accessCollections = [
  apiKeys,
  apiRequests,
  documentKeys,
  people,
  peopleChanges,
] as unknown as readonly Collection<never>[]

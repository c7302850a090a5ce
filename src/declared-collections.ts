import { people } from './access/person.ts'
import { sampleLoads } from './cli/load-sample.ts'
import { ledgerCollections } from './ledger/ledger-collections.ts'
import type { Collection } from './store/documents.ts'
import { offerings } from './support/offering.ts'

/** Every kind of document that Saldo keeps: a store is opened with all of them. */
export const declaredCollections = [
  ...ledgerCollections,
  people,
  offerings,
  sampleLoads,
] as unknown as readonly Collection<never>[]

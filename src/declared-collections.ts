import { accessCollections } from './access/access-collections.ts'
import { sampleLoads } from './cli/load-sample.ts'
import { collectionsCollections } from './collections/collections-collections.ts'
import { conversationCollections } from './conversation/conversation-collections.ts'
import { deliveryCollections } from './delivery/delivery-collections.ts'
import { ledgerCollections } from './ledger/ledger-collections.ts'
import type { Collection } from './store/documents.ts'
import { supportCollections } from './support/support-collections.ts'

/** Every kind of document that Saldo keeps: a store is opened with all of them. */
export const declaredCollections = [
  ...ledgerCollections,
  ...accessCollections,
  ...conversationCollections,
  ...deliveryCollections,
  ...supportCollections,
  ...collectionsCollections,
  sampleLoads,
] as unknown as readonly Collection<never>[]

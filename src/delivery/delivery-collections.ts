import type { Collection } from '../store/documents.ts'
import { addresses } from './address.ts'
import { outgoingEvents, webhooks } from './event.ts'
import { deliveries, lines } from './line.ts'

/** What this room keeps: a store is opened with these and those of the other rooms. */
export const deliveryCollections = [
  addresses,
  lines,
  deliveries,
  outgoingEvents,
  webhooks,
] as unknown as readonly Collection<never>[]

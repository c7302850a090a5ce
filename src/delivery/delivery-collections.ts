import type { Collection } from '../store/documents.ts'
import { addresses } from './address.ts'
import { deliveries, lines } from './line.ts'

/** What this room keeps: a store is opened with these and those of the other rooms. */
export const deliveryCollections = [addresses, lines, deliveries] as unknown as readonly Collection<never>[]

import type { Collection } from '../store/documents.ts'
import { askedCounts } from './asked-counts.ts'
import { conversations } from './state.ts'
import { deliveredTurns, turnRecords } from './turn-record.ts'
import { unclearMessages } from './unclear-messages.ts'

/** What conversations keep: a store is opened with these and those of the other rooms. */
export const conversationCollections = [
  conversations,
  turnRecords,
  deliveredTurns,
  unclearMessages,
  askedCounts,
] as unknown as readonly Collection<never>[]

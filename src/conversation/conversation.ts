import type { Understander } from '../language/understand.ts'
import type { Documents } from '../store/documents.ts'
import type { Clock, NewId } from '../values/clock.ts'
import type { Conversation } from './turn.ts'

export type ConversationDeps = {
  readonly documents: Documents
  readonly understander: Understander
  readonly clock: Clock
  readonly newId: NewId
}

/** The one entrance for every door: reads, decides, answers, records. */
export function conversationOf(_deps: ConversationDeps): Conversation {
  throw new Error('not yet')
}

import type { NewId } from '../values/clock.ts'
import type { Outbox } from './outbox.ts'
import type { SharedFiles } from './shared-files.ts'
import type { TeamChannel } from './team-channel.ts'

/** What the customer's and the helpdesk's seat share. */
export type Seats = {
  readonly newId: NewId
  readonly box: Outbox
  readonly channel: TeamChannel
  readonly files: SharedFiles
  /** The chat that each person (`29:...`) is in: Teams has one for each. */
  readonly chats: Map<string, string>
}

import type { Principal } from '../../access/principal.ts'
import type { Answered } from '../../answers/asking.ts'
import type { Unit } from '../../store/documents.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { Instant } from '../../values/day.ts'
import type { ObjectId, TenantId } from '../../values/ids.ts'
import type { Language } from '../../values/language.ts'
import type { CaseScene } from './case-scene.ts'

/** What somebody did in a channel of the partner's team, after the door authenticated it. */
export type DeskIncoming = {
  readonly delivery: {
    readonly channel: string
    /** The thread: Teams' id of the channel with the id of its first message. */
    readonly conversation: string
    readonly activity: string
    readonly serviceUrl: string
  }
  readonly person: { readonly tenant: TenantId; readonly objectId: ObjectId; readonly name?: string }
  /** Teams' id of the channel. */
  readonly teamsChannel?: string
  readonly what: /** `mentioned`: it was said to the bot. The mention itself is not in the text. */
    | { readonly kind: 'message'; readonly text: string; readonly mentioned: boolean; readonly attachments: number }
    | { readonly kind: 'edited'; readonly activity: string; readonly text: string }
    | { readonly kind: 'removed'; readonly activity: string }
    /** A card's button. `data` is whatever the client sent: checked and authorised again. */
    | { readonly kind: 'action'; readonly verb: string; readonly data: unknown }
    /** The bot was added to the team. */
    | { readonly kind: 'added' }
  readonly locale?: string
}

export type Staff = Extract<Principal, { kind: 'partner' }>

/** An agent at a case. */
export type AtCase = {
  readonly unit: Unit
  readonly incoming: DeskIncoming
  readonly staff: Staff
  readonly by: { readonly principal: Staff; readonly name?: string }
  readonly ticket: Ticket
  readonly scene: CaseScene
  readonly now: Instant
  /** The cause of whatever this does: the same delivery, or the same click, is the same cause. */
  readonly event: string
}

/** What only who clicked is told; nothing when the thread says it all. */
export type SeatSays = { readonly answered: Answered; readonly language: Language } | undefined

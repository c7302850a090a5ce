import type { Words } from '../language/words.ts'
import type { Answer } from '../values/answer.ts'
import type { Instant } from '../values/day.ts'
import type { ObjectId, TenantId } from '../values/ids.ts'
import type { Language } from '../values/language.ts'

/** What somebody did at a door, after the door authenticated it. `delivery` names this very delivery; a repeated one has the same. */
export type Incoming = {
  readonly delivery: {
    readonly channel: string
    readonly conversation: string
    readonly activity: string
    /** Where the channel takes messages for this conversation; absent where nothing can be sent later. */
    readonly serviceUrl?: string
  }
  readonly person: { readonly tenant: TenantId; readonly objectId: ObjectId; readonly name?: string }
  readonly what:
    | { readonly kind: 'message'; readonly text: string }
    /** The person changed or took back an earlier message. */
    | { readonly kind: 'edited'; readonly activity: string; readonly text: string }
    | { readonly kind: 'removed'; readonly activity: string }
    /** A ticket about a message somewhere else in Teams, confirmed in a dialog. */
    | { readonly kind: 'ticket'; readonly text: string }
    /** A file that the door has taken in and kept. */
    | { readonly kind: 'file'; readonly file: string; readonly name: string }
    /** A file that the door could not take. */
    | { readonly kind: 'file-refused' }
    /** A card's button. `data` is whatever the client sent: checked and authorised again. */
    | { readonly kind: 'action'; readonly verb: string; readonly data: unknown }
    /** The app was installed for the person: the welcome, once. */
    | { readonly kind: 'installed' }
  /** BCP 47, the client's. Decides the language only until the person has written. */
  readonly locale?: string
  readonly at: Instant
}

export type Reply = { readonly answer: Answer; readonly language: Language; readonly words: Words }

/**
 * What a turn came to. It is recorded together with the conversation's state before this is returned. `delivered` is true when
 * this delivery had been answered and noted as delivered before: an invoke or `expectReplies` gets the replies again, a message is not sent again.
 * `elsewhere` is true when another process has the same delivery and is probably sending its replies: who takes it again in a moment, learns.
 */
export type Turn = {
  readonly key: string
  readonly replies: readonly Reply[]
  readonly delivered: boolean
  readonly elsewhere: boolean
}

/** The one entrance for every door. Turns of one conversation run one after another. */
export type Conversation = {
  take(incoming: Incoming): Promise<Turn>
  /** Notes that the replies reached the channel. Safe to repeat. */
  noteDelivered(turn: Turn): Promise<void>
}

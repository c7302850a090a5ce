import type { Destination } from './line.ts'
import type { Content } from './post.ts'

/**
 * What the channel made of a message. `refused`: it surely did not arrive; with `retry` it may be sent again, not before `after` milliseconds where
 * the channel asks for that. `unknown`: it may have arrived. `withheld`: by the time it was to be sent there was nothing left to say.
 */
export type Sent =
  | {
      readonly kind: 'sent'
      /** The channel's id of the message, by which it can be changed; empty where the channel names none. */
      readonly activity: string
      /** Of a thread that this message began. */
      readonly conversation?: string
    }
  | {
      readonly kind: 'refused'
      /** The channel's status and error code, such as `403 ConversationBlockedByUser`, or a word of ours. */
      readonly reason: string
      readonly retry?: { readonly after?: number }
      /** The fault of ours because of which nothing was sent. */
      readonly cause?: unknown
    }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'withheld'; readonly reason: string }

/** `post` is the id of what is sent. `leaving` is to be called right before the request leaves, and waited for: there may be too many at once. */
export type Sending = { readonly post: string; readonly leaving?: () => Promise<void> }

/** The way out to people. What the channel answers is a value; what is thrown is a fault. */
export type Channel = {
  /** A new message; the first of a thread that was not begun yet begins it. */
  send(to: Destination, content: Content, sending: Sending): Promise<Sent>
  update(to: Destination, activity: string, content: Content, sending?: Sending): Promise<Sent>
  remove(to: Destination, activity: string, sending?: Sending): Promise<Sent>
}

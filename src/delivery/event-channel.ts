import type { EventType, OutgoingEvent, Webhook } from './event.ts'

/** What is said of an event; the rest of it is about carrying it. */
export type SaidEvent = Pick<OutgoingEvent, 'event' | 'subject' | 'data' | 'at'> & {
  /** `saldo.test` says nothing but that somebody tries it out. */
  readonly type: EventType | 'saldo.test'
}

export type Received =
  | { readonly kind: 'taken' }
  /** It may be there all the same: whoever takes an event twice tells by its id. `after` is how long to wait, in milliseconds. */
  | { readonly kind: 'refused'; readonly reason: string; readonly after?: number }
  /** Nobody is there any more, or will ever be: it is not tried again. */
  | { readonly kind: 'gone'; readonly reason: string }

/** Where the partner's systems take events. It never throws for what the other side does. */
export type EventChannel = { tell(webhook: Webhook, event: SaidEvent): Promise<Received> }

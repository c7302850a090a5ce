import type { Instant } from '../values/day.ts'
import { helpdeskChannel } from './channel-place.ts'

/** In the channel an event names its thread, by the first message's id, and its time. */
type InThread = { readonly thread?: string; readonly at?: Instant }

/** What the page is told: an activity that arrived, one that was replaced, one that was taken back. */
export type PageEvent = InThread &
  (
    | { readonly kind: 'sent'; readonly id: string; readonly activity: object }
    | { readonly kind: 'updated'; readonly id: string; readonly activity: object }
    | { readonly kind: 'deleted'; readonly id: string }
  )

export type Numbered = { readonly number: number; readonly event: PageEvent }

type Box = { readonly events: Numbered[]; readonly listeners: Set<(numbered: Numbered) => void>; last: number }

const maxConversations = 200
/** A chat is one person's; all threads share the channel's. */
const maxEvents = (conversation: string): number => (conversation === helpdeskChannel.id ? 2000 : 200)

/** The last events of each conversation, so that a page that was away for a moment misses nothing. Bounded: for one machine, for trying out. */
export function outbox() {
  const boxes = new Map<string, Box>()
  const boxOf = (conversation: string): Box => {
    const box = boxes.get(conversation) ?? { events: [], listeners: new Set(), last: 0 }
    boxes.delete(conversation)
    boxes.set(conversation, box)
    for (const [key, { listeners }] of boxes) {
      if (boxes.size <= maxConversations) break
      if (listeners.size === 0 && key !== helpdeskChannel.id) boxes.delete(key)
    }
    return box
  }
  return {
    put(conversation: string, event: PageEvent): void {
      const box = boxOf(conversation)
      const numbered = { number: ++box.last, event }
      box.events.push(numbered)
      if (box.events.length > maxEvents(conversation)) box.events.shift()
      for (const listener of box.listeners) listener(numbered)
    },
    /** Tells those who listen now, and nobody later: that somebody is typing is soon past. */
    tell(conversation: string, event: PageEvent): void {
      const { last, listeners } = boxOf(conversation)
      for (const listener of listeners) listener({ number: last, event })
    },
    /** The number of its last event, 0 when there is none. */
    last: (conversation: string): number => boxes.get(conversation)?.last ?? 0,
    /** Tells everything after `after`, and then what comes. Returns how to stop. */
    listen(conversation: string, after: number, listener: (numbered: Numbered) => void): () => void {
      const box = boxOf(conversation)
      for (const numbered of box.events) if (numbered.number > after) listener(numbered)
      box.listeners.add(listener)
      return () => box.listeners.delete(listener)
    },
  }
}
export type Outbox = ReturnType<typeof outbox>

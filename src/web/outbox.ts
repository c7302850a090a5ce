/** What the page is told: an activity that arrived, one that was replaced, one that was taken back. */
export type PageEvent =
  | { readonly kind: 'sent'; readonly id: string; readonly activity: object }
  | { readonly kind: 'updated'; readonly id: string; readonly activity: object }
  | { readonly kind: 'deleted'; readonly id: string }

export type Numbered = { readonly number: number; readonly event: PageEvent }

type Box = { readonly events: Numbered[]; readonly listeners: Set<(numbered: Numbered) => void>; last: number }

const maxConversations = 200
const maxEvents = 200

/** The last events of each conversation, so that a page that was away for a moment misses nothing. Bounded: for one machine, for trying out. */
export function outbox() {
  const boxes = new Map<string, Box>()
  const boxOf = (conversation: string): Box => {
    const box = boxes.get(conversation) ?? { events: [], listeners: new Set(), last: 0 }
    boxes.delete(conversation)
    boxes.set(conversation, box)
    for (const [key, { listeners }] of boxes) {
      if (boxes.size <= maxConversations) break
      if (listeners.size === 0) boxes.delete(key)
    }
    return box
  }
  return {
    put(conversation: string, event: PageEvent): void {
      const box = boxOf(conversation)
      const numbered = { number: ++box.last, event }
      box.events.push(numbered)
      if (box.events.length > maxEvents) box.events.shift()
      for (const listener of box.listeners) listener(numbered)
    },
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

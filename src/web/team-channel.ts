import type { Instant } from '../values/day.ts'
import { helpdeskChannel } from './channel-place.ts'
import type { Outbox } from './outbox.ts'

/** A person's message: who may edit it, and whether the bot was named in it. */
export type Post = { readonly thread: string; readonly author: string; readonly mentions: boolean }

const maxPosts = 2000

/** The team's channel as the page plays it: its messages go to whoever looks, and the team's consent says which of them the bot hears. */
export function teamChannel(box: Outbox, now: () => Instant) {
  const posts = new Map<string, Post>()
  const channel = helpdeskChannel.id
  let last = 0
  return {
    /** Whether the team lets the bot hear every message (ChannelMessage.Read.Group); else only those that mention it. */
    hearsAll: true,
    /** An id as Teams makes them, of milliseconds. Of the real clock: the bot keeps threads over a restart that sets the other one back. */
    nextId(): string {
      last = Math.max(last + 1, Date.now())
      return String(last)
    },
    postOf: (id: string): Post | undefined => posts.get(id),
    /** Notes a person's message. */
    note(id: string, post: Post): void {
      posts.set(id, post)
      for (const key of posts.keys()) {
        if (posts.size <= maxPosts) break
        posts.delete(key)
      }
    },
    show(kind: 'sent' | 'updated', thread: string, id: string, activity: object): void {
      box.put(channel, { kind, id, thread, at: now(), activity })
    },
    takeBack(thread: string, id: string): void {
      posts.delete(id)
      box.put(channel, { kind: 'deleted', id, thread, at: now() })
    },
  }
}
export type TeamChannel = ReturnType<typeof teamChannel>

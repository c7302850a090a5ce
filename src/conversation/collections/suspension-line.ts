import { type Line, lineOf, type NewPost, queuePosts } from '../../delivery/line.ts'
import type { Unit } from '../../store/documents.ts'
import { helpdeskChannel, threadIn } from '../../support/helpdesk-channel.ts'
import type { Instant } from '../../values/day.ts'

/** A suspension's thread in the helpdesk's channel. */
export const suspensionLine = (suspension: string): string => `suspension|${suspension}`
export const suspensionOfLine = (line: string): string | undefined => /^suspension\|(S-\d+)$/.exec(line)?.[1]

const cardName = 'card'

/** The card as it stands when it is sent; `event` is what it is shown or changed for. */
export const suspensionCardPost = (suspension: string, event: string, how: 'send' | 'update'): NewPost => ({
  id: `${suspension}|${event}|card`,
  how,
  name: cardName,
  content: { kind: 'suspension-card', suspension },
})

/** Queues posts for the thread, the card first. Says whether there is one, or a channel to begin it in. */
export async function tellThread(
  unit: Unit,
  suspension: string,
  posts: readonly NewPost[],
  now: Instant,
): Promise<boolean> {
  const id = suspensionLine(suspension)
  const line = await lineOf(unit, id)
  const channel = line ? undefined : await helpdeskChannel(unit)
  const to = line?.to ?? (channel && threadIn(channel))
  if (!to) return false
  await queuePosts(unit, { id, to, now }, [...cardFirst(suspension, line, posts), ...posts])
  return true
}

/** Where the card is not known to have arrived, whatever comes next begins a thread that has it: rather twice a card than one that nobody sees. */
function cardFirst(suspension: string, line: Line | undefined, posts: readonly NewPost[]): readonly NewPost[] {
  if (!line) return [suspensionCardPost(suspension, 'first', 'send')]
  const isThere =
    line.to.conversation !== undefined || line.posts.some(({ name, how }) => name === cardName && how === 'send')
  return isThere || !posts[0] ? [] : [suspensionCardPost(suspension, `${posts[0].id}|again`, 'send')]
}

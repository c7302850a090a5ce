import { BadRequest } from './bad-request.ts'
import { pageActivity } from './page-activity.ts'
import { mentionsBot } from './page-mention.ts'
import type { PageMessage } from './page-message.ts'
import type { Seats } from './seats.ts'
import { type BotAnswer, tellBot } from './tell-bot.ts'

type What = PageMessage['what']
type Words = Extract<What, { kind: 'message' | 'edit' | 'delete' }>
type InChannel<T extends What> = PageMessage & { readonly what: T }

const isWords = (message: PageMessage): message is InChannel<Words> =>
  message.what.kind === 'message' || message.what.kind === 'edit' || message.what.kind === 'delete'

/** What somebody does in the channel, in a thread of it or (`thread` absent) to begin one. */
export async function inChannel(
  seats: Seats,
  origin: string,
  message: PageMessage,
  thread: string | undefined,
): Promise<BotAnswer> {
  if (isWords(message)) return wordsInChannel(seats, origin, message, thread)
  const at = { id: seats.newId(), origin, files: [], ...(thread && { thread }) }
  return tellBot(origin, pageActivity(message, at))
}

/** What is written in a channel stands there, whether the bot hears it or not: `heard` tells which. */
async function wordsInChannel(
  { channel, files }: Seats,
  origin: string,
  message: InChannel<Words>,
  thread: string | undefined,
): Promise<BotAnswer> {
  const { what, person } = message
  const id = what.kind === 'message' ? channel.nextId() : what.id
  const before = channel.postOf(id)
  if (what.kind !== 'message' && before?.author !== person.objectId)
    throw new BadRequest('id: people change their own messages only')
  const post = {
    thread: before?.thread ?? thread ?? id,
    author: person.objectId,
    mentions: what.kind !== 'delete' && mentionsBot(what.text),
  }
  const attached = what.kind === 'message' ? files.attach(id, what.files ?? []) : files.with(id)
  const activity = pageActivity(message, { id, origin, files: attached, thread: post.thread })
  if (what.kind === 'delete') channel.takeBack(post.thread, id)
  else {
    channel.note(id, post)
    channel.show(what.kind === 'message' ? 'sent' : 'updated', post.thread, id, activity)
  }
  const hears = channel.hearsAll || post.mentions || before?.mentions
  const heard = hears ? ((await tellBot(origin, activity)).ok ? 'yes' : 'failed') : 'no'
  return { ok: true, status: 200, body: { heard } }
}

import { pageActivity } from './page-activity.ts'
import type { PageMessage } from './page-message.ts'
import type { Seats } from './seats.ts'
import { type BotAnswer, tellBot } from './tell-bot.ts'

/** What somebody does in the chat with the bot. A message that the bot did not take is taken back: the page has it again. */
export async function inChat(seats: Seats, origin: string, message: PageMessage): Promise<BotAnswer> {
  const { box, chats, files, newId } = seats
  const { conversation, person, what } = message
  const id = ('id' in what && what.id) || newId()
  const attached = what.kind === 'message' ? files.attach(id, what.files ?? []) : files.with(id)
  const activity = pageActivity(message, { id, origin, files: attached })
  chats.set(`29:${person.objectId}`, conversation)
  // Without an id of the sender's nobody waits to see it.
  const shown = what.kind === 'message' && what.id !== undefined
  if (shown) box.put(conversation, { kind: 'sent', id, activity })
  if (what.kind === 'edit') box.put(conversation, { kind: 'updated', id, activity })
  if (what.kind === 'delete') box.put(conversation, { kind: 'deleted', id })
  const answer = await tellBot(origin, activity)
  if (shown && !answer.ok) box.put(conversation, { kind: 'deleted', id })
  return answer
}

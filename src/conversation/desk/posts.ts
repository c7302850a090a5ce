import type { Answered } from '../../answers/asking.ts'
import { addressOf } from '../../delivery/address.ts'
import { type Destination, type Line, lineOf, type NewPost, queuePosts } from '../../delivery/line.ts'
import type { Post } from '../../delivery/post.ts'
import { talkLine } from '../../delivery/talk-line.ts'
import type { Reading, Unit } from '../../store/documents.ts'
import { helpdeskChannel, threadIn } from '../../support/helpdesk-channel.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { Instant } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import { answerJson } from '../answer-json.ts'

/** A line is named by where it leads: a case's thread by its ticket, a private chat by the conversation (delivery/talk-line.ts). */
export const caseLine = (ticket: string): string => `case|${ticket}`

/** The ticket that a thread's line is for. */
export const ticketOfLine = (line: string): string | undefined => /^case\|(T-\d+)$/.exec(line)?.[1]

export type Telling = { readonly now: Instant; readonly event: string }

/** A post's id says which ticket it is for, so that whatever becomes of it can be told there. */
const postId = (ticket: string, event: string, what: string): string => `${ticket}|${event}|${what}`
export const ticketOfPost = ({ id }: Pick<Post, 'id'>): string | undefined => /^(T-\d+)\|/.exec(id)?.[1]

export const answerPost = (
  ticket: Ticket,
  event: string,
  what: string,
  { answer }: Answered,
  language: Language,
): NewPost => ({
  id: postId(ticket.id, event, what),
  how: 'send',
  content: { kind: 'answer', language, answer: answerJson(answer) },
})

/** What words are called by, for later changes to them: the event that they came with. */
export const wordsName = (event: string): string => `words ${event}`

/** A person's words, passed on; an edit or a removal later finds them by the event that they came with. */
export const wordsPost = (ticket: Ticket, event: string, by: string, text: string): NewPost => ({
  id: postId(ticket.id, event, 'words'),
  how: 'send',
  name: wordsName(event),
  content: { kind: 'words', by, text },
})

export const filePost = (
  ticket: Ticket,
  event: string,
  file: { readonly by: string; readonly file: string; readonly name: string; readonly language: Language },
): NewPost => ({ id: postId(ticket.id, event, `file ${file.file}`), how: 'send', content: { kind: 'file', ...file } })

/** Words that were passed on, changed or taken back by who wrote them. */
export const editPost = (ticket: Ticket, event: string, of: string, words?: { by: string; text: string }): NewPost => ({
  id: postId(ticket.id, event, words ? 'edit' : 'remove'),
  how: words ? 'update' : 'remove',
  name: wordsName(of),
  ...(words && { content: { kind: 'words', ...words } }),
})

/** Where a ticket's customer reads: where it was opened, else where they last wrote from. Nothing where neither is known. */
export async function talkOf(reading: Reading, ticket: Ticket): Promise<Destination | undefined> {
  if (ticket.talk) return ticket.talk
  const known = await addressOf(reading, ticket.person)
  if (!known) return undefined
  const { channel, serviceUrl, conversation } = known
  return { kind: 'talk', channel, serviceUrl, conversation, tenant: ticket.person.tenant }
}

/** Queues posts for the customer. Says whether there is a way to them. */
export async function tellCustomer(
  unit: Unit,
  ticket: Ticket,
  posts: readonly NewPost[],
  now: Instant,
): Promise<boolean> {
  const to = await talkOf(unit, ticket)
  if (to) await queuePosts(unit, { id: talkLine(to), to, now }, posts)
  return to !== undefined
}

/** Queues posts for the case's thread. Says whether there is one, or a channel to begin it in. */
export async function tellHelpdesk(
  unit: Unit,
  ticket: Ticket,
  posts: readonly NewPost[],
  now: Instant,
): Promise<boolean> {
  const line = await lineOf(unit, caseLine(ticket.id))
  const channel = line ? undefined : await helpdeskChannel(unit)
  const to = line?.to ?? (channel && threadIn(channel))
  if (!to) return false
  await queuePosts(unit, { id: caseLine(ticket.id), to, now }, [...cardFirst(ticket, line, posts), ...posts])
  return true
}

/**
 * The card is the first of a thread. Where it is not known to have arrived, whatever comes next begins a thread that has it: rather twice a
 * card than a case that nobody sees.
 */
function cardFirst(ticket: Ticket, line: Line | undefined, posts: readonly NewPost[]): readonly NewPost[] {
  if (!line) return [cardPost(ticket, 'opened', 'send')]
  const isThere =
    line.to.conversation !== undefined || line.posts.some(({ name, how }) => name === cardName && how === 'send')
  return isThere || !posts[0] ? [] : [cardPost(ticket, `${posts[0].id}|again`, 'send')]
}

export const cardName = 'card'

/** The helpdesk's card, made or brought up to date. */
export const cardPost = (ticket: Ticket, event: string, how: 'send' | 'update'): NewPost => ({
  id: postId(ticket.id, event, 'card'),
  how,
  name: cardName,
  content: { kind: 'case-card', ticket: ticket.id },
})

/** The customer's card of a ticket, made or brought up to date. */
export const ticketCardPost = (ticket: Ticket, event: string, how: 'send' | 'update'): NewPost => ({
  id: postId(ticket.id, event, 'ticket-card'),
  how,
  name: `ticket ${ticket.id}`,
  content: { kind: 'ticket-card', ticket: ticket.id, language: ticket.language },
})

/** Brings both cards up to date: each shows what is true when it arrives. */
export async function refreshCards(unit: Unit, ticket: Ticket, { now, event }: Telling): Promise<void> {
  await tellHelpdesk(unit, ticket, [cardPost(ticket, event, 'update')], now)
  if (ticket.talk) await tellCustomer(unit, ticket, [ticketCardPost(ticket, event, 'update')], now)
}

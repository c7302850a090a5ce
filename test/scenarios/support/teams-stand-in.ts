import { answerFromJson } from '../../../src/conversation/answer-json.ts'
import type { Channel, Sent } from '../../../src/delivery/channel.ts'
import type { Destination } from '../../../src/delivery/line.ts'
import type { Content } from '../../../src/delivery/post.ts'
import { say } from '../../../src/language/say.ts'

export const helpdeskChannel = '19:helpdesk@thread.tacv2'

/** What stands in a chat or thread, as a person there would see it. `post` is of what Saldo sent of its own accord. */
export type Shown = {
  readonly id: string
  readonly by: string
  text: string
  readonly kind: string
  readonly post?: string
  /** Of a case card: what its case has come to, as of when the card arrived or was brought up to date. */
  trail?: readonly string[]
}

/** What the channel does with the next messages instead of taking them. */
export type Mishap = 'refused' | 'retry' | 'unknown' | 'arrived-unknown'

/** One thing that the channel was asked for, and what became of it. `crash`: it arrived and its sender died; `dead`: its sender died first. */
export type Attempt = {
  readonly how: 'send' | 'update' | 'remove'
  /** Of a send alone. */
  readonly post?: string
  readonly kind?: string
  readonly text: string
  /** Where it was to go, or went: a thread that it would have begun has no name. */
  readonly room?: string
  readonly outcome: 'sent' | Mishap | 'gone' | 'crash' | 'dead'
}

type Options = {
  /** Answers as their facts instead of their words: thousands of runs do not read them. */
  readonly plain?: boolean
  /** What a case's trail says now. */
  readonly trailOf?: (ticket: string) => Promise<readonly string[]>
  /** What a reminder says at this moment; nothing when there is nothing left to say. */
  readonly reminderOf?: (content: Extract<Content, { kind: 'reminder' }>) => Promise<string | undefined>
}

/** Teams, as far as Saldo can tell: chats and threads, and what is shown there. */
export function teamsStandIn({ plain = false, trailOf = async () => [], reminderOf }: Options = {}) {
  const rooms = new Map<string, Shown[]>()
  const mishaps: Mishap[] = []
  /** The same for changes to messages. */
  const laterMishaps: Mishap[] = []
  const attempts: Attempt[] = []
  /** The threads that a case's card stands in, in the order in which they began. */
  const threadsOf = new Map<string, string[]>()
  let made = 0
  const roomOf = (id: string): Shown[] => {
    const room = rooms.get(id) ?? []
    rooms.set(id, room)
    return room
  }
  const textOf = (content: Content, rendered?: string): string => {
    switch (content.kind) {
      case 'answer':
        return plain ? JSON.stringify(content.answer) : say(answerFromJson(content.answer), content.language).text
      case 'words':
        return `${content.by}: ${content.text}`
      case 'file':
        return `${content.by}: [${content.name}]`
      case 'reminder':
        return rendered ?? `[reminder ${content.contact}]`
      case 'suspension-card':
        return `[${content.kind} ${content.suspension}]`
      default:
        return `[${content.kind} ${content.ticket}]`
    }
  }
  const trailIn = async (content: Content) => (content.kind === 'case-card' ? await trailOf(content.ticket) : undefined)
  const said = async (content: Content) =>
    content.kind === 'reminder' && reminderOf ? reminderOf(content) : textOf(content)
  const put = async (to: Destination, content: Content, post: string): Promise<Sent & { kind: 'sent' }> => {
    const id = `m-${++made}`
    const begins = to.kind === 'thread' && !to.conversation
    const conversation = to.conversation ?? `${helpdeskChannel};messageid=${made}`
    if (begins && content.kind === 'case-card')
      threadsOf.set(content.ticket, [...(threadsOf.get(content.ticket) ?? []), conversation])
    const shown: Shown = { id, by: 'Saldo', text: (await said(content)) ?? '', kind: content.kind, post }
    shown.trail = await trailIn(content)
    roomOf(conversation).push(shown)
    return { kind: 'sent', activity: id, ...(begins && { conversation }) }
  }
  const answerTo = (mishap: Mishap | undefined): Sent | undefined => {
    switch (mishap) {
      case 'refused':
        return { kind: 'refused', reason: '403 ConversationBlockedByUser' }
      case 'retry':
        return { kind: 'refused', reason: '429', retry: { after: 1 } }
      case 'unknown':
        return { kind: 'unknown', reason: 'no answer' }
      default:
        return undefined
    }
  }
  const channel: Channel = {
    async send(to, content, { post }) {
      if ((await said(content)) === undefined) return { kind: 'withheld', reason: 'gone' }
      const mishap = mishaps.shift()
      const what = { how: 'send', post, kind: content.kind, text: textOf(content) } as const
      const answer = answerTo(mishap)
      if (answer) {
        attempts.push({ ...what, room: to.conversation, outcome: mishap ?? 'sent' })
        return answer
      }
      const sent = await put(to, content, post)
      attempts.push({ ...what, room: to.conversation ?? sent.conversation, outcome: mishap ?? 'sent' })
      return mishap === 'arrived-unknown' ? { kind: 'unknown', reason: 'no answer' } : sent
    },
    async update(to, activity, content) {
      const mishap = laterMishaps.shift()
      const shown = roomOf(to.conversation ?? '').find(({ id }) => id === activity)
      const outcome = mishap ?? (shown ? 'sent' : 'gone')
      attempts.push({ how: 'update', kind: content.kind, text: textOf(content), room: to.conversation, outcome })
      const answer = answerTo(mishap)
      if (answer) return answer
      if (!shown) return { kind: 'refused', reason: '404 ActivityNotFoundInConversation' }
      shown.text = (await said(content)) ?? shown.text
      shown.trail = await trailIn(content)
      return mishap ? { kind: 'unknown', reason: 'no answer' } : { kind: 'sent', activity }
    },
    async remove(to, activity) {
      const mishap = laterMishaps.shift()
      attempts.push({ how: 'remove', text: activity, room: to.conversation, outcome: mishap ?? 'sent' })
      const answer = answerTo(mishap)
      if (answer) return answer
      const room = roomOf(to.conversation ?? '')
      const at = room.findIndex(({ id }) => id === activity)
      if (at >= 0) room.splice(at, 1)
      return mishap ? { kind: 'unknown', reason: 'no answer' } : { kind: 'sent', activity }
    },
  }
  /** What never left, because its sender died. */
  const lose = (to: Destination, content: Content, post: string): void => {
    attempts.push({
      how: 'send',
      post,
      kind: content.kind,
      text: textOf(content),
      room: to.conversation,
      outcome: 'dead',
    })
  }
  return { rooms, roomOf, channel, lose, mishaps, laterMishaps, attempts, threadsOf }
}

export type Teams = ReturnType<typeof teamsStandIn>

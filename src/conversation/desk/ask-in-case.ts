import { lineOf, queuePosts } from '../../delivery/line.ts'
import { answerJson } from '../answer-json.ts'
import { runTurn, type TurnTools } from '../run-turn.ts'
import { conversations } from '../state.ts'
import type { Incoming } from '../turn.ts'
import { unabridged } from './desk-words.ts'
import { caseLine } from './posts.ts'
import type { AtCase, SeatSays } from './seat.ts'

export type AskTools = TurnTools

/**
 * A question to the bot inside a case, about its customer, answered in the thread: as if the agent had asked it in private and named the
 * customer. What the agent may not see is refused as it is there. The customer sees nothing of it.
 */
export async function askInCase(at: AtCase, text: string, tools: AskTools): Promise<SeatSays> {
  const { unit, incoming, ticket, now, event } = at
  const asking: Incoming = {
    delivery: incoming.delivery,
    person: incoming.person,
    what: { kind: 'message', text: unabridged(text, at.staff.language ?? at.scene.deskLanguage) },
    locale: incoming.locale,
    at: now,
  }
  const { replies, state, revision } = await runTurn(unit, asking, now, { ...tools, about: ticket.customer })
  unit.put(conversations, state.id, state, revision)
  const line = await lineOf(unit, caseLine(ticket.id))
  if (!line) return undefined
  const posts = replies.map(({ answer, language }, place) => ({
    id: `${ticket.id}|${event}|answer ${place}`,
    how: 'send' as const,
    content: { kind: 'answer' as const, language, answer: answerJson(answer) },
  }))
  await queuePosts(unit, { id: line.id, to: line.to, now }, posts)
  return undefined
}

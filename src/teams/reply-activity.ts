import type { Activity } from 'botbuilder'
import type { Reply } from '../conversation/turn.ts'
import { cardOf } from './cards/card-of.ts'

/** Teams shows about as many as fit a line. */
const maxSuggestions = 3

const suggestionsOf = (reply: Reply, personId: string) => ({
  to: [personId],
  actions: reply.words.next
    .slice(0, maxSuggestions)
    .map(({ label, message }) => ({ type: 'imBack', title: label, value: message })),
})

/**
 * Lays a reply out: text with suggested next messages, or a card where there is something to look at or to do. Teams shows text and card
 * under each other and renders every card, so there the text is the lead sentence; whoever might show no card gets all of it.
 */
export function replyActivity(reply: Reply, to: { personId: string; rendersCards: boolean }): Partial<Activity> {
  const { words, language } = reply
  const card = cardOf(reply)
  const base = {
    type: 'message',
    textFormat: 'plain',
    locale: language,
    inputHint: 'acceptingInput',
    summary: words.lead,
  }
  if (card) {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }]
    return { ...base, text: to.rendersCards ? words.lead : words.text, attachments }
  }
  const suggestedActions = words.next.length > 0 ? suggestionsOf(reply, to.personId) : undefined
  return { ...base, text: words.text, suggestedActions }
}

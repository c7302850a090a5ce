import type { Activity } from 'botbuilder'
import type { Reply } from '../conversation/turn.ts'
import type { Words } from '../language/words.ts'
import { cardOf } from './cards/card-of.ts'

/** Teams shows about as many as fit a line. */
const maxSuggestions = 3
/** Teams takes no more. Of a question's options each has its button: one without would look as if it could not be chosen. */
const maxOptions = 6

const suggestionsOf = (words: Words, personId: string) => ({
  to: [personId],
  actions: words.next
    .slice(0, words.rows.some(({ cells }) => cells.option) ? maxOptions : maxSuggestions)
    .map(({ label, message }) => ({ type: 'imBack', title: label, value: message })),
})

/** The text without the way on, for where buttons show it. */
function bodyOf({ lead, rows, notes }: Words): string {
  const body = [lead, ...rows.map(({ text }) => `- ${text}`)].join('\n')
  return [body, notes.join('\n')].filter(Boolean).join('\n\n')
}

/**
 * Lays a reply out: text with suggested next messages, or a card where there is something to look at or to do. Teams shows text and card
 * under each other and renders every card and button, so there the text leaves out what they say; whoever might show neither gets all of it.
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
  const suggestedActions = words.next.length > 0 ? suggestionsOf(words, to.personId) : undefined
  return { ...base, text: to.rendersCards ? bodyOf(words) : words.text, suggestedActions }
}

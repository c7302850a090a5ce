import type { Activity } from 'botbuilder'
import { answerFromJson } from '../conversation/answer-json.ts'
import type { Destination } from '../delivery/line.ts'
import type { Content } from '../delivery/post.ts'
import { say } from '../language/say.ts'
import type { Render } from './channel.ts'
import { replyActivity } from './reply-activity.ts'

type CardContent = Exclude<Content, { kind: 'answer' | 'words' }>
/** Lays out what is shown as it stands in the store now. Nothing when it is gone. */
export type Cards = (content: CardContent, to: Destination) => Promise<Partial<Activity> | undefined>

/** Teams shows the summary as the notification. */
const maxSummary = 100

/** Lays out what Saldo sends of its own accord. */
export function postActivity(cards: Cards): Render {
  return async (content, to) => {
    switch (content.kind) {
      case 'answer':
        return answerActivity(content, to)
      case 'words': {
        const text = `${content.by}: ${content.text}`
        return { type: 'message', textFormat: 'plain', text, summary: text.slice(0, maxSummary) }
      }
      default:
        return cards(content, to)
    }
  }
}

function answerActivity(
  { answer, language }: Extract<Content, { kind: 'answer' }>,
  { kind, channel }: Destination,
): Partial<Activity> {
  const said = answerFromJson(answer)
  // Suggestions are shown in a private chat only; elsewhere the text says the way on.
  const rendersCards = channel === 'msteams' && kind === 'talk'
  const reply = { answer: said, language, words: say(said, language) }
  const { suggestedActions, ...activity } = replyActivity(reply, { personId: '', rendersCards })
  // To whoever is there: the person's id of this channel is not known outside their turns.
  if (kind !== 'talk' || !suggestedActions) return activity
  return { ...activity, suggestedActions: { ...suggestedActions, to: [] } }
}

import type { TurnContext } from 'botbuilder'
import { z } from 'zod'
import { languageOfLocale } from '../values/language.ts'
import type { CheckedActivity } from './activity.ts'
import { harmless } from './cards/elements.ts'
import { personOf } from './incoming.ts'
import { messageActionWords } from './message-action-words.ts'
import { Refused } from './problem.ts'
import { explain, type TurnDeps } from './take-turn.ts'

const commandId = z.literal('createTicket')
/** `composeExtension/fetchTask` and `/submitAction` (Teams docs, action-commands); a message's text is HTML. */
const askedSchema = z.object({
  commandId,
  messagePayload: z.object({ body: z.object({ content: z.string().max(100_000) }).nullish() }).nullish(),
})
const submittedSchema = z.object({ commandId, data: z.object({ text: z.string().max(8000) }) })

export const isMessageAction = ({ type, name }: CheckedActivity): boolean =>
  type === 'invoke' && (name === 'composeExtension/fetchTask' || name === 'composeExtension/submitAction')

/**
 * "Create ticket" on a message anywhere in Teams, also where the bot is not: a dialog shows what goes into the ticket, and nothing else does.
 * Gives the body of the invoke's answer. Throws Refused.
 */
export function messageActionTaker(
  deps: TurnDeps,
): (context: TurnContext, activity: CheckedActivity) => Promise<object> {
  return async (context, activity) => {
    const words = messageActionWords[languageOfLocale(activity.locale ?? undefined) ?? 'en']
    if (activity.name === 'composeExtension/fetchTask') {
      const asked = askedSchema.safeParse(activity.value)
      if (!asked.success) throw new Refused(400, 'value: expected the command createTicket on a message.')
      return dialog(words, plainText(asked.data.messagePayload?.body?.content ?? ''))
    }
    const submitted = submittedSchema.safeParse(activity.value)
    if (!submitted.success) throw new Refused(400, 'value.data.text: expected the text of a ticket.')
    const text = submitted.data.data.text.trim()
    if (!text) return dialog(words, '')
    try {
      const turn = await deps.conversation.take(incomingOf(deps, activity, text))
      return { task: { type: 'message', value: turn.replies.map((reply) => reply.words.lead).join(' ') } }
    } catch (error) {
      const { said } = await explain(deps, context, activity, error)
      return { task: { type: 'message', value: said } }
    }
  }
}

/** Whoever reads along where the message stands learns nothing: there is no way back to that chat. */
const incomingOf = ({ clock }: TurnDeps, activity: CheckedActivity, text: string) => ({
  delivery: { channel: activity.channelId, conversation: activity.conversation.id, activity: activity.id },
  person: personOf(activity),
  what: { kind: 'ticket' as const, text },
  locale: activity.locale ?? undefined,
  at: clock.now(),
})

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/** The text of a message's HTML, as something to edit: what it looked like is nothing a ticket needs. */
export const plainText = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li)[^>]{0,200}>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 4000)

function dialog(words: (typeof messageActionWords)['en'], text: string): object {
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [
      {
        type: 'Input.Text',
        id: 'text',
        label: words.label,
        isMultiline: true,
        isRequired: true,
        errorMessage: words.needed,
        maxLength: 4000,
        value: text,
      },
      { type: 'TextBlock', text: harmless(words.hint), wrap: true, size: 'Small', isSubtle: true },
    ],
    actions: [{ type: 'Action.Submit', title: words.send }],
  }
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card }
  return { task: { type: 'continue', value: { title: words.title, height: 'medium', width: 'medium', card: content } } }
}

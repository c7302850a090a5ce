import { z } from 'zod'
import { helpdeskChannel } from '../../../src/web/channel-place.ts'
import type { TeamsSide } from './teams-side.ts'

export const isThread = (conversation: string): boolean => conversation.startsWith(`${helpdeskChannel.id};`)

const buttonSchema = z.looseObject({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  data: z.looseObject({ ticket: z.string() }),
})
type Button = z.output<typeof buttonSchema>

/** All buttons of a card, also those of forms that open below it. */
export function buttonsOf(card: unknown): Button[] {
  if (card === null || typeof card !== 'object') return []
  const own = buttonSchema.safeParse(card)
  return [...(own.success ? [own.data] : []), ...Object.values(card).flatMap(buttonsOf)]
}

/** A card of a case as it is shown now. */
export type Shown = { readonly thread: string; readonly ticket: string; readonly card: unknown }

/** The threads in which a customer's case is shown, the newest last: the card of one whose arrival was not confirmed may stand in two. */
export function cardsOf({ taken }: TeamsSide, company: string): Shown[] {
  const shown = new Map<string, Shown>()
  for (const { how, conversation, id, card } of taken) {
    if (how === 'removed' || !isThread(conversation)) continue
    const ticket = buttonsOf(card)[0]?.data.ticket
    if (ticket && JSON.stringify(card).includes(JSON.stringify(company).slice(1, -1)))
      shown.set(`${conversation}|${id}`, { thread: conversation, ticket, card })
  }
  return [...shown.values()]
}

/** What a click on this button of a card sends, while it is there. */
export const dataOf = (card: unknown, verb: string): object | undefined =>
  buttonsOf(card).find((button) => button.verb === verb)?.data

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

/** The cards of a customer's case: one whose arrival was not confirmed may stand in two threads. The one that changed last goes last. */
export function cardsOf({ cards }: TeamsSide, company: string): Shown[] {
  const name = JSON.stringify(company).slice(1, -1)
  return [...cards.values()].flatMap(({ conversation, card, all }) => {
    const ticket = isThread(conversation) && all.includes(name) ? buttonsOf(card)[0]?.data.ticket : undefined
    return ticket ? [{ thread: conversation, ticket, card }] : []
  })
}

/** What a click on this button of a card sends, while it is there. */
export const dataOf = (card: unknown, verb: string): object | undefined =>
  buttonsOf(card).find((button) => button.verb === verb)?.data

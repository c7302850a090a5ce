import type { Asked } from '../answers/asked.ts'
import type { More } from '../language/more.ts'
import type { State } from './state.ts'
import type { Wanted } from './wanted.ts'

/** Answers that say why, of which there can be more than is shown at first. */
const explained: readonly Asked['intent'][] = [
  'invoice.change',
  'charge.proration',
  'charge.credit',
  'charge.currency',
  'charge.tax',
  'invoice.line',
  'billing.next',
]

/** Whether an unsure message may be about the same as the last answer: "and when does it come?" after the next bill. */
export const staysWith = (
  { last, choosing }: State,
  guesses: readonly Asked['intent'][],
): Asked['intent'] | undefined =>
  last && !choosing && explained.includes(last.asked.intent) && guesses.includes(last.asked.intent)
    ? last.asked.intent
    : undefined

/** "Show me all of it", "and the lines?": what was offered for it, else the last question once more with that. */
export function moreOf({ last, offered = [], choosing }: State, more: More | undefined): Wanted | undefined {
  if (!last || !more || choosing) return undefined
  const answer = (asked: Asked): Wanted => ({ kind: 'answer', asked })
  const { asked } = last
  switch (more) {
    case 'all':
    case 'lines': {
      const offer = offered.find((one) => one.asked[more])
      if (offer) return answer(offer.asked)
      return explained.includes(asked.intent) ? answer({ ...asked, [more]: true }) : undefined
    }
    case 'resource-groups':
      return asked.intent === 'invoice.change'
        ? answer({ ...asked, slots: { ...asked.slots, product: 'Azure' } })
        : undefined
    default:
      return more satisfies never
  }
}

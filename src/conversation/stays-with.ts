import type { Asked } from '../answers/asked.ts'
import type { State } from './state.ts'

/** Answers that say why: what is said next is mostly about them. */
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

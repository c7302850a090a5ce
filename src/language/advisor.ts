import { z } from 'zod'
import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { type Intent, intents, socialActs } from './vocabulary.ts'

/** Kinds of slots that a message can state; the values are always our own reading of the message. */
export const slotKinds = [
  'invoice',
  'period',
  'date',
  'amount',
  'product',
  'ticket',
  'line',
  'quantity',
  'percent',
  'customer',
] as const

export type AdvisedIntent = Exclude<Intent, (typeof socialActs)[number]>
/** What an advisor can choose. Social acts are understood before anybody is asked. */
export const advisedIntents = intents.filter(
  (intent): intent is AdvisedIntent => !(socialActs as readonly Intent[]).includes(intent),
)

/** What an advisor may say, and nothing besides: any other key or code, words or figures, and it has said nothing. */
export const adviceSchema = z.strictObject({
  intent: z.enum(advisedIntents),
  slots: z.array(z.enum(slotKinds)).max(slotKinds.length),
})
export type Advice = z.output<typeof adviceSchema>

export type AdviceQuestion = {
  /** The message without what identifies anybody (redact.ts). */
  readonly text: string
  readonly language: Language
  /** Our own guesses, the likeliest first. */
  readonly candidates: readonly Intent[]
  readonly today: Day
}

/** Somebody else to ask what an unsure message wants. */
export type Advisor = {
  /** Resolves within the advisor's own time limit, with nothing when there is no usable advice. Never throws. */
  advise(question: AdviceQuestion): Promise<Advice | undefined>
}

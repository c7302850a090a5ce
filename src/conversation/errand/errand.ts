import { z } from 'zod'
import { askedSchema } from '../../answers/asked.ts'
import { intents } from '../../language/vocabulary.ts'
import { questions } from '../../support/intake.ts'

/** Something that is to be done and is not yet: what is known of it, and what Saldo has asked. Nothing is written before the person confirms. */
export const errandSchema = z.object({
  kind: z.enum(['ticket', 'person', 'add', 'withdraw', 'promise', 'preference']),
  /** What began it. */
  asked: askedSchema,
  topic: z.enum(intents),
  /** What the person wrote about it. */
  text: z.string().max(8000),
  /** What is waited for: whether something known settles it, an answer to `question`, a yes, a text, or what a promise still lacks. */
  step: z.enum(['known', 'question', 'confirm', 'text', 'bills', 'day', 'amount']),
  question: z.enum(questions).optional(),
  intake: z.array(z.object({ question: z.string(), answer: z.string().optional() })),
  tried: z.array(z.object({ what: z.string(), text: z.string().optional() })),
  /** The ticket that it is about. */
  ticket: z.string().optional(),
  /** Of a promise: the bills that a yes is asked for. */
  bills: z.array(z.string()).optional(),
})
export type Errand = z.output<typeof errandSchema>

import { z } from 'zod'
import { askedSchema } from '../answers/asked.ts'
import type { Collection } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { daySchema, idSchema, instantSchema } from '../values/schemas.ts'
import { errandSchema } from './errand/errand.ts'

/** What stays of a conversation between its turns. One for each person in it, so that nobody answers another's question. */
export const stateSchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** Turns so far: the place of each turn's record. */
  turns: z.int(),
  language: z.enum(languages).optional(),
  welcomed: z.boolean().optional(),
  /** The last question that had an answer, and the bill it was about: "and October?", "is it paid?". */
  last: z
    .object({
      asked: askedSchema,
      invoice: z.string().optional(),
      /** The bills that were listed last and what asked for them: "the second one", "the oldest". */
      rows: z.array(z.object({ invoice: z.string(), from: z.string() })).optional(),
      listed: askedSchema.optional(),
    })
    .optional(),
  /** The next steps or options as they were shown, and what each asks. */
  offered: z.array(z.object({ label: z.string(), asked: askedSchema })).optional(),
  /** The offered ones answer a question of ours. */
  choosing: z.boolean().optional(),
  /** Another question of the last message: offered, or to be offered once ours is answered. */
  also: askedSchema.optional(),
  /** Asked by partner staff without naming a customer. */
  wantsCustomer: askedSchema.optional(),
  /** The customer that partner staff named last. */
  customer: idSchema<CustomerId>().optional(),
  /** The ticket that was talked about last. */
  ticket: z.string().optional(),
  /** The turn of the last message that had no answer here: a ticket about it begins with what was written then. */
  unanswered: z.string().optional(),
  /** What is in the making: a ticket, a person who is to be called. */
  errand: errandSchema.optional(),
  /** How often an advisor was asked on this day, and about which turn last. */
  consulted: z.object({ day: daySchema, count: z.int(), last: z.string().optional() }).optional(),
})
export type State = z.output<typeof stateSchema>

export const conversations: Collection<z.input<typeof stateSchema>> = {
  name: 'conversations',
  indexes: {},
  partition: (data) => data.id,
}

const contextLasts = 30 * 60_000

/** The state as a new turn finds it: what was talked about is forgotten after half an hour, or when another day has begun. */
export function stateAt(id: string, state: State | undefined, now: Instant): State {
  if (!state) return { id, at: now, turns: 0 }
  const idle = Date.parse(now) - Date.parse(state.at)
  if (idle <= contextLasts && state.at.slice(0, 10) === now.slice(0, 10)) return state
  const { turns, language, welcomed, consulted } = state
  return { id, at: now, turns, language, welcomed, consulted }
}

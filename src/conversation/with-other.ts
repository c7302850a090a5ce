import { offerAlso } from '../answers/also.ts'
import type { Asked } from '../answers/asked.ts'
import type { Answered } from '../answers/asking.ts'
import type { State } from './state.ts'
import type { Heard } from './wanted.ts'

type WithOther = { readonly answered: Answered; readonly heard: Heard }

/** Offers the other question of a message; while we ask which bill is meant, it waits for that. */
export function withOther(answered: Answered, state: State, heard: Heard): WithOther {
  const other: Asked | undefined = heard.also ?? (state.choosing && !heard.question ? state.also : undefined)
  if (!other || answered.choosing) return { answered, heard: { ...heard, also: other } }
  const offered = offerAlso(answered, other)
  return { answered: offered.answered, heard: { ...heard, also: offered.asked } }
}

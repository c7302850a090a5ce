import type { PersonRef } from '../access/actor.ts'
import type { Day, Instant } from '../values/day.ts'
import type { Suspension, SuspensionState } from './suspension.ts'

/** Who changes a suspension, when, and which day that is for its customer. */
export type ChangeContext = { readonly by: PersonRef | 'saldo'; readonly at: Instant; readonly today: Day }

export const moved = (suspension: Suspension, state: SuspensionState, { at }: ChangeContext): Suspension => ({
  ...suspension,
  state,
  since: at,
})

import type { Day } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import { dayOf } from './sample-months.ts'
import type { SampleProductName } from './sample-products.ts'
import type { SeatChange, SeatStory } from './sample-story.ts'

/** What one subscription holds. A story that splits has two. */
export type Held = { readonly subscription: string; readonly product: SampleProductName; readonly seats: number }
export type DatedChange = SeatChange & { readonly day: Day }

export const datedChanges = (story: SeatStory, last: Period): readonly DatedChange[] =>
  (story.changes ?? [])
    .map((change) => ({ ...change, day: dayOf(change.on, last) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))

/** What is held at the start of a day, before anything that happens on it. `name` names the story's subscriptions. */
export function heldOn(story: SeatStory, changes: readonly DatedChange[], day: Day, name: string): readonly Held[] {
  let held: readonly Held[] = [{ subscription: name, product: story.product, seats: story.seats }]
  for (const change of changes) if (change.day < day) held = afterChange(held, change, name)
  return held
}

export function afterChange(held: readonly Held[], change: SeatChange, name: string): readonly Held[] {
  const [first, ...others] = held
  if (!first) return held
  switch (change.kind) {
    case 'seats':
      return [{ ...first, seats: change.to }, ...others]
    case 'upgrade':
      return [{ ...first, product: change.into }, ...others]
    case 'split':
      return [{ ...first, seats: first.seats - change.seats }, ...others, splitOff(change, name)]
    case 'cancel':
      return others
  }
}

/** The new subscription that a partial upgrade makes. */
export const splitOff = (change: Extract<SeatChange, { kind: 'split' }>, name: string): Held => ({
  subscription: `${name} split`,
  product: change.into,
  seats: change.seats,
})

import { type Day, daysBetween } from '../../values/day.ts'
import type { Story } from './compare-cycles.ts'
import { type CycleUnit, isSameProduct } from './cycle-unit.ts'

type Units = ReadonlyMap<string, readonly CycleUnit[]>

/** A subscription that is bought anew this long after the old one ran out goes on. */
const longestGap = 31

/**
 * The later side's subscriptions by the keys of the earlier side: one that ran out, was not cancelled, and was bought again under a
 * new id is the same one, as is one that the partner moved to another id.
 */
export function continued(before: Units, after: Units, story: Story): Units {
  const ended = [...before].filter(([key]) => !after.has(key) && !story.cancelled.has(key) && !gaveSeats(key, story))
  const byKey = new Map(after)
  for (const [key, units] of after) {
    if (before.has(key) || tookSeats(key, story)) continue
    const at = ended.findIndex(([, old]) => goesOn(old.at(-1), units[0]))
    if (at < 0) continue
    const [old] = ended.splice(at, 1)
    byKey.delete(key)
    byKey.set(old?.[0] ?? key, units)
  }
  return byKey
}

const gaveSeats = (key: string, { transfers, changedPlan }: Story): boolean =>
  changedPlan.has(key) || transfers.some(({ from }) => from === key)
const tookSeats = (key: string, { transfers, changedPlan }: Story): boolean =>
  changedPlan.has(key) || transfers.some(({ to }) => to === key)

function goesOn(old: CycleUnit | undefined, next: CycleUnit | undefined): boolean {
  if (!old || !next || !isSameProduct(old, next)) return false
  const gap = daysBetween(old.period.to as Day, next.period.from)
  return gap > 0 && gap <= longestGap
}

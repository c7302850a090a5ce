import { daysBetween } from '../../values/day.ts'
import type { Story } from './compare-cycles.ts'
import { type CycleUnit, isSameProduct } from './cycle-unit.ts'

type Units = ReadonlyMap<string, readonly CycleUnit[]>

/** A subscription that is bought anew this long after the old one ran out goes on. */
const longestGap = 31

/**
 * Both sides with each subscription that goes on under another id, as one: it ran out, was not cancelled, and was bought again under a new id
 * or moved by the partner, between the two sides or within one of them.
 */
export function continued(before: Units, after: Units, story: Story): readonly [Units, Units] {
  const spans = [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, units: [...(before.get(key) ?? []), ...(after.get(key) ?? [])] }))
    .sort((a, b) => compareDays(a.units[0], b.units[0]))
  const names = new Map<string, string>()
  for (const ofProduct of Map.groupBy(
    spans,
    ({ units: [unit] }) => `${unit?.main.productId}|${unit?.main.skuId}`,
  ).values())
    nameChains(ofProduct, story, names)
  return [renamed(before, names), renamed(after, names)]
}

type Span = { readonly key: string; readonly units: readonly CycleUnit[] }

/** Gives each subscription of one product that carries another one on the name of the first in its chain. */
function nameChains(spans: readonly Span[], story: Story, names: Map<string, string>): void {
  const latest = spans.at(-1)?.units[0]?.period.from ?? ''
  const open: Span[] = []
  for (const span of spans) {
    const at = tookSeats(span.key, story) ? -1 : open.findIndex((old) => goesOn(old, span.units[0], story))
    const [old] = at < 0 ? [] : open.splice(at, 1)
    if (old) names.set(span.key, names.get(old.key) ?? old.key)
    // Nearly all still run when the last of them begins: nothing can carry those on.
    if ((span.units.at(-1)?.period.to ?? '') < latest) open.push(span)
  }
}

function compareDays(a: CycleUnit | undefined, b: CycleUnit | undefined): number {
  const [one, two] = [a?.period.from ?? '', b?.period.from ?? '']
  return one < two ? -1 : one > two ? 1 : 0
}

function renamed(units: Units, names: ReadonlyMap<string, string>): Units {
  if (names.size === 0) return units
  const byName = new Map<string, readonly CycleUnit[]>()
  for (const [key, own] of units) {
    const name = names.get(key) ?? key
    byName.set(name, [...(byName.get(name) ?? []), ...own].sort(compareDays))
  }
  return byName
}

const tookSeats = (key: string, { transfers, changedPlan }: Story): boolean =>
  changedPlan.has(key) || transfers.some(({ to }) => to === key)

/** Whether the old one ended by running out, and the next one begins where it did. */
function goesOn(
  { key, units }: Span,
  next: CycleUnit | undefined,
  { transfers, cancelled, changedPlan }: Story,
): boolean {
  const last = units.at(-1)
  // Nearly all of them run beside each other.
  if (!last || !next || next.period.from <= last.period.to) return false
  if (!isSameProduct(last, next) || cancelled.has(key) || changedPlan.has(key)) return false
  if (transfers.some(({ from, on }) => from === key && on > last.period.from)) return false
  return daysBetween(last.period.to, next.period.from) <= longestGap
}

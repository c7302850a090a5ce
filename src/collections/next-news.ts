import { dayNumber, dayOf } from './contact-days.ts'
import type { Decision } from './decision.ts'
import type { Stage } from './policy.ts'
import { type BillVerdict, type Grounds, verdictsOn } from './verdict.ts'
import { opensOn, writesToCustomer } from './word-first.ts'

/**
 * The next day after `at` on which the customer is written to or staff gets something, and its stage, as things stand: nothing is paid, pauses
 * end on their day, promises are broken, payment data goes on coming. Nothing where nothing comes.
 */
export function nextNews(grounds: Grounds, at: number): Decision['next'] {
  for (const day of [...candidates(grounds, at)].sort((a, b) => a - b)) {
    const stage = latestStage(grounds, verdictsOn(grounds, day, false))
    if (stage) return { on: dayOf(day), stage: stage.id }
  }
  return undefined
}

/** The latest stage among the bills that are new on a day: one that writes to the customer, if there is any. */
export function latestStage({ rules }: Grounds, verdicts: readonly BillVerdict[]): Stage | undefined {
  let latest = -1
  let written = -1
  for (const { reason, stage } of verdicts) {
    if (reason !== 'stage') continue
    latest = Math.max(latest, stage)
    if (writesToCustomer(rules.stages[stage] as Stage)) written = Math.max(written, stage)
  }
  return rules.stages[written >= 0 ? written : latest]
}

/** The days on which something can change: a stage comes or opens, a pause or the time after a decided dispute ends, the cap lets go, a customer can be written to again. */
function candidates({ cases, rules, contacted, contactDays }: Grounds, at: number): ReadonlySet<number> {
  const days = new Set<number>()
  const take = (day: number) => {
    if (day <= at || !Number.isFinite(day)) return
    days.add(day)
    days.add(contactDays.nextOpen(day))
  }
  take(at + 1)
  if (rules.cap) for (const on of contacted) take(on + rules.cap.days)
  const proposal = rules.stages.findIndex(({ action }) => action === 'propose-suspension')
  for (const each of cases) {
    const { stageDays, done, pauses, broken, bill } = each
    for (const { until } of pauses) take(until + 1)
    if (pauses.some(({ from, until }) => from <= at && until === Number.POSITIVE_INFINITY)) continue
    for (const [stage, day] of stageDays.entries()) if (stage > done) take(day)
    if (broken) take(broken.from)
    if (proposal > done) take(opensOn(rules, each, proposal))
    for (const { until } of bill.later) take(dayNumber(until) + 1)
  }
  return days
}

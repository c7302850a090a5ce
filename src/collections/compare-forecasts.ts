import type { Day } from '../values/day.ts'
import { noticeKey } from './notices.ts'
import type { Forecast, ForecastDay } from './simulate.ts'

/** A customer's day on which two policies part. */
export type Difference = { readonly day: Day; readonly ours: ForecastDay; readonly theirs: ForecastDay }

/** The days on which a customer is not treated alike in two forecasts over the same days, or not for the same reason. */
export function compareForecasts(ours: Forecast, theirs: Forecast): readonly Difference[] {
  return ours.days.flatMap((own, at) => {
    const other = theirs.days[at]
    if (!other || verdict(own) === verdict(other)) return []
    return [{ day: own.decision.day, ours: own, theirs: other }]
  })
}

/** What comes of a day, and why: not which version of the policy said so, nor which stage a bill waits at. */
function verdict({ decision, notices }: ForecastDay): string {
  const { kind, reason, stage, staff, bills } = decision
  const about = bills.filter((bill) => bill.reason === 'stage').map((bill) => `${bill.invoice} ${bill.stage}`)
  return JSON.stringify([kind, reason, stage, staff, about.sort(), notices.map(noticeKey).sort()])
}

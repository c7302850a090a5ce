import type { Day } from '../values/day.ts'
import type { ImportId, SubscriptionId } from '../values/ids.ts'
import type { Charge } from './charge.ts'
import { isCredit } from './is-refund.ts'

/** One customer's charges of one supplier invoice. */
export type MonthOfCharges = { readonly import: ImportId; readonly charges: readonly Charge[] }
export type SourcedCharge = { readonly charge: Charge; readonly import: ImportId }

/** The day on which a line took effect: the event's day, or the day it was ordered where that is later. */
export const effectiveDay = ({ orderDate, chargeStart }: Charge): Day =>
  chargeStart && chargeStart > orderDate ? chargeStart : orderDate

/**
 * The lines of each subscription by the day they took effect. Microsoft's rows are in no order (reference 6.1). Credits are of other
 * periods and say nothing of the subscription.
 */
export function historiesOf(months: readonly MonthOfCharges[]): ReadonlyMap<SubscriptionId, readonly SourcedCharge[]> {
  const histories = new Map<SubscriptionId, SourcedCharge[]>()
  for (const month of months)
    for (const charge of month.charges) {
      if (!charge.subscription || isCredit(charge)) continue
      const history = histories.get(charge.subscription) ?? []
      history.push({ charge, import: month.import })
      histories.set(charge.subscription, history)
    }
  // A stable sort: lines of one day stay in the order of the files.
  for (const history of histories.values())
    history.sort((a, b) =>
      effectiveDay(a.charge) < effectiveDay(b.charge) ? -1 : effectiveDay(a.charge) > effectiveDay(b.charge) ? 1 : 0,
    )
  return histories
}

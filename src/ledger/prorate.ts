import { type Day, monthsBetween } from '../values/day.ts'
import { daysIn } from '../values/period.ts'
import { billingOf, cycleDays, cycleOf } from './billing-cycle.ts'
import type { Charge } from './charge.ts'

/** How much of a full cycle is billed: 28 of 30 days. The whole of it is `billed === of`. */
export type Share = { readonly billed: number; readonly of: number }

/**
 * The share of a full cycle that a charge bills: from the event's day to the cycle's end, both counted, of the days the cycle counts as
 * (Partner Center docs, common-billing-scenarios). A plan change counts whole months. Never more than the whole, though a cycle
 * from 28 February to 30 March counts as 28 days and has 31: nobody pays more for a part than for all of it.
 */
export function shareOf(charge: Charge, cycle = cycleOf(charge)): Share {
  const whole = { billed: 1, of: 1 }
  if (!cycle || !charge.chargeStart || charge.chargeStart <= cycle.from) return whole
  const billing = billingOf(charge)
  if (charge.chargeType === 'changeBillingPlan' && billing === 'annual')
    return wholeMonths(charge.chargeStart, cycle.to)
  const of = cycleDays(cycle, billing)
  return { billed: Math.min(daysIn({ from: charge.chargeStart, to: cycle.to }), of), of }
}

function wholeMonths(from: Day, to: Day): Share {
  // A cycle that ends the day before its anchor day ends in the same month for anchors after the 1st.
  const months = monthsBetween(from, to) + (Number(to.slice(8)) >= Number(from.slice(8)) ? 1 : 0)
  return { billed: Math.min(Math.max(months, 1), 12), of: 12 }
}

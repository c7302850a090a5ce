import type { Charge } from './charge.ts'
import { effectiveDay } from './charge-history.ts'
import { partsOf } from './charge-parts.ts'
import { startsAnew } from './charge-types.ts'
import { isRefund } from './is-refund.ts'

/** Seats of one day's lines, taken over by sign; the two parts of one charge have the same seats. */
function dayOf(charges: readonly Charge[]) {
  const day = { charged: 0, refunded: 0, positive: [] as number[], anew: false }
  for (const [charge] of partsOf(charges)) {
    if (!charge) continue
    const seats = charge.billableQuantity.abs().round(0, 0).toNumber()
    if (isRefund(charge)) day.refunded += seats
    else {
      day.charged += seats
      day.positive.push(seats)
      day.anew ||= startsAnew.has(charge.chargeType)
    }
  }
  return day
}

/**
 * Seats after the last of a subscription's lines, which are in the order they took effect. A day with one positive line has its seats; one
 * with several has what was there plus what was charged less what was refunded (reference 7.2). A day that only refunds takes away:
 * the base of a partial upgrade.
 */
export function seatsAfter(charges: readonly Charge[]): number {
  let seats = 0
  for (const lines of Map.groupBy(charges, effectiveDay).values()) {
    const { charged, refunded, positive, anew } = dayOf(lines)
    const before = anew ? 0 : seats
    seats = positive.length === 1 && positive[0] !== undefined ? positive[0] : before + charged - refunded
    seats = Math.max(seats, 0)
  }
  return seats
}

import { addDays, type Day } from '../values/day.ts'
import type { CustomerId, SubscriptionId } from '../values/ids.ts'
import { billingOf, termOf } from './billing-cycle.ts'
import { historiesOf, type MonthOfCharges, type SourcedCharge } from './charge-history.ts'
import { isRefund } from './is-refund.ts'
import { seatsAfter } from './seats-after.ts'
import type { Subscription } from './subscription.ts'

/**
 * A customer's subscriptions as its charges of all months, oldest month first, leave them. `through` is the last day of the newest of
 * those supplier invoices: a term that ended is expired only once the file is in that would show its renewal, which Microsoft
 * completes up to a day after the end (reference 10). In the order in which they first appear.
 */
export function subscriptionsFromCharges(
  customer: CustomerId,
  months: readonly MonthOfCharges[],
  through: Day,
): readonly Subscription[] {
  return [...historiesOf(months)].map(([id, history]) => subscriptionOf(customer, id, history, through))
}

/** Whether a term that ended would show its renewal by now, had there been one. */
export const isExpired = (end: Day | undefined, through: Day): boolean =>
  end !== undefined && addDays(end, 2) <= through

function subscriptionOf(
  customer: CustomerId,
  id: SubscriptionId,
  history: readonly SourcedCharge[],
  through: Day,
): Subscription {
  const last = history.at(-1) as SourcedCharge
  const first = (history[0] as SourcedCharge).charge
  // What it is now is told by the last line that charges; a cancellation or a refund repeats the old state.
  const { charge } = history.findLast((sourced) => !isRefund(sourced.charge)) ?? last
  const billing = billingOf(charge)
  const quantity = billing === 'usage' ? undefined : seatsAfter(history.map((sourced) => sourced.charge))
  const end = billing === 'usage' ? undefined : (charge.subscriptionEnd ?? charge.chargeEnd)
  const gone = quantity === 0 || last.charge.chargeType === 'cancelImmediate'
  const expired = isExpired(end, through)
  return {
    id,
    customer,
    productId: charge.productId,
    skuId: charge.skuId,
    product: charge.productName || charge.skuName,
    quantity: gone && quantity !== undefined ? 0 : quantity,
    term: termOf(charge),
    billing,
    // Usage lines need not say since when the plan is there: it is since the first of them.
    start:
      charge.subscriptionStart ?? (billing === 'usage' ? first.chargeStart : charge.chargeStart) ?? first.orderDate,
    end,
    status: gone ? 'cancelled' : expired ? 'expired' : 'active',
    promotionId: charge.promotionId,
    source: { import: last.import, line: last.charge.line },
  }
}

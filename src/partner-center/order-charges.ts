import type { StoredCharge } from '../ledger/charge.ts'

type Group = { readonly subscription: string; day: string; readonly charges: StoredCharge[] }

/**
 * Microsoft's rows come in no order. They are put by subscription and day, and the lines of one event, which are one change seen
 * twice (refund and charge), stand together even where the change moves seats to another subscription.
 */
export function orderCharges(charges: Iterable<StoredCharge>): StoredCharge[] {
  const groups = new Map<string, Group>()
  for (const charge of charges) {
    const key = charge.event === undefined ? `line ${charge.line}` : `event ${charge.event}`
    const group = groups.get(key)
    if (!group) {
      groups.set(key, { subscription: charge.subscription ?? '', day: charge.orderDate, charges: [charge] })
      continue
    }
    if (charge.orderDate < group.day) group.day = charge.orderDate
    group.charges.push(charge)
  }
  for (const { charges: lines } of groups.values()) lines.sort(bySubscriptionDayLine)
  return [...groups.values()].sort(byGroup).flatMap((group) => group.charges)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byGroup = (a: Group, b: Group): number =>
  compare(a.subscription, b.subscription) ||
  compare(a.day, b.day) ||
  (a.charges[0]?.line ?? 0) - (b.charges[0]?.line ?? 0)

const bySubscriptionDayLine = (a: StoredCharge, b: StoredCharge): number =>
  compare(a.subscription ?? '', b.subscription ?? '') || compare(a.orderDate, b.orderDate) || a.line - b.line

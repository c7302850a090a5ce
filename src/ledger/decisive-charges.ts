import type { StoredCharge } from './charge.ts'
import { startsAnew } from './charge-types.ts'

/** What a customer's charges of one supplier invoice say of its subscriptions. */
export type DecisiveCharges = {
  readonly charges: readonly StoredCharge[]
  /** A subscription was changed and no line of this invoice says what it was before: earlier months are needed. */
  readonly needsHistory: boolean
}

const dayOf = ({ orderDate, chargeStart }: StoredCharge): string =>
  chargeStart && chargeStart > orderDate ? chargeStart : orderDate

const isRefund = (charge: StoredCharge): boolean =>
  [charge.subtotal, charge.billableQuantity, charge.effectiveUnitPrice].some((amount) => amount.startsWith('-'))

/**
 * The lines that decide what a subscription is now: those from its newest cycle on, and one line of a meter. The others, nearly all of
 * a large file, would only cost time: a subscription is read the same with and without them.
 */
export function decisiveCharges(charges: readonly StoredCharge[]): DecisiveCharges {
  const decisive: StoredCharge[] = []
  let needsHistory = false
  for (const [subscription, lines] of Map.groupBy(charges, (charge) => charge.subscription)) {
    if (!subscription) continue
    const seats = lines.filter((line) => line.meter === undefined)
    const meters = lines.filter((line) => line.meter !== undefined)
    if (meters.length > 0) decisive.push(meters.reduce((last, line) => (dayOf(line) >= dayOf(last) ? line : last)))
    const cycles = seats.filter((line) => startsAnew.has(line.chargeType) && !isRefund(line)).map(dayOf)
    const newest = cycles.reduce((last, day) => (day > last ? day : last), '')
    decisive.push(...seats.filter((line) => dayOf(line) >= newest))
    needsHistory ||= newest === '' && seats.length > 0
  }
  return { charges: decisive, needsHistory }
}

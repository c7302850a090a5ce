import { type Decimal, decimal } from '../../values/decimal.ts'
import type { SubscriptionId } from '../../values/ids.ts'
import type { BridgeLine } from './bridge-line.ts'

/** A change within a cycle: the lines that take back and those that bill, one event. */
export type InCycleEvent = {
  readonly chargeType: string
  readonly refunds: readonly BridgeLine[]
  readonly charges: readonly BridgeLine[]
}

const takesBack = (line: BridgeLine): boolean => line.quantity.lt(0) || line.net.lt(0)
const span = ({ chargeType, period }: BridgeLine): string => [chargeType, period?.from, period?.to].join('|')

/**
 * The lines as events. A ReferenceId ties refund and charge; where it is missing or garbled, the same change of the same subscription on
 * the same days is one event, and of conversions, which can make a new subscription, those of equal seats.
 */
export function inCycleEvents(lines: readonly BridgeLine[]): readonly InCycleEvent[] {
  const events: InCycleEvent[] = []
  let left = gather(lines, ({ event, ...line }) => event && `${event}|${span(line as BridgeLine)}`, events)
  left = gather(left, (line) => `${line.subscription}|${span(line)}`, events)
  left = gather(left, (line) => `${line.quantity.abs().toFixed()}|${span(line)}`, events)
  for (const line of left) events.push(eventOf([line]))
  return events
}

/** Takes those groups out that both take back and bill; gives what is left. */
function gather(
  lines: readonly BridgeLine[],
  keyOf: (line: BridgeLine) => string | undefined,
  events: InCycleEvent[],
): readonly BridgeLine[] {
  const left: BridgeLine[] = []
  for (const [key, group] of Map.groupBy(lines, keyOf)) {
    const event = eventOf(group)
    if (key && event.refunds.length > 0 && event.charges.length > 0) events.push(event)
    else left.push(...group)
  }
  return left
}

const eventOf = (lines: readonly BridgeLine[]): InCycleEvent => ({
  chargeType: lines[0]?.chargeType ?? '',
  refunds: lines.filter(takesBack),
  charges: lines.filter((line) => !takesBack(line)),
})

export const linesOf = ({ refunds, charges }: InCycleEvent): readonly BridgeLine[] => [...refunds, ...charges]

/** Seats of lines, by sign: the parts of one charge, which differ in price alone, have the same seats, and these count once. */
export function seatsOf(lines: readonly BridgeLine[]): Decimal {
  let seats = decimal(0)
  for (const same of Map.groupBy(lines, sameCharge).values()) {
    const prices = new Set(same.map(({ unitPrice }) => unitPrice.toFixed()))
    const count = prices.size === same.length ? 1 : same.length
    for (const line of same.slice(0, count)) seats = seats.plus(line.quantity)
  }
  return seats
}

const sameCharge = ({ subscription, skuId, chargeType, event, period, quantity }: BridgeLine): string =>
  [subscription, skuId, chargeType, event, period?.from, quantity.toFixed()].join('|')

/** Seats that a conversion took from one subscription and gave to another. */
export type Transfer = {
  readonly from: SubscriptionId
  readonly to: SubscriptionId
  readonly seats: Decimal
  readonly on: string
  readonly into: string
}

export function transfersOf(events: readonly InCycleEvent[]): readonly Transfer[] {
  return events.flatMap(({ chargeType, refunds, charges }) => {
    const [from, to] = [refunds[0]?.subscription, charges[0]?.subscription]
    if (chargeType !== 'convert' && chargeType !== 'movequantity') return []
    if (!from || !to || from === to) return []
    return [{ from, to, seats: seatsOf(charges), on: charges[0]?.period?.from ?? '', into: charges[0]?.product ?? '' }]
  })
}

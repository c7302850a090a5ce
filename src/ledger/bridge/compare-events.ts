import { type BridgeLine, netOf } from './bridge-line.ts'
import type { Story } from './compare-cycles.ts'
import type { DriverKind, Drivers, EventDetail } from './driver.ts'
import { type InCycleEvent, linesOf, seatsOf, transfersOf } from './in-cycle-events.ts'

const kinds: Readonly<Record<string, DriverKind>> = {
  addquantity: 'partial-period',
  removequantity: 'partial-period',
  cancelimmediate: 'product-ended',
}
const kindOf = ({ chargeType }: InCycleEvent): DriverKind => kinds[chargeType] ?? 'plan'

/** A driver for each change within a cycle; one of the earlier side goes away again. */
export function compareEvents(from: readonly InCycleEvent[], to: readonly InCycleEvent[], drivers: Drivers): void {
  for (const event of from) addEvent(event, 'from', drivers)
  for (const event of to) addEvent(event, 'to', drivers)
}

function addEvent(event: InCycleEvent, side: 'from' | 'to', drivers: Drivers): void {
  const lines = linesOf(event)
  const [before, after] = [event.refunds[0], event.charges[0]]
  const about = before ?? after
  if (!about) return
  const net = netOf(lines)
  const amount = side === 'to' ? net : net.times(-1)
  drivers.add({
    kind: kindOf(event),
    amount,
    subscription: about.subscription,
    product: about.product,
    into: before && after && before.product !== after.product ? after.product : undefined,
    events: [detailOf(event, side, amount, about)],
    [side]: lines,
  })
}

const detailOf = (
  { refunds, charges }: InCycleEvent,
  side: 'from' | 'to',
  amount: EventDetail['amount'],
  { period, share }: BridgeLine,
): EventDetail => ({
  side,
  amount,
  day: period?.from,
  share,
  before: seatsOf(refunds).abs(),
  after: seatsOf(charges),
})

/** What the events tell of the subscriptions that changed. */
export function storyOf(events: readonly InCycleEvent[], whole: readonly BridgeLine[], lastDay: string): Story {
  const ofType = (...types: readonly string[]) =>
    new Set(
      [...events.flatMap(linesOf), ...whole]
        .filter(({ chargeType }) => types.includes(chargeType))
        .map(({ subscription = '' }) => subscription),
    )
  return {
    transfers: transfersOf(events),
    changedPlan: ofType('changebillingplan', 'extendterm'),
    cancelled: ofType('cancelimmediate'),
    lastDay,
  }
}

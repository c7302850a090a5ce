import { withParts } from './bill-lines.ts'
import type { Day } from './calendar.ts'
import { plus, type Rational, ratio, sign, times, zero } from './rational.ts'
import type { Line } from './read-folder.ts'

/** What a customer has at the end of all files. `seats` is missing for usage, which has none. */
export type SubscriptionState = {
  readonly id: string
  readonly product: string
  readonly seats?: number
  readonly start?: Day
  readonly end?: Day
  readonly cancelled: boolean
}

const isUsage = (line: Line): boolean => line.productName === 'Azure plan' || line.subscriptionEnd === undefined

// In a conversion the trial's own line is what is given back, though nothing was paid for it and its amount has no sign.
const givesBack = (line: Line): boolean =>
  sign(line.subtotal) < 0 || (sign(line.subtotal) === 0 && line.trial && line.chargeType.toLowerCase() === 'convert')

const total = (lines: readonly Line[]): Rational => lines.reduce((sum, line) => plus(sum, line.quantity), zero)
const minus = (a: Rational, b: Rational): Rational => plus(a, times(b, ratio(-1n, 1n)))

/** Seats after one day's lines: the one charge's, else what the day added less what it took back. */
function seatsAfter(before: Rational, day: readonly Line[]): Rational {
  const taken = day.filter(givesBack)
  const charged = day.filter((line) => !givesBack(line))
  if (charged.length === 1) return total(charged)
  return charged.length === 0 ? minus(before, total(taken)) : minus(total(charged), total(taken))
}

function stateOf(id: string, lines: readonly Line[]): SubscriptionState {
  const counted = lines.filter((line) => line.chargeType.toLowerCase() !== 'customercredit')
  const whole = withParts(counted).map((parts) => parts[0] as Line)
  const days = [...Map.groupBy(whole, (line) => line.ordered)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const seats = days.reduce((before, [, day]) => seatsAfter(before, day), zero)
  const charges = days.flatMap(([, day]) => day.filter((line) => !givesBack(line)))
  const last = charges.at(-1) ?? (whole.at(-1) as Line)
  return {
    id,
    product: last.productName,
    seats: isUsage(last) ? undefined : Number(seats.n / seats.d),
    start: last.subscriptionStart,
    end: last.subscriptionEnd,
    cancelled: !isUsage(last) && sign(seats) === 0,
  }
}

/** Every subscription of one customer, by its id in the files. */
export function subscriptionsOf(lines: readonly Line[]): SubscriptionState[] {
  return [...Map.groupBy(lines, (line) => line.subscription)].map(([id, theirs]) => stateOf(id, theirs))
}

import { type Currency, exponentOf } from '../../values/currency.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { roundTo } from '../../values/rounding.ts'
import { compareAmounts, type Side } from './compare-amounts.ts'
import { type CyclePair, type CycleUnit, isSameProduct } from './cycle-unit.ts'
import type { DriverKind, Drivers, Standing } from './driver.ts'
import type { Transfer } from './in-cycle-events.ts'

/** What happened to a subscription on either side, as far as it explains its cycles. */
export type Story = {
  /** Seats that a conversion moved between subscriptions. */
  readonly transfers: readonly Transfer[]
  /** Changed its billing plan or its term. */
  readonly changedPlan: ReadonlySet<string>
  readonly cancelled: ReadonlySet<string>
  /** The last day that the later side bills: a yearly charge that reaches past it is still running. */
  readonly lastDay: string
}

/** The drivers of one subscription's cycles, as it stood on the earlier side and on the later one. */
export function compareCycles(pair: CyclePair, story: Story, currency: Currency, drivers: Drivers): void {
  const { from, to } = pair
  if (from && to) {
    compare(from, to, story, currency, drivers)
    return
  }
  const unit = from ?? to
  if (!unit) return
  const about = { ...naming(unit), [to ? 'after' : 'before']: standing(unit), [to ? 'to' : 'from']: unit.lines }
  const kind = to ? startOf(unit, story) : endOf(unit, story)
  if (from && kind === 'plan') {
    leave(from, story, currency, drivers)
    return
  }
  const source = story.transfers.find((transfer) => transfer.to === unit.main.subscription)?.from
  const whose = kind === 'plan' && source ? { subscription: source, into: unit.main.product } : {}
  drivers.add({ kind, amount: to ? unit.amount : unit.amount.times(-1), ...about, ...whose })
}

/** Seats of a subscription that is gone: those that a conversion took with it, and those that were left and ended. */
function leave(unit: CycleUnit, { transfers }: Story, currency: Currency, drivers: Drivers): void {
  const taken = transfers.filter(({ from, on }) => from === unit.main.subscription && on > unit.period.from)
  const seats = taken.reduce((sum, transfer) => sum.plus(transfer.seats), decimal(0))
  const all = taken.length === 0 || seats.gte(unit.quantity)
  const moved = all
    ? unit.amount
    : roundTo(unit.amount.times(seats).div(unit.quantity), exponentOf(currency), 'half-up')
  const about = { ...naming(unit), before: standing(unit), from: unit.lines }
  drivers.add({ ...about, kind: 'plan', amount: moved.times(-1), into: taken[0]?.into })
  drivers.add({ ...about, kind: 'product-ended', amount: moved.minus(unit.amount) })
}

const naming = ({ main: { subscription, product } }: CycleUnit) => ({ subscription, product })

const standing = ({ quantity, amount, main }: CycleUnit): Standing => ({ quantity, amount, rate: main.exchange?.rate })

const isYearly = ({ main }: CycleUnit): boolean => main.billing === 'annual' || main.billing === 'once'

/** A charge for a year is no growth: what it is for ran before. */
function startOf(unit: CycleUnit, { transfers, changedPlan }: Story): DriverKind {
  const { chargeType, subscription = '' } = unit.main
  if (changedPlan.has(subscription) || transfers.some(({ to }) => to === subscription)) return 'plan'
  return isYearly(unit) && chargeType !== 'new' ? 'one-off' : 'product-started'
}

function endOf(unit: CycleUnit, { transfers, changedPlan, cancelled, lastDay }: Story): DriverKind {
  const { subscription = '' } = unit.main
  if (cancelled.has(subscription)) return 'product-ended'
  if (changedPlan.has(subscription) || transfers.some(({ from, on }) => from === subscription && on > unit.period.from))
    return 'plan'
  return isYearly(unit) && unit.period.to > lastDay ? 'one-off' : 'product-ended'
}

const sideOf = ({ quantity, amount, main, lines }: CycleUnit): Side => ({
  quantity,
  amount,
  stated: lines.length === 1 ? main.unitPrice : undefined,
  rate: main.exchange?.rate,
  lines: lines.length,
})

function compare(from: CycleUnit, to: CycleUnit, story: Story, currency: Currency, drivers: Drivers): void {
  if (from.amount.eq(to.amount) && from.quantity.eq(to.quantity)) return
  const about = {
    ...naming(from),
    before: standing(from),
    after: standing(to),
    from: from.lines,
    to: to.lines,
  } as const
  const { quantity, exchange, rest, onlyRounding, price } = compareAmounts(sideOf(from), sideOf(to), currency)
  const moved = movedBetween(from, to, story, price, currency)
  drivers.add({ ...about, kind: 'plan', amount: moved.amount, into: moved.into })
  drivers.add({ ...about, kind: 'quantity', amount: quantity.minus(moved.amount) })
  drivers.add({ ...about, kind: 'exchange-rate', amount: exchange })
  const kind = onlyRounding && isSameProduct(from, to) ? 'rounding' : priceKind(from, to, story)
  drivers.add({ ...about, kind, amount: rest, into: kind === 'plan' ? to.main.product : undefined })
}

/** Why another price was billed for the same subscription. */
function priceKind(from: CycleUnit, to: CycleUnit, { transfers }: Story): DriverKind {
  const [before, after] = [from.main, to.main]
  if (!isSameProduct(from, to) || after.chargeType === 'convert') return 'plan'
  // The first term of a subscription that a conversion made is cut short: its length says nothing of the commitment.
  const cut = before.chargeType !== 'renew' && transfers.some((transfer) => transfer.to === before.subscription)
  if (differ(before.billing, after.billing) || (!cut && differ(before.term, after.term))) return 'plan'
  return before.promotion === after.promotion ? 'unit-price' : 'promotion'
}

const differ = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && b !== undefined && a !== b

/** The part of a change in seats that a conversion between the two cycles made. */
function movedBetween(from: CycleUnit, to: CycleUnit, { transfers }: Story, price: Decimal, currency: Currency) {
  let [seats, into] = [decimal(0), undefined as string | undefined]
  for (const transfer of transfers) {
    if (transfer.on <= from.period.from || transfer.on > to.period.from) continue
    if (transfer.from === from.main.subscription) [seats, into] = [seats.minus(transfer.seats), transfer.into]
    if (transfer.to === to.main.subscription) seats = seats.plus(transfer.seats)
  }
  return { amount: roundTo(seats.times(price), exponentOf(currency), 'half-up'), into }
}

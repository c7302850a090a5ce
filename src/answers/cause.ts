import type { Driver, DriverKind, EventDetail, Standing } from '../ledger/bridge/driver.ts'
import { type Decimal, decimal } from '../values/decimal.ts'

/** What a cause is called, finer than the driver's kind: whether it came or went, of seats or of usage. */
export const causeKinds = [
  'quantity',
  'usage',
  'meters',
  'unit-price',
  'prices',
  'partial-period',
  'partial-period-gone',
  'partial-periods',
  'product-started',
  'more-cycles',
  'product-ended',
  'fewer-cycles',
  'plan',
  'plan-into',
  'promotion',
  'one-off',
  'one-off-gone',
  'credit',
  'credit-gone',
  'correction',
  'correction-gone',
  'exchange-rate',
  'tax',
  'rounding',
  'unexplained',
] as const
export type CauseKind = (typeof causeKinds)[number]

/** One or more drivers, as one thing that a person is told. */
export type Cause = {
  readonly kind: CauseKind
  readonly amount: Decimal
  readonly product?: string
  readonly into?: string
  readonly meters: readonly string[]
  readonly before?: Standing
  readonly after?: Standing
  /** The change within a cycle that it is, where it is one. */
  readonly event?: EventDetail
  readonly drivers: readonly Driver[]
}

/** Kinds that are told once for all products: nobody wants a line for each meter's exchange rate. */
const together: ReadonlySet<DriverKind> = new Set(['exchange-rate', 'rounding', 'tax', 'unexplained'])
const byProduct = ({ kind, subscription, product, reason, events }: Driver): string =>
  together.has(kind) ? kind : [kind, subscription ?? product, reason, events[0]?.side].join('|')

/** A driver by itself, and what is told once for all products: then there is no name that would tell one from another. */
const alone = (driver: Driver): Driver | DriverKind => (together.has(driver.kind) ? driver.kind : driver)

/**
 * Drivers as causes, the largest first: the meters of one plan are one cause, unless each is wanted by itself. `onBoth`: what a driver
 * is of stands on both sides, and one of them has more billed months, so that it neither started nor ended.
 */
export function causesOf(
  drivers: readonly Driver[],
  each: boolean,
  onBoth: (driver: Driver) => boolean = () => false,
): readonly Cause[] {
  const told = drivers.flatMap(bySide)
  const groups = [...Map.groupBy<unknown, Driver>(told, each ? alone : byProduct).values()]
  return groups
    .map((group) => causeOf(group, onBoth))
    .filter(({ amount }) => !amount.eq(0))
    .sort((a, b) => b.amount.abs().cmp(a.amount.abs()))
}

/** A change within a cycle that came and one that is gone are two things to tell. */
function bySide(driver: Driver): readonly Driver[] {
  const { kind, events, lines } = driver
  const sides = new Set(events.map(({ side }) => side))
  if (kind !== 'partial-period' || sides.size < 2) return [driver]
  return [...sides].map((side) => {
    const own = events.filter((event) => event.side === side)
    const amount = own.reduce((sum, event) => sum.plus(event.amount), decimal(0))
    return { ...driver, amount, events: own, lines: { from: [], to: [], [side]: lines[side] } }
  })
}

function causeOf(drivers: readonly Driver[], onBoth: (driver: Driver) => boolean): Cause {
  const [first] = drivers as [Driver, ...Driver[]]
  const one = drivers.length === 1 ? first : undefined
  const products = new Set(drivers.map(({ product }) => product))
  return {
    kind: onBoth(first) ? (oftener[first.kind] ?? kindOf(first, drivers)) : kindOf(first, drivers),
    amount: drivers.reduce((sum, { amount }) => sum.plus(amount), decimal(0)),
    product: products.size === 1 && !together.has(first.kind) ? first.product : undefined,
    into: first.into,
    meters: drivers.flatMap(({ meter }) => meter ?? []),
    before: one?.before,
    after: one?.after,
    event: one?.events.length === 1 ? one.events[0] : undefined,
    drivers,
  }
}

const oftener: Partial<Record<DriverKind, CauseKind>> = {
  'product-started': 'more-cycles',
  'product-ended': 'fewer-cycles',
}

function kindOf(driver: Driver, drivers: readonly Driver[]): CauseKind {
  const { kind, events, meter, into, lines } = driver
  const gone = lines.to.length === 0
  switch (kind) {
    case 'quantity':
      return meter === undefined ? 'quantity' : drivers.length > 1 ? 'meters' : 'usage'
    case 'unit-price':
      return drivers.length > 1 ? 'prices' : kind
    case 'partial-period':
      if (events.length !== 1 || !events[0]?.day) return 'partial-periods'
      return events[0]?.side === 'from' ? 'partial-period-gone' : 'partial-period'
    case 'plan':
      return into ? 'plan-into' : 'plan'
    case 'one-off':
    case 'credit':
    case 'correction':
      return gone ? `${kind}-gone` : kind
    default:
      return kind
  }
}

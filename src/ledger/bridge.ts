import type { Currency } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import {
  type BridgeLine,
  type BridgeSide,
  cycleStarts,
  linesByRole,
  matchKey,
  type Role,
} from './bridge/bridge-line.ts'
import { compareCycles, type Story } from './bridge/compare-cycles.ts'
import { compareEvents, storyOf } from './bridge/compare-events.ts'
import { compareSingleLines, sumLines } from './bridge/compare-single-lines.ts'
import { compareUsage } from './bridge/compare-usage.ts'
import { continued } from './bridge/continued.ts'
import { cycleUnits, pairCycles } from './bridge/cycle-unit.ts'
import { type Driver, Drivers } from './bridge/driver.ts'
import { inCycleEvents } from './bridge/in-cycle-events.ts'
import { billsCycle } from './charge-types.ts'

export type { Driver, DriverKind } from './bridge/driver.ts'

/** From one total to another: drivers that sum to the difference exactly. Amounts are exact decimals in `currency`. */
export type Bridge = {
  readonly currency: Currency
  readonly from: Decimal
  readonly to: Decimal
  readonly difference: Decimal
  /** The largest first, whatever its sign; what is unexplained is one of them. */
  readonly drivers: readonly Driver[]
  /** The part of the difference that no line accounts for; zero when all of it is explained. */
  readonly unexplained: Decimal
}

/**
 * Explains why the later side's total differs from the earlier one's. What it finds is in the lines alone; the totals are those that the
 * documents state, so a line that is missing or altered shows as unexplained. Throws RangeError for sides in two currencies.
 */
export function bridge(from: BridgeSide, to: BridgeSide): Bridge {
  const { currency } = to
  // Nothing is ever converted, so there is no difference to explain.
  if (from.currency !== currency) throw new RangeError(`${from.currency} and ${currency} cannot be compared`)
  const drivers = new Drivers()
  const starts = cycleStarts([...from.lines, ...to.lines])
  const [before, after] = [linesByRole(from.lines, starts), linesByRole(to.lines, starts)]
  const both = (role: Role) => ({ from: before(role), to: after(role) })
  sumLines('credit', both('credit'), drivers, ({ creditReason }) => ({ reason: creditReason }))
  sumLines('correction', both('correction'), drivers)
  compareUsage(before('usage'), after('usage'), { from: billedOf(from), to: billedOf(to) }, currency, drivers)
  const events = { from: inCycleEvents(before('movement')), to: inCycleEvents(after('movement')) }
  compareEvents(events.from, events.to, drivers)
  const changes = [...before('cycle'), ...after('cycle')].filter(({ chargeType }) => !billsCycle(chargeType))
  const story = storyOf([...events.from, ...events.to, ...inCycleEvents(changes)], changes, to.period.to)
  compareAllCycles(both('cycle'), story, currency, drivers)
  sumLines('one-off', both('one-off'), drivers)
  compareSingleLines(both('other'), currency, drivers)
  drivers.add({ kind: 'tax', amount: to.tax.minus(from.tax) })
  return closed(from, to, drivers)
}

/** Adds what no driver accounts for. */
function closed(from: BridgeSide, to: BridgeSide, drivers: Drivers): Bridge {
  const difference = to.total.minus(from.total)
  drivers.add({ kind: 'unexplained', amount: difference.minus(drivers.sum()) })
  const all = drivers.all()
  const unexplained = all.filter(({ kind }) => kind === 'unexplained')
  return {
    currency: to.currency,
    from: from.total,
    to: to.total,
    difference,
    drivers: all,
    unexplained: unexplained.reduce((sum, { amount }) => sum.plus(amount), decimal(0)),
  }
}

const billedOf = ({ lines }: BridgeSide): ReadonlySet<string> =>
  new Set(lines.map(({ subscription = '' }) => subscription))

type Cycles = { readonly from: readonly BridgeLine[]; readonly to: readonly BridgeLine[] }

function compareAllCycles(cycles: Cycles, story: Story, currency: Currency, drivers: Drivers): void {
  const [earlier, later] = [Map.groupBy(cycles.from, matchKey), Map.groupBy(cycles.to, matchKey)]
  // Most of a bill is as it was: nothing more is made of that.
  const unitsOf = (own: typeof earlier, other: typeof earlier) =>
    new Map([...own].flatMap(([key, lines]) => (isAsBefore(lines, other.get(key)) ? [] : [[key, cycleUnits(lines)]])))
  const [before, after] = continued(unitsOf(earlier, later), unitsOf(later, earlier), story)
  for (const key of new Set([...before.keys(), ...after.keys()]))
    for (const pair of pairCycles(before.get(key) ?? [], after.get(key) ?? []))
      compareCycles(pair, story, currency, drivers)
}

/** One line on each side, of the same product, for the same quantity and amount. */
function isAsBefore(lines: readonly BridgeLine[], others: readonly BridgeLine[] = []): boolean {
  const [line, other] = [lines[0], others[0]]
  if (lines.length !== 1 || others.length !== 1 || !line || !other) return false
  const { productId, skuId, net, quantity } = line
  return productId === other.productId && skuId === other.skuId && net.eq(other.net) && quantity.eq(other.quantity)
}

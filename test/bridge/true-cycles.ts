import type { DriverKind } from '../../src/ledger/bridge/driver.ts'
import { type Day, daysBetween, daysOfMonth } from '../oracle/calendar.ts'
import { halfUp, type Rational, ratio, times } from '../oracle/rational.ts'
import type { TrueCause, TruePart } from './true-part.ts'
import type { TrueSide } from './true-side.ts'
import type { Cycle, Promotion, Terms, World, WorldLine } from './world-line.ts'

/** A cycle as one side billed it: all its lines net. */
type Billed = { readonly cycle: Cycle; readonly lines: readonly WorldLine[]; readonly amount: bigint }
export type Sides = { readonly world: World; readonly before: TrueSide; readonly after: TrueSide }
type Kinds = TruePart['kinds']

function billedCycles(side: TrueSide): Billed[] {
  const byCycle = new Map<Cycle, WorldLine[]>()
  for (const line of side.lines) {
    if (line.cause.role !== 'cycle') continue
    const { cycle } = line.cause
    byCycle.set(cycle, [...(byCycle.get(cycle) ?? []), line])
  }
  return [...byCycle]
    .map(([cycle, lines]) => ({ cycle, lines, amount: lines.reduce((sum, line) => sum + side.amount(line), 0n) }))
    .toSorted((a, b) => (a.cycle.from < b.cycle.from ? -1 : 1))
}

/** Subscriptions compared cycle by cycle, in the order of their dates. */
export function trueCycles(sides: Sides): TrueCause[] {
  const chainOf = ({ cycle }: Billed) => cycle.chain
  const before = Map.groupBy(billedCycles(sides.before), chainOf)
  const after = Map.groupBy(billedCycles(sides.after), chainOf)
  return [...new Set([...before.keys(), ...after.keys()])].map((chain) => {
    const [p, q] = [before.get(chain) ?? [], after.get(chain) ?? []]
    const carriedOn = compareAll(sides, p, q)
    const ids = new Set([...p, ...q].map(({ cycle }) => cycle.subscription))
    // Whether a new subscription carries an old one on is told by their dates, which need not be on the two sides.
    if (ids.size === 1 || showsCarryingOn([...p, ...q])) return [carriedOn]
    const apart = [...ids].flatMap((id) => {
      const mine = ({ cycle }: Billed) => cycle.subscription === id
      return compareAll(sides, p.filter(mine), q.filter(mine))
    })
    return [carriedOn, apart]
  })
}

/** Whether each new subscription starts within 31 days of the last day that the sides show of the old one. */
const showsCarryingOn = (billed: readonly Billed[]): boolean =>
  billed.every(({ cycle }, at) => {
    const next = billed[at + 1]?.cycle
    return !next || next.subscription === cycle.subscription || daysBetween(cycle.to, next.from) - 1 <= 31
  })

function compareAll(sides: Sides, p: readonly Billed[], q: readonly Billed[]): TruePart[] {
  // What began in the middle of the earlier side lacks its first cycles there; what ended in the later one lacks its last.
  const later = Math.max(0, q.length - p.length)
  const pairs = p.map((billed, at) => [billed, q[at + later]] as const)
  return [
    ...pairs.flatMap(([billed, other]) => (other ? compare(sides, billed, other) : ended(sides, billed))),
    ...q.slice(0, later).map((billed) => only(sides, billed, 'after')),
  ]
}

const shown = (promotion: Promotion | undefined): string => `${promotion?.id ?? ''}|${promotion?.text ?? ''}`
const samePlan = (a: Terms, b: Terms): boolean =>
  a.item.product === b.item.product && a.item.sku === b.item.sku && a.term === b.term && a.billing === b.billing

function restKinds(sides: Sides, p: Billed, q: Billed): Kinds {
  const [before, after] = [p.cycle.terms, q.cycle.terms]
  const follows = [...p.lines, ...q.lines].every((line) => sides.after.follows(line))
  const promoted = follows && shown(before.promotion) !== shown(after.promotion)
  if (!samePlan(before, after)) return promoted ? ['plan', 'promotion'] : ['plan']
  if (promoted) return ['promotion']
  // Microsoft's file names some promotions by nothing at all.
  if (follows && before.promotion?.percent !== after.promotion?.percent) return ['promotion', 'unit-price']
  const dearer = before.level !== after.level || sides.before.era(p.cycle.month) !== sides.after.era(q.cycle.month)
  // A price is known as amount over seats: what is left may be a rise of a fraction of a cent or the rounding of many seats.
  return dearer ? ['unit-price', 'rounding'] : ['rounding', 'unit-price']
}

const rateOf = (side: TrueSide, { lines }: Billed): Rational | undefined =>
  lines.every((line) => side.follows(line)) ? lines[0]?.rate : undefined

/** What changed from one cycle to another: seats at the earlier price, then the rate as billed, then the rest. */
function compare(sides: Sides, p: Billed, q: Billed): TruePart[] {
  const of = p.cycle.chain
  if (p.cycle.seats === 0)
    return [{ kinds: ['product-started', 'quantity', 'unit-price'], of, amount: q.amount - p.amount, off: 0n }]
  if (q.cycle.seats === 0) return [{ kinds: ['product-ended', 'quantity'], of, amount: q.amount - p.amount, off: 0n }]
  // A rate that moved without moving the amount changed nothing.
  if (p.amount === q.amount && p.cycle.seats === q.cycle.seats) return []
  const off = roundingOf(sides, p, q)
  const price = ratio(p.amount, BigInt(p.cycle.seats))
  const atPrice = (seats: number) => halfUp(times(price, ratio(BigInt(seats), 1n)), 0)
  const moves = movedBetween(sides.world, p.cycle, q.cycle)
  const seen = moves.filter(({ month }) => isOn(sides, month)).reduce((sum, { seats }) => sum + seats, 0)
  const unseen = moves.reduce((sum, { seats }) => sum + seats, 0) - seen
  const others = atPrice(q.cycle.seats - p.cycle.seats + seen + unseen)
  const moved = [atPrice(-seen), atPrice(-unseen)] as const
  const [rateP, rateQ] = [rateOf(sides.before, p), rateOf(sides.after, q)]
  const unrated = rateP && rateQ ? times(ratio(q.amount, 1n), times(rateP, ratio(rateQ.d, rateQ.n))) : undefined
  const byRate = unrated ? q.amount - halfUp(unrated, 0) : 0n
  const byPlan = !samePlan(p.cycle.terms, q.cycle.terms)
  const rest = q.amount - p.amount - others - moved[0] - moved[1] - byRate
  return [
    { kinds: ['quantity'] as Kinds, of, amount: others, off },
    { kinds: ['plan'] as Kinds, of, amount: moved[0], off },
    { kinds: ['plan', 'quantity'] as Kinds, of, amount: moved[1], off },
    // Whether a change of plan has a part that the rate made is a matter of words.
    { kinds: byPlan ? ['exchange-rate', 'plan'] : ['exchange-rate'], of, amount: byRate, off } as TruePart,
    { kinds: restKinds(sides, p, q), of, amount: rest, off },
  ].filter(({ amount }) => amount !== 0n)
}

/**
 * How many minor units rounding may have moved: none where prices are whole cents, else one a line for as often as the earlier line's
 * rounding is taken, and one a seat where each seat's price is rounded down (reference 7.1: tolerance grows with quantity).
 */
function roundingOf({ after }: Sides, p: Billed, q: Billed): bigint {
  const lines = [...p.lines, ...q.lines]
  const isWhole = (line: WorldLine): boolean => {
    const minor = times(times(line.effective, line.rate ?? ratio(1n, 1n)), ratio(10n ** BigInt(after.digits), 1n))
    return minor.d === 1n && after.isCost
  }
  if (lines.every(isWhole)) return 0n
  const more = Math.ceil(Math.abs(q.cycle.seats - p.cycle.seats) / p.cycle.seats)
  const bySeat = lines.some((line) => line.item.rule === 'A' || line.rate !== undefined)
  return BigInt(lines.length * (1 + more) + (bySeat ? 2 * Math.max(p.cycle.seats, q.cycle.seats) : 0))
}

const movedBetween = (world: World, p: Cycle, q: Cycle) =>
  world.upgrades.filter(({ from, day }) => from === p.chain && day > p.from && day <= q.from)

const isOn = ({ before, after }: Sides, month: string): boolean =>
  before.months.includes(month) || after.months.includes(month)

const isYearly = ({ from, to }: Cycle): boolean => daysBetween(from, to) > 31
const lastDay = (side: TrueSide): Day => {
  const month = side.months.at(-1) as string
  return `${month}-${daysOfMonth(month)}`
}

/** A cycle that has no counterpart on the other side. */
function only(sides: Sides, { cycle, amount }: Billed, side: 'before' | 'after'): TruePart {
  const signed = side === 'after' ? amount : -amount
  return { kinds: onlyKinds(sides, cycle, side), of: cycle.chain, amount: signed, off: 0n }
}

/** Of seats that went to another product before the rest ended, nobody can tell which of them a bill that has neither shows. */
function ended(sides: Sides, billed: Billed): TruePart[] {
  const { cycle, amount } = billed
  const whole = only(sides, billed, 'before')
  const moves = sides.world.upgrades.filter(
    ({ from, day, month }) => from === cycle.chain && day > cycle.from && isOn(sides, month),
  )
  const seats = moves.reduce((sum, move) => sum + move.seats, 0)
  if (seats === 0 || cycle.seats === 0) return [whole]
  const moved = -halfUp(times(ratio(amount, BigInt(cycle.seats)), ratio(BigInt(seats), 1n)), 0)
  const rest = { ...whole, amount: whole.amount - moved, off: 1n }
  return [{ ...whole, kinds: ['plan', ...whole.kinds], amount: moved, off: 1n }, rest]
}

function onlyKinds(sides: Sides, cycle: Cycle, side: 'before' | 'after'): Kinds {
  const { world, before, after } = sides
  const first = `${before.months[0]}-01`
  const changed: DriverKind = side === 'after' ? 'product-started' : 'product-ended'
  const upgraded = world.upgrades.find(({ to, day }) => to === cycle.subscription && day >= first)
  if (side === 'after' && upgraded) return isOn(sides, upgraded.month) ? ['plan'] : ['plan', changed]
  const replanned = world.planChanges.filter(
    ({ chain, day }) => chain === cycle.chain && day >= first && day <= lastDay(after),
  )
  if (replanned.length > 0)
    return replanned.some(({ month }) => isOn(sides, month)) ? ['plan'] : ['plan', changed, 'one-off']
  const ranBefore = side === 'after' && cycle.begins !== 'new'
  const isCancelled = world.lines.some(
    (line) =>
      line.subscription === cycle.subscription && line.type === 'cancelImmediate' && line.ordered <= lastDay(after),
  )
  const runsOn = side === 'before' && cycle.to > lastDay(after) && !isCancelled
  return isYearly(cycle) && (ranBefore || runsOn) ? ['one-off'] : [changed]
}

import type { DriverKind } from '../../src/ledger/bridge/driver.ts'
import type { Bridge } from '../../src/ledger/bridge.ts'
import type { TrueCause, TruePart } from './true-part.ts'
import { minorOf } from './true-side.ts'
import type { World } from './world-line.ts'

/** How far drivers and true causes agree, counted in drivers. */
export type Agreement = {
  /** As it happened. */
  readonly equal: number
  /** As nothing in the file tells from what happened. */
  readonly alternative: number
  /** Neither: what was expected and what came, by kind and subscription. */
  readonly different: readonly { readonly of: string; readonly expected: Amounts; readonly got: Amounts }[]
}
type Amounts = Readonly<Record<string, string>>
type Sums = Map<string, bigint>
type Chosen = readonly { readonly kind: DriverKind; readonly part: TruePart }[]

/** Rounding moves money only between these, and only within one comparison. */
const rounded: ReadonlySet<DriverKind> = new Set([
  'quantity',
  'unit-price',
  'promotion',
  'plan',
  'exchange-rate',
  'rounding',
])
const metered: ReadonlySet<DriverKind> = new Set(['quantity', 'unit-price', 'exchange-rate', 'rounding'])

/** Subscriptions that an upgrade ties together share what it moved. */
function rootsOf({ upgrades }: World): (of: string) => string {
  const parents = new Map<string, string>(upgrades.map(({ from, to }) => [to, from]))
  return (of) => {
    let root = of.split('|')[0] as string
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
    return root
  }
}

/** What each driver is of, and its amount, those of one kind and subject added up. */
function told(world: World, { drivers }: Bridge, sums: ReadonlySet<string>, rootOf: (of: string) => string): Sums {
  const all: Sums = new Map()
  for (const driver of drivers) {
    const chain = world.chainOf.get(driver.subscription ?? '') ?? ''
    const use = driver.meter && metered.has(driver.kind) ? `${chain}|${driver.meter}` : undefined
    const of = use ?? (driver.kind === 'credit' ? `${chain}|${driver.reason ?? ''}` : chain)
    const key = use && sums.has(`${use}|sum`) ? keyOf('quantity', `${use}|sum`, rootOf) : keyOf(driver.kind, of, rootOf)
    all.set(key, (all.get(key) ?? 0n) + minorOf(world, driver.amount.toFixed()))
  }
  return all
}

const keyOf = (kind: DriverKind, of: string, rootOf: (of: string) => string): string =>
  `${kind}#${kind === 'tax' ? '' : kind === 'plan' ? rootOf(of) : of}`

function sumsOf(chosen: Chosen, rootOf: (of: string) => string): Sums {
  const all: Sums = new Map()
  for (const { kind, part } of chosen) {
    const key = keyOf(kind, part.of, rootOf)
    all.set(key, (all.get(key) ?? 0n) + part.amount)
  }
  return all
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** Whether an amount agrees, within what rounding may have moved. */
function isNear(key: string, expected: Sums, got: Sums, off: bigint): boolean {
  const kind = key.split('#')[0] as DriverKind
  return magnitude((expected.get(key) ?? 0n) - (got.get(key) ?? 0n)) <= (rounded.has(kind) ? off : 0n)
}

const fits = (expected: Sums, got: Sums, off: bigint): boolean =>
  [...expected.keys(), ...got.keys()].every((key) => isNear(key, expected, got, off))

const isTrue: Chosen = []
const readingsAtMost = 50_000

/** Every way to read the causes, the true one first. */
function* readings(causes: readonly TrueCause[], at = 0): Generator<Chosen> {
  const cause = causes[at]
  if (!cause) {
    yield isTrue
    return
  }
  for (const parts of cause)
    for (const chosen of choices(parts)) for (const rest of readings(causes, at + 1)) yield [...chosen, ...rest]
}

function* choices(parts: readonly TruePart[], at = 0): Generator<Chosen> {
  const part = parts[at]
  if (!part) {
    yield isTrue
    return
  }
  for (const kind of part.kinds) for (const rest of choices(parts, at + 1)) yield [{ kind, part }, ...rest]
}

const shownSums = (sums: Sums): Amounts =>
  Object.fromEntries([...sums].filter(([, amount]) => amount !== 0n).map(([key, amount]) => [key, String(amount)]))

function anyFits(causes: readonly TrueCause[], got: Sums, off: bigint, rootOf: (of: string) => string): boolean {
  let tried = 0
  for (const chosen of readings(causes)) {
    if (fits(sumsOf(chosen, rootOf), got, off)) return true
    if (++tried > readingsAtMost) break
  }
  return false
}

/** Compares the drivers of a bridge with the true causes, subscription by subscription. */
export function agreement(world: World, causes: readonly TrueCause[], of: Bridge): Agreement {
  const rootOf = rootsOf(world)
  const sums = new Set(causes.flat(2).flatMap((part) => (part.of.endsWith('|sum') ? [part.of] : [])))
  const got = Map.groupBy(told(world, of, sums, rootOf), ([key]) => rootOf(key.slice(key.indexOf('#') + 1)))
  const expected = Map.groupBy(causes, (cause) => rootOf(cause[0]?.[0]?.of ?? ''))
  const found = { equal: 0, alternative: 0, different: [] as Agreement['different'][number][] }
  for (const root of new Set([...got.keys(), ...expected.keys()])) {
    const mine = new Map(got.get(root))
    const theirs = expected.get(root) ?? []
    const truth = sumsOf(readings(theirs).next().value as Chosen, rootOf)
    const off = theirs.flatMap((cause) => cause[0] ?? []).reduce((sum, part) => sum + part.off, 0n)
    if (!anyFits(theirs, mine, off, rootOf)) {
      found.different.push({ of: root, expected: shownSums(truth), got: shownSums(mine) })
      continue
    }
    const drivers = [...mine].filter(([, amount]) => amount !== 0n)
    const equal = drivers.filter(([key]) => !key.endsWith('|sum') && isNear(key, truth, mine, off)).length
    found.equal += equal
    found.alternative += drivers.length - equal
  }
  return found
}

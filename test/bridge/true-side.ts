import { rational, times } from '../oracle/rational.ts'
import type { FilledMonth } from './filled-world.ts'
import { digitsOf } from './world.ts'
import { eraOf, hasFixedPrice } from './world-files.ts'
import type { World, WorldLine } from './world-line.ts'

/** One side of a comparison: what the lines of some months came to, in minor units, for the partner or for the customer. */
export type TrueSide = {
  readonly months: readonly string[]
  readonly isCost: boolean
  readonly digits: number
  readonly lines: readonly WorldLine[]
  readonly amount: (line: WorldLine) => bigint
  /** Whether the price of a line follows Microsoft's: promotions and rates are in it. */
  readonly follows: (line: WorldLine) => boolean
  /** What the partner's own prices were, as a count of their changes. */
  readonly era: (month: string) => number
  readonly tax: bigint
  readonly total: bigint
}

const sumOf = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((sum, amount) => sum + amount, 0n)

/** What Microsoft billed: amounts as the world made them. */
export function costSide(world: World, customer: string, months: readonly string[]): TrueSide {
  const lines = world.lines.filter((line) => line.customer === customer && months.includes(line.month))
  const tax = sumOf(lines.map((line) => line.tax))
  return {
    months,
    isCost: true,
    digits: digitsOf(world.currency),
    lines,
    amount: ({ subtotal }) => subtotal,
    follows: () => true,
    era: () => 0,
    tax,
    total: tax + sumOf(lines.map(({ subtotal }) => subtotal)),
  }
}

/** What the customer was billed: amounts as issued, looked up by the line of Microsoft's file. Parts billed in one stand on the first. */
export function billedSide(world: World, customer: string, filled: readonly FilledMonth[]): TrueSide {
  const nets = new Map<WorldLine, bigint>()
  for (const { bill, lineAt } of filled)
    for (const line of bill.lines)
      for (const [at, charge] of line.charges.entries()) nets.set(lineAt(charge.line), at === 0 ? line.net.minor : 0n)
  const months = filled.map(({ month }) => month)
  const lines = world.lines.filter((line) => line.customer === customer && months.includes(line.month))
  return {
    months,
    isCost: false,
    digits: digitsOf(world.currency),
    lines,
    amount: (line) => nets.get(line) ?? missing(line),
    follows: ({ item }) => !hasFixedPrice(world, customer, item.product),
    era: (month) => eraOf(world, month),
    tax: sumOf(filled.flatMap(({ bill }) => bill.taxes.map(({ amount }) => amount.minor))),
    total: sumOf(filled.map(({ bill }) => bill.total.minor)),
  }
}

function missing(line: WorldLine): never {
  throw new Error(`a line of ${line.month} was not billed: ${line.type} ${line.item.name}`)
}

/** Minor units of a decimal text. Throws for more digits than the currency has. */
export function minorOf(world: World, text: string): bigint {
  const { n, d } = times(rational(text), rational(`1e${digitsOf(world.currency)}`))
  if (d !== 1n) throw new RangeError(`${text} is no amount`)
  return n
}

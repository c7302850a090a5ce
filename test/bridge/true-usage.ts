import { halfUp, plus, type Rational, ratio, times } from '../oracle/rational.ts'
import type { Sides } from './true-cycles.ts'
import type { TrueCause, TruePart } from './true-part.ts'
import type { TrueSide } from './true-side.ts'
import type { WorldLine } from './world-line.ts'

type Use = { readonly lines: readonly WorldLine[]; readonly amount: bigint; readonly quantity: Rational }

const zero = ratio(0n, 1n)

function usesOf(side: TrueSide, chain: string): ReadonlyMap<string, Use> {
  const mine = side.lines.filter(({ cause }) => cause.role === 'usage' && cause.chain === chain)
  const byMeter = Map.groupBy(mine, ({ meter }) => meter?.name ?? '')
  return new Map(
    [...byMeter].map(([meter, lines]) => {
      const amount = lines.reduce((sum, line) => sum + side.amount(line), 0n)
      const quantity = lines.reduce((sum, line) => plus(sum, line.quantity), zero)
      return [meter, { lines, amount, quantity }]
    }),
  )
}

/** Usage by subscription and meter. */
export function trueUsage(sides: Sides): TrueCause[] {
  const chainsOf = ({ lines }: TrueSide) => lines.flatMap(({ cause }) => (cause.role === 'usage' ? [cause.chain] : []))
  return [...new Set([...chainsOf(sides.before), ...chainsOf(sides.after)])].flatMap((chain) => {
    const [before, after] = [usesOf(sides.before, chain), usesOf(sides.after, chain)]
    const runsOn = before.size > 0 && after.size > 0
    return [...new Set([...before.keys(), ...after.keys()])].map((meter): TrueCause => {
      const [p, q] = [before.get(meter), after.get(meter)]
      const of = `${chain}|${meter}`
      if (p && q) return compare(of, p, q, sides.after.digits)
      const amount = (q?.amount ?? 0n) - (p?.amount ?? 0n)
      if (runsOn) return [[{ kinds: ['quantity'], of, amount, off: 0n }]]
      return [[{ kinds: [q ? 'product-started' : 'product-ended'], of: chain, amount, off: 0n }]]
    })
  })
}

const levelOf = (line: WorldLine | undefined): number => (line?.cause.role === 'usage' ? line.cause.level : 0)

function offBy(before: Rational, after: Rational, rate: Rational, digits: number): bigint {
  const cent = halfUp(times(rate, ratio(10n ** BigInt(digits), 100n)), 0) + 1n
  const often = halfUp(times(after, { n: before.d, d: before.n }), 0) + 1n
  return (cent + 1n) * (often + 1n)
}

function compare(of: string, p: Use, q: Use, digits: number): TrueCause {
  if (p.lines.length > 1 || q.lines.length > 1) return [totalOnly(of, q.amount - p.amount)]
  const price = times(ratio(p.amount, 1n), { n: p.quantity.d, d: p.quantity.n })
  const more = plus(q.quantity, times(p.quantity, ratio(-1n, 1n)))
  const byUse = halfUp(times(price, more), 0)
  const [rateP, rateQ] = [p.lines[0]?.rate as Rational, q.lines[0]?.rate as Rational]
  const unrated = times(ratio(q.amount, 1n), times(rateP, ratio(rateQ.d, rateQ.n)))
  const byRate = q.amount - halfUp(unrated, 0)
  const rest = q.amount - p.amount - byUse - byRate
  // A cent of a dollar is rounded off first, and the earlier month's rounding is taken as often as its usage is.
  const off = offBy(p.quantity, q.quantity, rateP, digits)
  const dearer = levelOf(p.lines[0]) !== levelOf(q.lines[0])
  const restKinds: TruePart['kinds'] = dearer ? ['unit-price', 'rounding'] : ['rounding', 'unit-price']
  return [
    [
      { kinds: ['quantity'] as const, of, amount: byUse, off },
      { kinds: ['exchange-rate'] as const, of, amount: byRate, off },
      { kinds: restKinds, of, amount: rest, off },
    ].filter(({ amount }) => amount !== 0n),
  ]
}

/** Several months of a meter have several rates: how they are weighed is nobody's rule, only the sum is. */
const totalOnly = (of: string, amount: bigint): TruePart[] => [
  { kinds: ['quantity'], of: `${of}|sum`, amount, off: 0n },
]

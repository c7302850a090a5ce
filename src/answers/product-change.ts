import { type BridgeLine, type BridgeSide, netOf } from '../ledger/bridge/bridge-line.ts'
import { decimal } from '../values/decimal.ts'
import { matchProduct } from './match-product.ts'

type Both = readonly [BridgeSide, BridgeSide]

const nameOf = ({ product, meter }: BridgeLine): string => (meter ? `${product} ${meter}` : product)

/** Both sides with the lines of one product only, before tax; undefined when neither side has it. */
export function ofProduct([from, to]: Both, wanted: string): Both | undefined {
  const meant = new Set(matchProduct(wanted, [...from.lines, ...to.lines], nameOf))
  return meant.size > 0 ? [narrowed(from, meant), narrowed(to, meant)] : undefined
}

function narrowed(side: BridgeSide, meant: ReadonlySet<BridgeLine>): BridgeSide {
  const lines = side.lines.filter((line) => meant.has(line))
  const total = netOf(lines)
  return { ...side, lines, total, tax: decimal(0) }
}

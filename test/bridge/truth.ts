import type { DriverKind } from '../../src/ledger/bridge/driver.ts'
import { type Sides, trueCycles } from './true-cycles.ts'
import { exactly, type TrueCause } from './true-part.ts'
import type { TrueSide } from './true-side.ts'
import { trueUsage } from './true-usage.ts'
import type { WorldLine } from './world-line.ts'

/** What a line that is compared with no other one does to a total: it comes with the later side and goes with the earlier one. */
function alone({ cause }: WorldLine): readonly [DriverKind, string] | undefined {
  switch (cause.role) {
    case 'movement':
      return [cause.as, cause.chain]
    case 'one-off':
      return ['one-off', '']
    case 'credit':
      return ['credit', `${cause.chain}|${cause.reason}`]
    case 'correction':
      return ['correction', cause.chain]
    default:
      return undefined
  }
}

function aloneOn(side: TrueSide, sign: bigint): TrueCause[] {
  return side.lines.flatMap((line): TrueCause[] => {
    const known = alone(line)
    return known ? [[[exactly(known[0], known[1], sign * side.amount(line))]]] : []
  })
}

/** Every true cause of the difference between two sides of one customer, from what happened in the world and by no other means. */
export function truthOf(sides: Sides): TrueCause[] {
  const { before, after } = sides
  const causes: TrueCause[] = [
    [[exactly('tax', '', after.tax - before.tax)]],
    ...aloneOn(before, -1n),
    ...aloneOn(after, 1n),
    ...trueCycles(sides),
    ...trueUsage(sides),
  ]
  for (const reading of [0, 1]) {
    const sum = causes.flatMap((cause) => cause[reading] ?? cause[0] ?? []).reduce((all, part) => all + part.amount, 0n)
    if (sum !== after.total - before.total) throw new Error(`the truth is ${after.total - before.total - sum} short`)
  }
  return causes
}

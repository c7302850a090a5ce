import { ExactSum } from '../ledger/exact-sum.ts'
import type { StoredUsage } from '../ledger/usage.ts'
import type { Day } from '../values/day.ts'
import { decimalText } from '../values/decimal.ts'
import type { UsageLine } from './usage-reader.ts'

type Summed = {
  /** The line of the latest day: names change, and the last one is how people know it. */
  latest: UsageLine
  readonly quantity: ExactSum
  readonly cost: ExactSum
  firstDay: Day
  lines: number
  /** Those that lines differ in. */
  readonly differing: Set<Rated>
}

/** What a meter can be rated by from one day to the next without being another meter. */
const rated = ['unitPrice', 'effectivePrice', 'exchangeRate'] as const
type Rated = (typeof rated)[number]

/** What makes two lines the same usage on two days. Partner earned credit is granted by the day, so its rate is a part of it. */
const keyOf = (line: UsageLine): string =>
  [
    line.subscription,
    line.azureSubscription,
    line.resourceGroup.toLowerCase(),
    line.meterCategory,
    line.meterSubcategory,
    line.meterName,
    line.meterRegion,
    line.meterId,
    line.unit,
    line.pricingCurrency,
    line.creditType,
    line.credit,
    line.earnedCredit,
    line.benefit,
  ].join('\x1f')

/** Sums daily lines up over their days, always in the same order, whatever the order of the lines. */
export function sumUsage(lines: Iterable<UsageLine>): StoredUsage[] {
  const byKey = new Map<string, Summed>()
  for (const line of lines) {
    const key = keyOf(line)
    const known = byKey.get(key)
    const sum = known ?? begin(line)
    if (known) join(known, line)
    else byKey.set(key, sum)
    sum.quantity.add(line.quantity)
    sum.cost.add(line.cost)
    sum.lines++
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => recordOf(sum))
}

const begin = (line: UsageLine): Summed => ({
  latest: line,
  quantity: new ExactSum(),
  cost: new ExactSum(),
  firstDay: line.day,
  lines: 0,
  differing: new Set(),
})

function join(sum: Summed, line: UsageLine): void {
  for (const name of rated) if (sum.latest[name] !== line[name]) sum.differing.add(name)
  if (line.day < sum.firstDay) sum.firstDay = line.day
  if (isLater(line, sum.latest)) sum.latest = line
}

/** Of one day the name and then the group that come last in the alphabet, so that the order of the lines does not matter. */
function isLater(line: UsageLine, latest: UsageLine): boolean {
  const written = ({ day, azureSubscriptionName = '', resourceGroup }: UsageLine) =>
    [day, azureSubscriptionName, resourceGroup].join('\x1f')
  return written(line) > written(latest)
}

function recordOf({ latest, quantity, cost, firstDay, lines, differing }: Summed): StoredUsage {
  const { day, ...rest } = latest
  const summed = { quantity: decimalText(quantity.total()), cost: decimalText(cost.total()) }
  const unlike = Object.fromEntries([...differing].map((name) => [name, undefined]))
  return { ...rest, ...unlike, ...summed, firstDay, lastDay: day, lines }
}

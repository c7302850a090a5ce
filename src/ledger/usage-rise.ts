import { type Decimal, decimal } from '../values/decimal.ts'
import { add, type Money, subtract, zero } from '../values/money.ts'
import type { UsageShare } from './usage-shares.ts'

/** What one meter in one resource group cost the CUSTOMER before and after. `rise` is below zero where it fell. */
export type UsageRise = Omit<UsageShare, 'quantity' | 'net'> & {
  readonly from: { readonly quantity: Decimal; readonly net: Money }
  readonly to: { readonly quantity: Decimal; readonly net: Money }
  readonly rise: Money
}

type Side = { quantity: Decimal; net: Money }
type Pair = { readonly share: UsageShare; readonly from: Side; readonly to: Side }

/**
 * Which Azure subscription, resource group and meter made a difference, the largest first whatever its sign; what stayed equal is left
 * out. The rises sum exactly to what all shares of `to` are more than those of `from`. Throws RangeError for two currencies.
 */
export function usageRise(from: readonly UsageShare[], to: readonly UsageShare[]): readonly UsageRise[] {
  const pairs = new Map<string, Pair>()
  count(pairs, from, 'from')
  count(pairs, to, 'to')
  return [...pairs.values()]
    .map(({ share, from, to }): UsageRise => {
      const { quantity: _, net: __, ...where } = share
      return { ...where, from, to, rise: subtract(to.net, from.net) }
    })
    .filter(({ rise, from, to }) => rise.minor !== 0n || !from.quantity.eq(to.quantity))
    .sort((a, b) => bySize(a.rise, b.rise))
}

function count(pairs: Map<string, Pair>, shares: readonly UsageShare[], side: 'from' | 'to'): void {
  for (const share of shares) {
    const key = keyOf(share)
    const nothing = () => ({ quantity: decimal(0), net: zero(share.net.currency) })
    const pair = pairs.get(key) ?? { share, from: nothing(), to: nothing() }
    pair[side].quantity = pair[side].quantity.plus(share.quantity)
    pair[side].net = add(pair[side].net, share.net)
    pairs.set(key, pair)
  }
}

const keyOf = ({ azureSubscription, resourceGroup, meter, unit }: UsageShare): string =>
  [azureSubscription, resourceGroup.toLowerCase(), meter.toLowerCase(), unit].join('|')

function bySize(a: Money, b: Money): number {
  const [one, two] = [a, b].map(({ minor }) => (minor < 0n ? -minor : minor)) as [bigint, bigint]
  return one === two ? 0 : one > two ? -1 : 1
}

import { type Decimal, decimal } from '../values/decimal.ts'
import type { SubscriptionId } from '../values/ids.ts'
import { asDecimal, type Money, moneyFrom, negate, split, subtract, zero } from '../values/money.ts'
import { roundTo } from '../values/rounding.ts'
import type { InvoiceLine } from './invoice.ts'
import type { UsageRecord } from './usage.ts'
import { type MeteredUsage, meteredUsage, meterText } from './usage-meter.ts'

/** A part of what the CUSTOMER is billed, and the usage behind it. It holds no cost: a customer may see all of it. */
export type UsageShare = {
  readonly subscription: SubscriptionId
  readonly azureSubscription: string
  readonly azureSubscriptionName?: string
  /** Empty for usage outside any group. */
  readonly resourceGroup: string
  readonly meter: string
  readonly quantity: Decimal
  readonly unit: string
  readonly net: Money
}

/** The usage that a line bills: by Azure plan (SubscriptionId) and meter (reference 6.3). Only lines that bill a meter have any. */
export const usageBehind = (
  { subscription, meter, creditReason }: InvoiceLine,
  usage: MeteredUsage,
): readonly UsageRecord[] =>
  subscription === undefined || meter === undefined || creditReason !== undefined ? [] : usage(subscription, meter)

/**
 * A line's own amount split over the usage behind it by cost, exactly; empty when no usage is known. Where one meter is billed in
 * several lines, as a tiered price is, each line's shares name the whole meter's quantities: `joinUsage` counts them once.
 */
export const usageSharesOf = (line: InvoiceLine, usage: readonly UsageRecord[]): readonly UsageShare[] =>
  sharesOf(line.net, line.meter, usageBehind(line, meteredUsage(usage)))

type Group = { readonly records: UsageRecord[]; readonly meter: string; quantity: Decimal; cost: Decimal }

/** An amount split over usage by Azure subscription, resource group and meter. The shares sum to it to the cent. */
export function sharesOf(net: Money, meter: string | undefined, usage: readonly UsageRecord[]): readonly UsageShare[] {
  const groups = new Map<string, Group>()
  for (const record of usage) {
    const name = meter ?? meterText(record)
    const key = [
      record.subscription,
      record.azureSubscription,
      record.resourceGroup.toLowerCase(),
      name,
      record.unit,
    ].join('|')
    const group = groups.get(key) ?? { records: [], meter: name, quantity: decimal(0), cost: decimal(0) }
    group.records.push(record)
    group.quantity = group.quantity.plus(record.quantity)
    group.cost = group.cost.plus(record.cost)
    groups.set(key, group)
  }
  const all = [...groups.values()]
  const nets = splitByCost(net, all)
  return all.map(({ records, meter: name, quantity }, at) => {
    const { subscription, azureSubscription, azureSubscriptionName, resourceGroup, unit } = records[0] as UsageRecord
    const where = { subscription, azureSubscription, azureSubscriptionName, resourceGroup, meter: name }
    return { ...where, quantity, unit, net: nets[at] as Money }
  })
}

/** 18 digits after the point are more than any cost has. */
const weightOf = (value: Decimal): bigint => BigInt(roundTo(value.abs().times('1e18'), 0, 'down').toFixed())

/** Of more than this many times the sum, taken back again, costs tell nothing: 100 less 99.99 would make thousands of a line of ten. */
const mostTimes = 10

/** What took usage back gets its share with the other sign; without any cost the quantities tell, and at last nothing does. */
function splitByCost(net: Money, groups: readonly Group[]): readonly Money[] {
  if (groups.length === 0) return []
  const cost = groups.reduce((sum, group) => sum.plus(group.cost), decimal(0))
  const gross = groups.reduce((sum, group) => sum.plus(group.cost.abs()), decimal(0))
  const isLikeNet = net.minor !== 0n && cost.times(net.minor < 0n ? -1 : 1).gt(0)
  if (isLikeNet && weightOf(cost) > 0n && gross.lte(cost.abs().times(mostTimes)))
    return splitWithSigns(net, groups, cost)
  const byQuantity = groups.map(({ quantity }) => weightOf(quantity))
  return split(net, byQuantity.some((weight) => weight > 0n) ? byQuantity : groups.map(() => 1n))
}

function splitWithSigns(net: Money, groups: readonly Group[], cost: Decimal): readonly Money[] {
  const isAlong = (group: Group) => group.cost.times(cost.gt(0) ? 1 : -1).gt(0)
  const along = groups.map((group) => (isAlong(group) ? weightOf(group.cost) : 0n))
  const against = groups.map((group) => (isAlong(group) ? 0n : weightOf(group.cost)))
  if (against.every((weight) => weight === 0n)) return split(net, along)
  const costAlong = groups.filter(isAlong).reduce((sum, group) => sum.plus(group.cost), decimal(0))
  const whole = moneyFrom(asDecimal(net).times(costAlong).div(cost), net.currency, 'half-up')
  const given = split(whole, along)
  const taken = split(negate(subtract(whole, net)), against)
  return groups.map((group, at) => (isAlong(group) ? given[at] : taken[at]) ?? zero(net.currency))
}

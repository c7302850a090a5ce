import { type Decimal, decimal } from '../values/decimal.ts'
import type { SubscriptionId } from '../values/ids.ts'
import { type Money, sum } from '../values/money.ts'
import type { Charge } from './charge.ts'
import type { InvoiceLine } from './invoice.ts'
import { isCredit } from './is-refund.ts'
import type { UsageRecord } from './usage.ts'
import { meteredUsage } from './usage-meter.ts'
import { sharesOf, type UsageShare, usageBehind } from './usage-shares.ts'

/** The lines of a bill that bill one meter of one Azure plan, and the usage behind them. Holds no cost: a customer may see it. */
export type JoinedMeter = {
  readonly subscription: SubscriptionId
  readonly meter: string
  readonly lines: readonly InvoiceLine[]
  readonly net: Money
  /** Sums to `net` exactly; empty when no usage is known. */
  readonly shares: readonly UsageShare[]
  readonly billed: Decimal
  readonly used: Decimal
  /** `billed` less `used`. Nearly equal is normal (reference 6.3): it is stated and nothing is corrected. */
  readonly difference: Decimal
}

/** Joins the meters that a bill's lines bill to the usage behind them, by Azure plan and meter (reference 6.3), in the bill's order. */
export function joinUsage(lines: readonly InvoiceLine[], usage: readonly UsageRecord[]): readonly JoinedMeter[] {
  const metered = lines.filter((line) => line.meter !== undefined && line.subscription !== undefined)
  const groups = Map.groupBy(metered, (line) => `${line.subscription}|${line.meter}`)
  const known = meteredUsage(usage)
  return [...groups.values()].map((group) => {
    const first = group[0] as InvoiceLine
    const { subscription, meter } = first as Required<Pick<InvoiceLine, 'subscription' | 'meter'>>
    const net = sum(
      group.map((line) => line.net),
      first.net.currency,
    )
    const behind = usageBehind(first, known)
    const billed = total(group.map(({ quantity }) => quantity))
    const used = total(behind.map(({ quantity }) => quantity))
    const shares = sharesOf(net, meter, behind)
    return { subscription, meter, lines: group, net, shares, billed, used, difference: billed.minus(used) }
  })
}

const total = (values: readonly Decimal[]): Decimal => values.reduce((all, value) => all.plus(value), decimal(0))

/** For the partner's billing staff only: what Microsoft billed for a meter beside what the daily usage sums to. COST. */
export type MeterCost = {
  readonly subscription: SubscriptionId
  readonly meter: string
  readonly invoiced: Decimal
  readonly rated: Decimal
  /** `invoiced` less `rated`: cents of rounding, or a discount or credit that only the invoice has. */
  readonly difference: Decimal
}

/** Compares the invoice's metered charges with the usage behind them. Credits are left out: the usage file has none. */
export function compareUsageCost(charges: readonly Charge[], usage: readonly UsageRecord[]): readonly MeterCost[] {
  const metered = charges.filter((charge) => charge.meter !== undefined && charge.subscription && !isCredit(charge))
  const groups = Map.groupBy(metered, ({ subscription, meter }) => `${subscription}|${meter}`)
  const known = meteredUsage(usage)
  return [...groups.values()].map((group) => {
    const { subscription, meter } = group[0] as Required<Pick<Charge, 'subscription' | 'meter'>>
    const behind = known(subscription, meter)
    const invoiced = total(group.map(({ subtotal }) => subtotal))
    const rated = total(behind.map(({ cost }) => cost))
    return { subscription, meter, invoiced, rated, difference: invoiced.minus(rated) }
  })
}

import type { Currency } from '../../values/currency.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import type { SubscriptionId } from '../../values/ids.ts'
import type { Period } from '../../values/period.ts'
import type { Billing, Term } from '../billing-cycle.ts'
import { billsCycle, isChange } from '../charge-types.ts'
import type { InvoiceLine } from '../invoice.ts'
import type { Share } from '../prorate.ts'

/** One line as the bridge compares it: of a customer's bill or of what Microsoft billed. The two never meet in one bridge. */
export type BridgeLine = {
  /** The bill's id, or the supplier invoice's number. */
  readonly document: string
  /** Line of the bill, or of Microsoft's file. */
  readonly number: number
  /** The document's own billing period. */
  readonly billed: Period
  readonly productId: string
  readonly skuId: string
  readonly product: string
  /** In lower case. */
  readonly chargeType: string
  readonly subscription?: SubscriptionId
  readonly period?: Period
  /** Negative where the line takes back. */
  readonly quantity: Decimal
  /** For one unit and the line's period; positive. */
  readonly unitPrice: Decimal
  readonly net: Decimal
  readonly billing?: Billing
  readonly term?: Term
  /** How much of a whole cycle it bills, as it counts; `whole` when it is from the cycle's first day. */
  readonly share: Share
  readonly whole: boolean
  readonly meter?: string
  readonly event?: string
  /** What of it is promotional: the promotion's id and the texts of promotional discounts. Empty for none. */
  readonly promotion: string
  readonly creditReason?: string
  readonly exchange?: InvoiceLine['exchange']
  /** Stands on a credit note that corrects a bill. */
  readonly corrects: boolean
}

/** One side of a bridge: one bill, or all bills of a period, in one currency. Amounts are exact decimals of that currency. */
export type BridgeSide = {
  readonly currency: Currency
  /** From the first to the last day that its documents bill. */
  readonly period: Period
  /** What the documents come to, tax included, as they say it themselves. */
  readonly total: Decimal
  readonly tax: Decimal
  readonly lines: readonly BridgeLine[]
}

/** What a line is to the bridge. */
export type Role = 'credit' | 'correction' | 'usage' | 'cycle' | 'movement' | 'one-off' | 'other'

/** The first day of each cycle that is billed, by subscription and last day. */
export function cycleStarts(lines: readonly BridgeLine[]): ReadonlyMap<string, string> {
  const starts = new Map<string, string>()
  for (const line of lines) {
    const { period, chargeType } = line
    if (!period || !billsCycle(chargeType)) continue
    const known = starts.get(endKey(line))
    if (known === undefined || period.from < known) starts.set(endKey(line), period.from)
  }
  return starts
}

const endKey = ({ subscription, period }: BridgeLine): string => `${subscription}|${period?.to}`

/** The lines of one side by what they are. `starts` are the cycles of both sides: a change can stand on a bill of its own. */
export function linesByRole(
  lines: readonly BridgeLine[],
  starts: ReadonlyMap<string, string>,
): (role: Role) => readonly BridgeLine[] {
  // Both halves of a conversion are what the event is, though the subscription that it made begins with it.
  const parts = new Set(lines.filter((line) => isPart(line, starts)).map(conversionKey))
  const groups = Map.groupBy(lines, (line) => roleOf(line, (movement) => parts.has(conversionKey(movement))))
  return (role) => groups.get(role) ?? []
}

const conversionKey = (line: BridgeLine): string => {
  const { chargeType, period, quantity, subscription } = line
  const whose = chargeType === 'convert' ? quantity.abs().toFixed() : subscription
  return [chargeType, period?.from, period?.to, whose].join('|')
}

function isPart(line: BridgeLine, starts: ReadonlyMap<string, string>): boolean {
  const { chargeType, period } = line
  if (!isChange(chargeType)) return false
  // The cycle's own line tells when it began: a cycle of 31 days that counts as 30 is billed whole on its second day too.
  const start = starts.get(endKey(line))
  return !period || (start === undefined ? !line.whole : start < period.from)
}

function roleOf(line: BridgeLine, isPartial: (line: BridgeLine) => boolean): Role {
  const { chargeType, period, billed } = line
  if (chargeType === 'customercredit' || line.corrects) return 'credit'
  if (period && period.to < billed.from) return 'correction'
  if (line.meter !== undefined || line.billing === 'usage') return 'usage'
  if (isChange(chargeType)) return isPartial(line) ? 'movement' : 'cycle'
  if (billsCycle(chargeType)) return period ? 'cycle' : 'one-off'
  return 'other'
}

/** What lines of both sides are matched by: the subscription, or the product on a bill that names none. */
export const matchKey = ({ subscription, productId, skuId, product }: BridgeLine): string =>
  subscription ?? [productId, skuId, product].join('|')

/** What lines come to. */
export const netOf = (lines: readonly BridgeLine[]): Decimal =>
  lines.reduce((sum, { net }) => sum.plus(net), decimal(0))

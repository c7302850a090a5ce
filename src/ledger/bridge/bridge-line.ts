import type { Currency } from '../../values/currency.ts'
import type { Decimal } from '../../values/decimal.ts'
import type { SubscriptionId } from '../../values/ids.ts'
import type { Period } from '../../values/period.ts'
import type { Billing, Term } from '../billing-cycle.ts'
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
  /** How much of a whole cycle it bills. */
  readonly share: Share
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

const cycleTypes: ReadonlySet<string> = new Set(['new', 'renew', 'cyclecharge'])
const movementTypes: ReadonlySet<string> = new Set([
  'addquantity',
  'removequantity',
  'movequantity',
  'convert',
  'changebillingplan',
  'extendterm',
  'cancelimmediate',
])

/** The first day of each cycle that a side bills, by subscription and last day. */
function cycleStarts(lines: readonly BridgeLine[]): ReadonlyMap<string, string> {
  const starts = new Map<string, string>()
  for (const { subscription, period, ...line } of lines) {
    if (!period || !cycleTypes.has(line.chargeType)) continue
    const key = `${subscription}|${period.to}`
    const known = starts.get(key)
    if (known === undefined || period.from < known) starts.set(key, period.from)
  }
  return starts
}

/** The lines of one side by what they are. */
export function linesByRole(lines: readonly BridgeLine[]): (role: Role) => readonly BridgeLine[] {
  const starts = cycleStarts(lines)
  const groups = Map.groupBy(lines, (line) => roleOf(line, starts))
  return (role) => groups.get(role) ?? []
}

function roleOf(line: BridgeLine, starts: ReadonlyMap<string, string>): Role {
  const { chargeType, period, billed, subscription } = line
  if (chargeType === 'customercredit' || line.corrects) return 'credit'
  if (period && period.to < billed.from) return 'correction'
  if (line.meter !== undefined || line.billing === 'usage') return 'usage'
  if (cycleTypes.has(chargeType)) return period ? 'cycle' : 'one-off'
  if (!movementTypes.has(chargeType)) return 'other'
  if (!period || line.share.billed !== line.share.of) return 'movement'
  // A cycle of 31 days that counts as 30 is billed whole on its second day too: the cycle's own line tells when it began.
  const start = starts.get(`${subscription}|${period.to}`)
  return start !== undefined && start < period.from ? 'movement' : 'cycle'
}

/** What lines of both sides are matched by: the subscription, or the product on a bill that names none. */
export const matchKey = ({ subscription, productId, skuId, product }: BridgeLine): string =>
  subscription ?? [productId, skuId, product].join('|')

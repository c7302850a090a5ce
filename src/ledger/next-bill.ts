import { addDays, type Day, daysBetween } from '../values/day.ts'
import type { Decimal } from '../values/decimal.ts'
import { decimal } from '../values/decimal.ts'
import type { InvoiceId, SubscriptionId } from '../values/ids.ts'
import { add, asDecimal, type Money, moneyFrom, sum } from '../values/money.ts'
import { following, type Period } from '../values/period.ts'
import type { Account } from './account.ts'
import { taxOn } from './bill-totals.ts'
import { cycleEndingOn } from './billing-cycle.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'
import type { Subscription } from './subscription.ts'

type LineOf = { readonly invoice: InvoiceId; readonly line: number }

/** What one subscription will cost at the price of the bill it was last billed on. */
export type ExpectedLine = {
  readonly subscription: SubscriptionId
  readonly product: string
  readonly quantity: Decimal
  /** For a full cycle, at the last price; before tax. */
  readonly net: Money
  readonly basis: LineOf
  /** Its term ends before the cycle does, so it is billed only if it renews. */
  readonly ifRenewed: boolean
  /** Seats of the last full cycle, where they were changed since: the new number is billed for a full cycle for the first time. */
  readonly seatsBefore?: Decimal
  /** A promotion holds until the term ends: at the renewal the price may be another. */
  readonly promotionEnds: boolean
}

/** What was used is not known yet: as much as on the last bill, or on average of the last three. */
export type ExpectedUsage = {
  readonly subscription: SubscriptionId
  readonly product: string
  readonly net: Money
  readonly by: 'last' | 'average'
  readonly basis: readonly LineOf[]
}

/** An estimate, always to be called one: changes and usage since the last bill are not known yet. */
export type NextBill = {
  readonly kind: 'estimate'
  readonly period: Period
  /** Around this day: as long after the period's end as the bills so far, in the middle of them; never before today. */
  readonly expectedOn: Day
  readonly lines: readonly ExpectedLine[]
  readonly usage: readonly ExpectedUsage[]
  /** Usage that no bill has yet: nothing to estimate it from. */
  readonly leftOut: readonly SubscriptionId[]
  /** The part of `net` that is sure as long as nothing is changed: running terms at their price. */
  readonly certain: Money
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

/** The bill after the last one, as far as it is certain; undefined for a customer that had none yet. */
export function nextBill(account: Account, today: Day): NextBill | undefined {
  const { customer } = account
  const bills = account.invoices.filter(
    ({ origin, currency }) => origin.type !== 'correction' && currency === customer.currency,
  )
  const latest = bills.reduce<Invoice | undefined>((a, b) => (a && a.period.to >= b.period.to ? a : b), undefined)
  if (!latest) return undefined
  const period = following(latest.period, 1)
  const active = account.subscriptions.filter(({ status }) => status === 'active')
  const lines = active.flatMap((subscription) => expectedOf(subscription, bills, period))
  const metered = active.filter(({ billing }) => billing === 'usage')
  const usage = metered.flatMap((subscription) => usageOf(subscription, bills))
  const sumOf = (parts: readonly { readonly net: Money }[]) =>
    sum(
      parts.map((part) => part.net),
      customer.currency,
    )
  const net = sumOf([...lines, ...usage])
  const tax = taxOn(net, customer.taxRate)
  const expected = addDays(period.to, medianDelay(bills))
  return {
    kind: 'estimate',
    period,
    expectedOn: expected < today ? today : expected,
    lines,
    usage,
    leftOut: metered.map(({ id }) => id).filter((id) => !usage.some(({ subscription }) => subscription === id)),
    certain: sumOf(lines.filter(({ ifRenewed }) => !ifRenewed)),
    net,
    tax,
    total: add(net, tax),
  }
}

function medianDelay(bills: readonly Invoice[]): number {
  const delays = bills.map(({ period, issuedOn }) => daysBetween(period.to, issuedOn)).sort((a, b) => a - b)
  return delays[Math.floor(delays.length / 2)] ?? 0
}

type Cycle = { readonly invoice: Invoice; readonly lines: readonly InvoiceLine[]; readonly period: Period }

const isPartOf = (a: InvoiceLine, b: InvoiceLine): boolean =>
  a.period?.from === b.period?.from && a.chargeType === b.chargeType && a.event === b.event && a.quantity.eq(b.quantity)

/** The newest full cycle that a bill has for a subscription: its lines, two where one charge has two parts. */
function lastCycle(subscription: Subscription, bills: readonly Invoice[]): Cycle | undefined {
  const months = subscription.billing === 'monthly' ? 1 : 12
  let newest: Cycle | undefined
  for (const invoice of bills)
    for (const line of invoice.lines) {
      const { period } = line
      if (line.subscription !== subscription.id || !period || line.quantity.lte(0)) continue
      if (period.from !== cycleEndingOn(period.to, months, subscription.start).from) continue
      if (newest && newest.period.from > period.from) continue
      const parts = newest && newest.invoice.id === invoice.id && isPartOf(newest.lines[0] as InvoiceLine, line)
      newest = { invoice, period, lines: [...(parts && newest ? newest.lines : []), line] }
    }
  return newest
}

function expectedOf(subscription: Subscription, bills: readonly Invoice[], next: Period): readonly ExpectedLine[] {
  const { billing, quantity: seats, end, autoRenew } = subscription
  if (seats === undefined || (billing !== 'monthly' && billing !== 'annual')) return []
  const last = lastCycle(subscription, bills)
  if (!last) return []
  const cycle = following(last.period, billing === 'monthly' ? 1 : 12)
  const ifRenewed = end !== undefined && cycle.from > end
  if (cycle.from < next.from || cycle.from > next.to || (ifRenewed && autoRenew === false)) return []
  return last.lines.map((line) => ({
    subscription: subscription.id,
    product: line.product,
    quantity: decimal(seats),
    net: moneyFrom(line.unitPrice.times(seats), line.net.currency, 'half-up'),
    basis: { invoice: last.invoice.id, line: line.number },
    ifRenewed,
    seatsBefore: line.quantity.eq(seats) ? undefined : line.quantity,
    promotionEnds: ifRenewed && (line.promotionId !== undefined || (line.adjustments?.length ?? 0) > 0),
  }))
}

const averagedOver = 3

/** What the newest bills have of a plan that is billed by usage; credits are granted once and come back to nobody. */
function usageOf({ id, product }: Subscription, bills: readonly Invoice[]): readonly ExpectedUsage[] {
  const used = [...bills]
    .sort((a, b) => (a.period.to < b.period.to ? 1 : -1))
    .slice(0, averagedOver)
    .map((invoice) => ({
      invoice,
      lines: invoice.lines.filter((line) => line.subscription === id && !isGranted(line)),
    }))
  const months = used.every(({ lines }) => lines.length > 0) && used.length === averagedOver ? used : used.slice(0, 1)
  const basis = months.flatMap(({ invoice, lines }) =>
    lines.map(({ number }) => ({ invoice: invoice.id, line: number })),
  )
  const [newest] = months
  if (!newest || !basis.length) return []
  const total = sum(
    months.flatMap(({ lines }) => lines.map(({ net }) => net)),
    newest.invoice.currency,
  )
  const net = moneyFrom(asDecimal(total).div(months.length), total.currency, 'half-up')
  return [{ subscription: id, product, net, by: months.length > 1 ? 'average' : 'last', basis }]
}

const isGranted = ({ chargeType }: InvoiceLine): boolean => chargeType.toLowerCase() === 'customercredit'

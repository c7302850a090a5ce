import { addDays, type Day, daysBetween } from '../values/day.ts'
import type { Decimal } from '../values/decimal.ts'
import { decimal } from '../values/decimal.ts'
import type { InvoiceId, SubscriptionId } from '../values/ids.ts'
import { add, type Money, moneyFrom, sum } from '../values/money.ts'
import { following, type Period } from '../values/period.ts'
import type { Account } from './account.ts'
import { taxOn } from './bill-totals.ts'
import { cycleEndingOn } from './billing-cycle.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'
import type { Subscription } from './subscription.ts'

/** What one subscription will cost at the price of the bill it was last billed on. */
export type ExpectedLine = {
  readonly subscription: SubscriptionId
  readonly product: string
  readonly quantity: Decimal
  /** For a full cycle, at the last price; before tax. */
  readonly net: Money
  readonly basis: { readonly invoice: InvoiceId; readonly line: number }
  /** Its term ends before the cycle does, so it is billed only if it renews. */
  readonly ifRenewed: boolean
}

/** An estimate, always to be called one: changes and usage since the last bill are not known yet. */
export type NextBill = {
  readonly kind: 'estimate'
  readonly period: Period
  /** Around this day: as long after the period's end as the bills so far, in the middle of them; never before today. */
  readonly expectedOn: Day
  readonly lines: readonly ExpectedLine[]
  /** Usage, which nobody can know before. */
  readonly leftOut: readonly SubscriptionId[]
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
  const net = sum(
    lines.map((line) => line.net),
    customer.currency,
  )
  const tax = taxOn(net, customer.taxRate)
  const expected = addDays(period.to, medianDelay(bills))
  return {
    kind: 'estimate',
    period,
    expectedOn: expected < today ? today : expected,
    lines,
    leftOut: active.filter(({ billing }) => billing === 'usage').map(({ id }) => id),
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
  }))
}

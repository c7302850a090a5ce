import { type Account, invoiceState } from '../ledger/account.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Day } from '../values/day.ts'
import type { InvoiceId, SubscriptionId } from '../values/ids.ts'
import { type Money, subtract, sum, zero } from '../values/money.ts'
import { commerceOf } from './commerce.ts'
import type { LeftOut, LeftOutReason, ScopedSubscription } from './suspension.ts'

/** A bill that is not paid, with what is due of it: open, less what is disputed. */
export type UnpaidBill = { readonly invoice: Invoice; readonly amount: Money }

export type SuspensionScope = {
  readonly bills: readonly UnpaidBill[]
  readonly subscriptions: readonly ScopedSubscription[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * What can be suspended for these bills: the running subscriptions that they bill and nothing else of the customer. A line that is
 * contested, or whose charge was taken back on the same bill, puts nothing at stake.
 */
export function suspensionScope(account: Account, invoices: readonly InvoiceId[], today: Day): SuspensionScope {
  const wanted = invoices.map((invoice) => ({ invoice }))
  const bills = stillDue(account, wanted, today).filter(({ invoice }) => invoice.kind === 'invoice')
  const stakes = stakesOf(account, bills)
  const chosen = account.subscriptions.filter((one) => isRunning(one) && stakes.has(one.id))
  return {
    bills,
    subscriptions: chosen.map(({ id, product, quantity, billing }) => ({
      id,
      product,
      quantity,
      usage: billing === 'usage',
      commerce: commerceOf(account, id).commerce,
      invoices: stakes.get(id) ?? [],
    })),
    leftOut: account.subscriptions
      .filter((one) => !chosen.includes(one))
      .map((one) => leftOutOf(account, one, bills, today)),
  }
}

const isRunning = ({ status }: Subscription): boolean => status === 'active'

/** What is due of a suspension's bills on a day: those that have nothing of it left are not there. */
export const stillDue = (account: Account, bills: readonly { readonly invoice: InvoiceId }[], today: Day) =>
  account.invoices
    .filter(({ id }) => bills.some(({ invoice }) => invoice === id))
    .map((invoice): UnpaidBill => ({ invoice, amount: dueOf(account, invoice, today) }))
    .filter(({ amount }) => amount.minor > 0n)
    .sort((a, b) => (a.invoice.dueOn < b.invoice.dueOn ? -1 : 1))

/** Open, less what is disputed of it; zero where that is more. */
export function dueOf(account: Account, invoice: Invoice, today: Day): Money {
  const { open } = invoiceState(account, invoice, today)
  const disputed = sum(
    openDisputes(account, invoice.id).map(({ amount }) => amount),
    invoice.currency,
  )
  const due = subtract(open, disputed)
  return due.minor > 0n ? due : zero(invoice.currency)
}

const openDisputes = (account: Account, invoice: InvoiceId) =>
  account.disputes.filter((dispute) => dispute.invoice === invoice && !dispute.outcome)

const isContested = (account: Account, invoice: InvoiceId, line: number): boolean =>
  account.disputes
    .filter((one) => one.invoice === invoice && (!one.outcome || one.outcome.kind === 'accepted'))
    .some(({ lines }) => lines.length === 0 || lines.includes(line))

/** The bills that bill each subscription, with something left once refunds on the same bill are taken off. */
function stakesOf(account: Account, bills: readonly UnpaidBill[]): ReadonlyMap<SubscriptionId, InvoiceId[]> {
  const stakes = new Map<SubscriptionId, InvoiceId[]>()
  for (const { invoice } of bills)
    for (const [subscription, lines] of linesBySubscription(invoice)) {
      const undisputed = lines.filter(({ number }) => !isContested(account, invoice.id, number))
      if (undisputed.reduce((net, line) => net + line.net.minor, 0n) <= 0n) continue
      stakes.set(subscription, [...(stakes.get(subscription) ?? []), invoice.id])
    }
  return stakes
}

function linesBySubscription({ lines }: Invoice): ReadonlyMap<SubscriptionId, InvoiceLine[]> {
  const found = new Map<SubscriptionId, InvoiceLine[]>()
  for (const line of lines)
    if (line.subscription) found.set(line.subscription, [...(found.get(line.subscription) ?? []), line])
  return found
}

function leftOutOf(account: Account, one: Subscription, unpaid: readonly UnpaidBill[], today: Day): LeftOut {
  const { id, product, quantity } = one
  const bills = account.invoices.filter(({ lines }) => lines.some(({ subscription }) => subscription === id))
  const isPaid = (invoice: Invoice) => invoiceState(account, invoice, today).open.minor <= 0n
  const paidUntil = bills
    .filter(isPaid)
    .flatMap(({ lines }) => lines)
    .filter(({ subscription, period }) => subscription === id && period && period.to >= today)
    .map(({ period }) => period?.to as Day)
    .sort()
    .at(-1)
  const why = (): LeftOutReason => {
    if (!isRunning(one)) return 'not-running'
    if (bills.length === 0) return 'not-billed'
    if (bills.every(isPaid)) return 'paid'
    return unpaid.some(({ invoice }) => bills.includes(invoice)) ? 'disputed' : 'other-bill'
  }
  return { id, product, quantity, why: why(), ...(paidUntil && { paidUntil }) }
}

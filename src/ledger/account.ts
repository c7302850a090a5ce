import type { Currency } from '../values/currency.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import { add, type Money, money, negate, subtract, zero } from '../values/money.ts'
import type { Customer } from './customer.ts'
import type { Dispute } from './dispute.ts'
import type { Invoice } from './invoice.ts'
import type { Payment } from './payment.ts'
import type { Subscription } from './subscription.ts'

/** All that concerns one customer, read once. The customer's side only: no cost is in it. */
export type Account = {
  readonly customer: Customer
  /** Issued bills and credit notes, newest first. */
  readonly invoices: readonly Invoice[]
  /** Newest first. */
  readonly payments: readonly Payment[]
  readonly subscriptions: readonly Subscription[]
  readonly disputes: readonly Dispute[]
}

/**
 * `paid`: nothing is left open; `paid` and `credited` say by what. `overdue`: something is left after the due date, whatever was
 * paid of it. `credit`: a credit note, or a bill below zero; `open` is then what of it no bill has used up, below zero or zero.
 */
export type InvoiceState = {
  readonly kind: 'paid' | 'partly-paid' | 'open' | 'overdue' | 'credit'
  readonly open: Money
  /** What payments were allocated to it. */
  readonly paid: Money
  /** What credit notes took off it; for a credit note, what it took off its bill. */
  readonly credited: Money
  /** Whole days after the due date; 0 on the due date itself. */
  readonly overdueDays: number
}

export type Balance = {
  readonly currency: Currency
  /** Left to pay on bills, overdue or not. */
  readonly open: Money
  /** The part of `open` whose due date has passed. */
  readonly overdue: Money
  /** The customer's credit: payments and credit notes that no bill has used up. What is owed is `open` less this. */
  readonly unallocated: Money
  /** Bills and credit notes in this currency, newest first. */
  readonly byInvoice: readonly { readonly invoice: Invoice; readonly state: InvoiceState }[]
}

type Settlement = { readonly paid: Money; readonly credited: Money }

/** What payments and credit notes have settled of each bill. One pass over the account. */
function settle(account: Account): ReadonlyMap<InvoiceId, Settlement> {
  const paid = new Map<InvoiceId, bigint>()
  for (const { invoice, amount } of account.payments.flatMap((payment) => payment.allocations))
    paid.set(invoice, (paid.get(invoice) ?? 0n) + amount.minor)
  const credited = new Map<InvoiceId, bigint>()
  const byId = new Map(account.invoices.map((invoice) => [invoice.id, invoice]))
  // Oldest credit note first: it is the one that was there to use up what the bill left open.
  for (const note of account.invoices.toReversed()) {
    const bill = note.corrects && note.total.minor < 0n ? byId.get(note.corrects) : undefined
    if (!bill) continue
    const left = bill.total.minor - (paid.get(bill.id) ?? 0n) - (credited.get(bill.id) ?? 0n)
    const used = left <= 0n ? 0n : left < -note.total.minor ? left : -note.total.minor
    credited.set(bill.id, (credited.get(bill.id) ?? 0n) + used)
    credited.set(note.id, used)
  }
  return new Map(
    account.invoices.map(({ id, currency }) => [
      id,
      { paid: money(paid.get(id) ?? 0n, currency), credited: money(credited.get(id) ?? 0n, currency) },
    ]),
  )
}

const settlements = new WeakMap<Account, ReadonlyMap<InvoiceId, Settlement>>()

function settlementOf(account: Account, invoice: Invoice): Settlement {
  const known = settlements.get(account) ?? settle(account)
  settlements.set(account, known)
  const found = known.get(invoice.id)
  if (!found) throw new RangeError(`invoice ${invoice.id} is not of this account`)
  return found
}

/** How one bill stands on a day in the customer's time zone. */
export function invoiceState(account: Account, invoice: Invoice, today: Day): InvoiceState {
  const { paid, credited } = settlementOf(account, invoice)
  if (invoice.total.minor < 0n)
    return { kind: 'credit', open: add(invoice.total, credited), paid, credited, overdueDays: 0 }
  const open = subtract(subtract(invoice.total, paid), credited)
  const late = open.minor > 0n ? Math.max(0, daysBetween(invoice.dueOn, today)) : 0
  const kind =
    open.minor <= 0n ? 'paid' : late > 0 ? 'overdue' : paid.minor > 0n || credited.minor > 0n ? 'partly-paid' : 'open'
  return { kind, open, paid, credited, overdueDays: late }
}

/** What no bill has used up of one payment. */
export const leftover = (payment: Payment): Money =>
  payment.allocations.reduce((left, { amount }) => subtract(left, amount), payment.amount)

function balanceIn(account: Account, currency: Currency, today: Day): Balance {
  const byInvoice = account.invoices
    .filter((invoice) => invoice.currency === currency)
    .map((invoice) => ({ invoice, state: invoiceState(account, invoice, today) }))
  const total = { open: zero(currency), overdue: zero(currency), unallocated: zero(currency) }
  for (const { state } of byInvoice) {
    if (state.kind === 'credit') total.unallocated = add(total.unallocated, negate(state.open))
    else total.open = add(total.open, state.open)
    if (state.kind === 'overdue') total.overdue = add(total.overdue, state.open)
  }
  for (const payment of account.payments)
    if (payment.amount.currency === currency) total.unallocated = add(total.unallocated, leftover(payment))
  return { currency, ...total, byInvoice }
}

/**
 * What the customer owes on a day in its time zone, an entry per currency: the customer's own first, also when it owes nothing,
 * then any other that a bill or payment is in. Nothing is converted.
 */
export function balance(account: Account, today: Day): readonly Balance[] {
  const currencies = new Set<Currency>([account.customer.currency])
  for (const invoice of account.invoices) currencies.add(invoice.currency)
  for (const payment of account.payments) currencies.add(payment.amount.currency)
  return [...currencies].map((currency) => balanceIn(account, currency, today))
}

import { type Account, invoiceState } from '../ledger/account.ts'
import type { SupplierInvoice } from '../ledger/charge.ts'
import type { Currency } from '../values/currency.ts'
import { addDays, addMonths, type Day, firstOfMonth } from '../values/day.ts'
import type { CustomerId, PartnerId } from '../values/ids.ts'
import { add, type Money, moneyFrom, zero } from '../values/money.ts'
import type { Period } from '../values/period.ts'
import type { Policy } from './policy.ts'

/** A customer's bill that was made from one of Microsoft's invoices, and how it stands. Amounts are what the customer was billed. */
export type BillBehind = {
  readonly partner: PartnerId
  readonly supplierInvoice: string
  readonly customer: CustomerId
  readonly name: string
  readonly total: Money
  readonly paid: Money
  readonly credited: Money
  readonly open: Money
  readonly dueOn: Day
  readonly overdueDays: number
}

/** One currency of the bills behind an invoice: `billed` is `settled` and `open`; nothing is converted. */
export type Behind = {
  readonly currency: Currency
  readonly billed: Money
  /** Paid or credited. */
  readonly settled: Money
  /** The gap: what the customers behind it have yet to pay. */
  readonly open: Money
  readonly overdue: Money
  /** Of what was billed, in whole percent, rounded down: 100 is all of it. */
  readonly settledPercent: number
}

/** A customer that leaves the gap, in one currency. */
export type Cause = {
  readonly customer: CustomerId
  readonly name: string
  readonly open: Money
  readonly overdue: Money
  /** Days that its oldest bill is late. */
  readonly overdueDays: number
}

/**
 * How it stands with paying one of Microsoft's invoices: `paid` as somebody noted it, `waiting`, `soon` within the days of warning,
 * `at-risk` from the day on. Microsoft does not tell, so one that nobody noted counts as not paid.
 */
export type Payable = {
  readonly supplierInvoice: SupplierInvoice
  readonly total: Money
  readonly issuedOn: Day
  readonly dueOn: Day
  /** The first day on which Microsoft can suspend the partner's own account. */
  readonly atRiskOn: Day
  readonly state: 'paid' | 'waiting' | 'soon' | 'at-risk'
  readonly paidOn?: Day
  readonly behind: readonly Behind[]
  /** Customers on Microsoft's invoice that no bill was issued to for it. */
  readonly unbilled: readonly CustomerId[]
  /** What is overdue first, then by what is open. */
  readonly causes: readonly Cause[]
}

export type PayableTerms = Policy['payables']

/** Net 60 and a week's warning where no policy says otherwise (partner-center.md 5). */
export const payableTerms = (versions: readonly Policy[], today: Day): PayableTerms =>
  versions.findLast(({ effective }) => effective <= today)?.payables ?? { netDays: 60, warnDays: 7 }

/** The bills of one customer that were made from Microsoft's invoices. Notes of credit are in what they took off. */
export const billsBehind = (account: Account, today: Day): readonly BillBehind[] =>
  account.invoices.flatMap((invoice) => {
    const { origin, total, dueOn } = invoice
    if (origin.type !== 'bill-out' || total.minor < 0n) return []
    const { paid, credited, open, overdueDays } = invoiceState(account, invoice, today)
    const { id, name, partner } = account.customer
    const { supplierInvoice } = origin
    return [{ partner, supplierInvoice, customer: id, name, total, paid, credited, open, dueOn, overdueDays }]
  })

export type PayablesInput = {
  /** Of one Partner Center account. */
  readonly supplierInvoices: readonly SupplierInvoice[]
  /** Those of its customers, in any order. */
  readonly behind: readonly BillBehind[]
  /** When each was paid to Microsoft, by number. */
  readonly paid: ReadonlyMap<string, Day>
}

/** Every invoice of Microsoft's to one account: what it takes to pay it in time, and who keeps the partner from it. The earliest due first. */
export function payables(
  { supplierInvoices, behind, paid }: PayablesInput,
  today: Day,
  terms: PayableTerms,
): Payable[] {
  const byInvoice = Map.groupBy(behind, ({ supplierInvoice }) => supplierInvoice)
  return supplierInvoices
    .map((each) => payableOf(each, byInvoice.get(each.number) ?? [], paid.get(each.number), today, terms))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

function payableOf(
  supplierInvoice: SupplierInvoice,
  bills: readonly BillBehind[],
  paidOn: Day | undefined,
  today: Day,
  terms: PayableTerms,
): Payable {
  const { period, currency, total, customers } = supplierInvoice
  const { issuedOn, dueOn, atRiskOn } = dueOf(period, terms)
  const soon = addDays(atRiskOn, -terms.warnDays)
  const billed = new Set(bills.map(({ customer }) => customer))
  return {
    supplierInvoice,
    total: moneyFrom(total, currency, 'half-up'),
    issuedOn,
    dueOn,
    atRiskOn,
    state: paidOn ? 'paid' : today >= atRiskOn ? 'at-risk' : today >= soon ? 'soon' : 'waiting',
    ...(paidOn && { paidOn }),
    behind: [...Map.groupBy(bills, ({ total }) => total.currency)].map(([code, of]) => behindIn(code, of)),
    unbilled: customers.filter((id) => !billed.has(id)),
    causes: causesOf(bills),
  }
}

/** When an invoice for a period was issued at the earliest, is due, and puts the partner's own account at risk. */
export function dueOf(
  period: Period,
  { netDays }: PayableTerms,
): { readonly issuedOn: Day; readonly dueOn: Day; readonly atRiskOn: Day } {
  const issuedOn = addDays(firstOfMonth(addMonths(period.to, 1)), earliestIssue - 1)
  const dueOn = addDays(issuedOn, netDays)
  return { issuedOn, dueOn, atRiskOn: addDays(dueOn, 1) }
}

/**
 * The day of the next month on which Microsoft issues an invoice at the earliest (by the 8th, 6th to 8th: partner-center.md 5). Its files do
 * not say when it did; a day too early warns too early, and never too late.
 */
const earliestIssue = 6

function behindIn(currency: Currency, bills: readonly BillBehind[]): Behind {
  const sum = { billed: zero(currency), settled: zero(currency), open: zero(currency), overdue: zero(currency) }
  for (const { total, paid, credited, open, overdueDays } of bills) {
    sum.billed = add(sum.billed, total)
    sum.settled = add(sum.settled, add(paid, credited))
    sum.open = add(sum.open, open)
    if (overdueDays > 0) sum.overdue = add(sum.overdue, open)
  }
  const settledPercent = sum.billed.minor === 0n ? 100 : Number((sum.settled.minor * 100n) / sum.billed.minor)
  return { currency, ...sum, settledPercent }
}

function causesOf(bills: readonly BillBehind[]): readonly Cause[] {
  const owing = bills.filter(({ open }) => open.minor > 0n)
  const byCustomer = Map.groupBy(owing, ({ customer, open }) => `${customer}|${open.currency}`)
  return [...byCustomer.values()]
    .map((own) => {
      const [{ customer, name, open: first }] = own as [BillBehind, ...BillBehind[]]
      const { open, overdue } = behindIn(first.currency, own)
      return { customer, name, open, overdue, overdueDays: Math.max(...own.map(({ overdueDays }) => overdueDays)) }
    })
    .sort(
      (a, b) =>
        larger(a.overdue, b.overdue) || larger(a.open, b.open) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
}

/** By size alone: amounts of two currencies stand beside each other and are not compared by worth. */
const larger = (a: Money, b: Money): number => (a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1)

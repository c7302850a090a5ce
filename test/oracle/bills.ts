import { type BillLine, billLines, taxOn } from './bill-lines.ts'
import { after, type Day, daysOfMonth } from './calendar.ts'
import type { CustomerRow, Folder, Line } from './read-folder.ts'

/** A customer's bill; amounts in cents of its currency. */
export type Bill = {
  readonly number: string
  readonly partner: string
  readonly customer: string
  readonly supplierInvoice: string
  readonly currency: string
  readonly period: { readonly from: Day; readonly to: Day }
  readonly issuedOn: Day
  readonly due: Day
  readonly lines: readonly BillLine[]
  readonly net: bigint
  readonly tax: bigint
  readonly total: bigint
}

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => Map.groupBy(all, keyOf)

/** The calendar month of an invoice of Microsoft's: the latest one in which a charge starts or was ordered. */
export const monthOf = (lines: readonly Line[]): string =>
  lines
    .map((line) => [line.ordered, line.from ?? ''].toSorted().at(-1) ?? '')
    .toSorted()
    .at(-1)
    ?.slice(0, 7) ?? ''

export type IssueDay = (month: string) => Day

function billOf(folder: Folder, customer: CustomerRow, lines: readonly Line[], month: string, issuedOn: Day) {
  const book = folder.priceBooks.find(({ partner }) => partner === customer.partner)
  if (!book) throw new Error(`no price book for ${customer.partner}`)
  const priced = billLines(book, customer, lines)
  const net = priced.reduce((total, line) => total + line.net, 0n)
  const tax = taxOn(net, customer.taxRate)
  return {
    partner: customer.partner,
    customer: customer.tenant,
    supplierInvoice: lines[0]?.supplierInvoice ?? '',
    currency: customer.currency,
    period: { from: `${month}-01`, to: `${month}-${daysOfMonth(month)}` },
    issuedOn,
    due: after(issuedOn, customer.netDays),
    lines: priced,
    net,
    tax,
    total: net + tax,
    prefix: book.prefix,
  }
}

/**
 * Every bill: one per customer and invoice of Microsoft's. Numbers count per account and year of issue, month by month,
 * customers in the order of their tenant ids.
 */
export function billsOf(folder: Folder, issueDay: IssueDay): Bill[] {
  const invoices = [...grouped(folder.lines, (line) => `${line.partner}|${line.supplierInvoice}`).values()]
  const dated = invoices
    .map((lines) => ({ lines, month: monthOf(lines) }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const counts = new Map<string, number>()
  return dated.flatMap(({ lines, month }) => {
    const byCustomer = [...grouped(lines, (line) => line.customer)].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return byCustomer.map(([tenant, theirs]) => {
      const partner = theirs[0]?.partner
      const customer = folder.customers.find((one) => one.tenant === tenant && one.partner === partner)
      if (!customer) throw new Error(`nobody is customer ${tenant}`)
      const { prefix, ...bill } = billOf(folder, customer, theirs, month, issueDay(month))
      const series = `${prefix}-${bill.issuedOn.slice(0, 4)}`
      const count = (counts.get(series) ?? 0) + 1
      counts.set(series, count)
      return { number: `${series}-${String(count).padStart(4, '0')}`, ...bill }
    })
  })
}

import type { BillState } from './accounts.ts'
import { amountText } from './amount-text.ts'
import type { CustomerFigures } from './oracle.ts'

/** Values of facts as `--json` prints them, by name. */
export type Expected = Readonly<Record<string, unknown>>

const money = (cents: bigint, currency: string) => ({ amount: amountText(cents), currency })

export function expectedBill({ bill, paid, open, state }: BillState): Expected {
  return {
    invoice: bill.number,
    period: bill.period,
    due: bill.due,
    issued: bill.issuedOn,
    net: money(bill.net, bill.currency),
    tax: money(bill.tax, bill.currency),
    total: money(bill.total, bill.currency),
    paid: money(paid, bill.currency),
    open: money(open, bill.currency),
    status: `invoice.status.${state}`,
  }
}

/** The nets of a bill's lines, as the rows of its answer hold them in some order. */
export const expectedNets = ({ bill }: BillState) => bill.lines.map(({ net }) => money(net, bill.currency))

export function expectedBalance({ customer, bills, open, overdue }: CustomerFigures): Expected {
  const owed = bills.filter((each) => each.open > 0n)
  return { open: money(open, customer.currency), overdue: money(overdue, customer.currency), count: owed.length }
}

export const expectedSeats = ({ subscriptions }: CustomerFigures) =>
  subscriptions
    .filter(({ cancelled }) => !cancelled)
    .map(({ product, seats }) => `${product}: ${seats ?? 'usage'}`)
    .toSorted()

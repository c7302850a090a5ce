import type { Bill } from './bills.ts'
import type { Day } from './calendar.ts'
import { halfUp } from './rational.ts'
import type { CustomerRow, PaymentRow } from './read-folder.ts'

export type BillState = {
  readonly bill: Bill
  readonly paid: bigint
  readonly open: bigint
  readonly state: 'paid' | 'partly-paid' | 'open' | 'overdue' | 'credit'
}

/** What one customer owes on a day; amounts in cents of the customer's currency, bills in the order of their numbers. */
export type Account = {
  readonly customer: CustomerRow
  readonly bills: readonly BillState[]
  readonly open: bigint
  readonly overdue: bigint
  readonly unallocated: bigint
  readonly nextDue?: Day
}

type Debt = { readonly bill: Bill; open: bigint }

/**
 * By reference first, the rest to what is due longest; without one, the only bill of just this amount. Gives back what no bill took.
 * No page says what becomes of money that names no bill and fits none, or that came before a bill was issued: here, as in Saldo, it
 * stays the customer's credit.
 */
function allocate(payment: PaymentRow, debts: Debt[]): bigint {
  const owed = debts.filter(({ open }) => open > 0n)
  const named = owed.filter(({ bill }) => bill.number === payment.reference.trim().toUpperCase())
  const billed = owed.filter(({ bill }) => bill.issuedOn <= payment.receivedOn)
  const byAge = billed.toSorted((a, b) => (a.bill.due + a.bill.number < b.bill.due + b.bill.number ? -1 : 1))
  let left = halfUp(payment.amount, 2)
  const fitting = billed.filter(({ open }) => open === left)
  const meant = named.length > 0 ? [...named, ...byAge] : fitting.length === 1 ? fitting : []
  for (const debt of meant) {
    const taken = debt.open < left ? debt.open : left
    if (taken <= 0n) continue
    debt.open -= taken
    left -= taken
  }
  return left
}

function stateOf({ bill, open }: Debt, today: Day): BillState {
  const paid = bill.total - open
  const part = paid > 0n ? 'partly-paid' : 'open'
  const owed = bill.due < today ? 'overdue' : part
  const state = bill.total < 0n ? 'credit' : open === 0n ? 'paid' : owed
  return { bill, paid, open, state }
}

export function accountOf(
  customer: CustomerRow,
  bills: readonly Bill[],
  payments: readonly PaymentRow[],
  today: Day,
): Account {
  const mine = (one: { partner: string }, tenant: string) =>
    one.partner === customer.partner && tenant === customer.tenant
  const debts = bills.filter((bill) => mine(bill, bill.customer)).map((bill): Debt => ({ bill, open: bill.total }))
  const theirs = payments
    .filter((payment) => mine(payment, payment.tenant))
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0))
  const notTaken = theirs.reduce((left, payment) => left + allocate(payment, debts), 0n)
  // A bill below zero is money the customer has with the partner, until a bill takes it.
  const credits = debts.reduce((sum, { open }) => (open < 0n ? sum - open : sum), 0n)
  const states = debts.map((debt) => stateOf(debt, today))
  const owed = states.filter(({ open }) => open > 0n)
  return {
    customer,
    bills: states,
    open: owed.reduce((total, { open }) => total + open, 0n),
    overdue: owed.filter(({ bill }) => bill.due < today).reduce((total, { open }) => total + open, 0n),
    unallocated: notTaken + credits,
    nextDue: owed.map(({ bill }) => bill.due).toSorted()[0],
  }
}

import type { Day } from '../values/day.ts'
import { type Account, invoiceState } from './account.ts'
import type { OpenBill } from './allocate-payment.ts'

// What is open does not depend on the day, only whether it is overdue does.
const anyDay = '2000-01-01' as Day

/** The account's bills that have something left to pay. */
export const openBills = (account: Account): OpenBill[] =>
  account.invoices
    .map((invoice) => ({ invoice, state: invoiceState(account, invoice, anyDay) }))
    .filter(({ state }) => state.open.minor > 0n)
    .map(({ invoice: { id, number, ownNumber, issuedOn, dueOn }, state }) => {
      const numbers = ownNumber ? [number, ownNumber] : [number]
      return { id, numbers, issuedOn, dueOn, open: state.open }
    })

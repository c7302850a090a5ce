import type { Account } from '../ledger/account.ts'
import type { NextBill } from '../ledger/next-bill.ts'
import type { Facts } from '../values/fact.ts'
import { dayFact, periodFact } from './facts.ts'
import { clockSource, computed, ofInvoice } from './sources.ts'

/** Which days the next bill covers and when it is expected: an estimate by the bills so far. */
export function nextBillTimes(account: Account, bill: NextBill): Facts {
  const dates = account.invoices.map((invoice) => ofInvoice(invoice, 'issuedOn'))
  const day = computed('estimate: as long after the period as the bills so far', [...dates, clockSource])
  return {
    period: periodFact(bill.period, computed('the month after the last bill', dates.slice(0, 1))),
    expected: dayFact(bill.expectedOn, day),
  }
}

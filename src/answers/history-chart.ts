import type { Invoice } from '../ledger/invoice.ts'
import type { Chart } from '../values/chart.ts'
import { sum } from '../values/money.ts'
import { moneyFact, periodFact } from './facts.ts'
import { computed, ofInvoice } from './sources.ts'

const billsAtLeast = 3
/** A year of months; more bars than that cannot be told apart on a phone. */
const periodsAtMost = 12

/** What bills come to by period, the oldest first; of several currencies nothing, because their bars cannot be compared. */
export function historyChart(bills: readonly Invoice[]): Chart | undefined {
  const oneCurrency = new Set(bills.map(({ currency }) => currency)).size === 1
  if (bills.length < billsAtLeast || !oneCurrency) return undefined
  const byPeriod = Map.groupBy(bills, ({ period }) => `${period.from}/${period.to}`)
  const periods = [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-periodsAtMost)
  if (periods.length < 2) return undefined
  return { type: 'history', points: periods.map(([, billed]) => pointOf(billed)) }
}

/** A period with several bills, or with a credit note, is one bar: what was billed for it in all. */
function pointOf(billed: readonly Invoice[]) {
  const [first] = billed as [Invoice, ...Invoice[]]
  const totals = billed.map((bill) => ofInvoice(bill, 'total'))
  const total = sum(
    billed.map((bill) => bill.total),
    first.currency,
  )
  return {
    label: periodFact(first.period, ofInvoice(first, 'period')),
    amount: moneyFact(total, billed.length === 1 ? totals[0]! : computed('sum of the bills of a period', totals)),
  }
}

import { totalsOf } from '../../../src/ledger/bill-totals.ts'
import type { Invoice } from '../../../src/ledger/invoice.ts'
import type { SubscriptionId } from '../../../src/values/ids.ts'

/** A bill of so many lines: its own again and again, each time of other subscriptions. */
export function largeBill(bill: Invoice, count: number): Invoice {
  const lines = Array.from({ length: count }, (_, at) => {
    const line = bill.lines[at % bill.lines.length] as Invoice['lines'][number]
    const copy = Math.floor(at / bill.lines.length)
    const subscription = line.subscription && (`${line.subscription}.${copy}` as SubscriptionId)
    return { ...line, number: at + 1, subscription, event: line.event && `${line.event}.${copy}` }
  })
  return { ...bill, lines, ...totalsOf(lines, bill.currency, bill.taxes[0]?.name ?? '') }
}

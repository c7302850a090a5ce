import { amountText } from './amount-text.ts'
import { monthAfter } from './calendar.ts'
import { type CustomerFigures, oracleOf } from './oracle.ts'

// node test/oracle/print.ts DIR [TODAY] [DAY]: the bills of a sample folder, one line each, issued on that day of the next month.
const [folder, today = new Date().toISOString().slice(0, 10), day = '08'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node test/oracle/print.ts DIR [TODAY] [DAY OF MONTH OF ISSUE]')

function print({ customer, bills, subscriptions, ...account }: CustomerFigures): void {
  const amount = (cents: bigint) => `${amountText(cents)} ${customer.currency}`
  console.log(`\n${customer.name} (${customer.partner}.${customer.tenant})`)
  for (const { bill, open, state } of bills) {
    const figures = `net ${amountText(bill.net)} tax ${amountText(bill.tax)} total ${amount(bill.total)}`
    console.log(
      `  ${bill.number} ${bill.period.from.slice(0, 7)} ${figures} due ${bill.due} ${state} open ${amountText(open)}`,
    )
  }
  console.log(
    `  open ${amount(account.open)}, overdue ${amount(account.overdue)}, unallocated ${amount(account.unallocated)}`,
  )
  for (const { product, seats, start, end, cancelled } of subscriptions) {
    console.log(`  ${product}: ${cancelled ? 'cancelled' : `${seats ?? 'usage'}`} ${start ?? ''} ${end ?? ''}`)
  }
}

const oracle = oracleOf(folder, { issueDay: (month) => `${monthAfter(month, 1)}-${day.padStart(2, '0')}`, today })
for (const customer of oracle.customers) print(customer)

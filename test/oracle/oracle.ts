import { type Account, accountOf } from './accounts.ts'
import { type Bill, billsOf, type IssueDay } from './bills.ts'
import type { Day } from './calendar.ts'
import { type Folder, readFolder } from './read-folder.ts'
import { type SubscriptionState, subscriptionsOf } from './subscriptions.ts'

export type CustomerFigures = Account & { readonly subscriptions: readonly SubscriptionState[] }
export type Oracle = {
  readonly folder: Folder
  readonly bills: readonly Bill[]
  readonly customers: readonly CustomerFigures[]
}

/**
 * What every customer owes, computed straight from the files of a sample folder: nothing of src/ is behind it, so what it says
 * can be held against what Saldo says.
 */
export function oracleOf(path: string, { issueDay, today }: { issueDay: IssueDay; today: Day }): Oracle {
  const folder = readFolder(path)
  const bills = billsOf(folder, issueDay)
  const customers = folder.customers.map((customer): CustomerFigures => {
    const lines = folder.lines.filter((line) => line.partner === customer.partner && line.customer === customer.tenant)
    return { ...accountOf(customer, bills, folder.payments, today), subscriptions: subscriptionsOf(lines) }
  })
  return { folder, bills, customers }
}

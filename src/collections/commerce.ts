import type { Account } from '../ledger/account.ts'
import type { Source } from '../values/fact.ts'
import type { SubscriptionId } from '../values/ids.ts'

/** How Microsoft sells a subscription: its rules of suspending differ. */
export const commerces = ['new', 'legacy', 'unknown'] as const
export type Commerce = (typeof commerces)[number]

/**
 * By the number of Microsoft's invoice behind the newest bill of it: D is legacy, G is new commerce (Partner Center docs,
 * understand-your-invoice). Anything else tells nothing. With what says so.
 */
export function commerceOf(account: Account, id: SubscriptionId): { commerce: Commerce; source: Source } {
  const billed = account.invoices.find(
    ({ origin, lines }) => origin.type === 'bill-out' && lines.some(({ subscription }) => subscription === id),
  )
  if (billed?.origin.type !== 'bill-out')
    return { commerce: 'unknown', source: { type: 'computed', rule: 'no supplier invoice is known', from: [] } }
  const first = billed.origin.supplierInvoice.charAt(0).toUpperCase()
  return {
    commerce: first === 'G' ? 'new' : first === 'D' ? 'legacy' : 'unknown',
    source: { type: 'record', record: 'invoices', id: billed.id, field: 'origin' },
  }
}

import type { Account } from '../ledger/account.ts'
import type { Difference, ScopedSubscription, Stand } from './suspension.ts'

/** How the subscriptions stand as far as the ledger knows: what is not on record is left out. Scheduled changes never are. */
export const snapshot = (account: Account, subscriptions: readonly ScopedSubscription[]): readonly Stand[] =>
  subscriptions.map(({ id, quantity }) => {
    const known = account.subscriptions.find((one) => one.id === id)
    const { autoRenew, end } = known ?? {}
    return {
      subscription: id,
      status: known?.status ?? 'active',
      quantity: known?.quantity ?? quantity,
      ...(autoRenew !== undefined && { autoRenew }),
      ...(end && { end }),
    }
  })

/** What is known already, and of every other subscription how it stands now: what a person noted of one says nothing of the others. */
export const completed = (known: readonly Stand[] | undefined, stands: readonly Stand[]): Stand[] => [
  ...(known ?? []),
  ...stands.filter(({ subscription }) => !known?.some((one) => one.subscription === subscription)),
]

const fields = ['status', 'quantity', 'autoRenew', 'scheduled', 'end'] as const
const said = (value: string | number | boolean | undefined): string => (value === undefined ? '' : String(value))

/** What is not as it was. What nobody knew before cannot differ. */
export function differencesOf(before: readonly Stand[], after: readonly Stand[]): readonly Difference[] {
  return after.flatMap((now) => {
    const then = before.find(({ subscription }) => subscription === now.subscription)
    return fields.flatMap((field): Difference[] =>
      then?.[field] === undefined || said(then[field]) === said(now[field])
        ? []
        : [{ subscription: now.subscription, field, before: said(then[field]), after: said(now[field]) }],
    )
  })
}

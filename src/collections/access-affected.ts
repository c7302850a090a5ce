import type { Account } from '../ledger/account.ts'
import type { Decision } from './decision.ts'
import type { Rules } from './rules.ts'
import type { ScopedSubscription } from './suspension.ts'
import { suspensionScope } from './suspension-scope.ts'

/** What people would lose access to, were the suspension proposed that this day's decision asks for; nothing on any other day. */
export function accessAffected(
  account: Account,
  { day, staff, bills }: Decision,
  rules: Rules | undefined,
): readonly ScopedSubscription[] {
  if (staff !== 'propose-suspension') return []
  const proposing = new Set(rules?.stages.filter(({ action }) => action === staff).map(({ id }) => id))
  const unpaid = bills.filter(({ reason, stage }) => reason === 'stage' && stage !== undefined && proposing.has(stage))
  return suspensionScope(
    account,
    unpaid.map(({ invoice }) => invoice),
    day,
  ).subscriptions
}

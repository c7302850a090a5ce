import type { Account } from '../ledger/account.ts'
import type { Day } from '../values/day.ts'
import type { Decision } from './decision.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'

/** All that a decision is made from, read once. */
export type Situation = {
  readonly account: Account
  readonly standing: Standing
  /** Nothing while the partner has no policy. */
  readonly rules: Rules | undefined
  /** The last day whose payments are known; nothing where none ever came in. */
  readonly paidUntil: Day | undefined
}

/** What is due of one customer on a day in its time zone, and whether it is written to: one verdict, one reason. Depends on nothing else. */
export function decide({ account, rules }: Situation, today: Day): Decision {
  const { customer } = account
  if (!rules) return { customer: customer.id, day: today, kind: 'none', reason: 'no-policy', bills: [] }
  return { customer: customer.id, day: today, kind: 'none', reason: 'nothing-open', bills: [] }
}

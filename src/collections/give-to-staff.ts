import type { Account } from '../ledger/account.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { Decision } from './decision.ts'
import type { Stage } from './policy.ts'
import type { Scene } from './situation.ts'

/** What staff gets to do: a person looks at it, or a suspension is proposed. */
export type StaffAct = {
  readonly action: Extract<Stage['action'], 'person' | 'propose-suspension'>
  /** A stage of the policy, or promises that were broken as often as it allows. */
  readonly why: 'stage' | 'promises'
  readonly account: Account
  /** The bills that it is about. */
  readonly bills: Decision['bills']
  readonly now: Instant
  /** Made from what caused it: the same cause twice is one act. */
  readonly event: string
}

/** Does what staff gets to do, in the unit of work that decides it. */
export type OnStaff = (unit: Unit, act: StaffAct) => Promise<void>

/** Gives to staff what came on this day: by its stages, an act of each kind for all its bills, and by promises that ended. */
export async function giveToStaff(
  unit: Unit,
  { situation: { account, rules }, ended, toPerson }: Scene,
  decision: Decision,
  { now, onStaff }: { readonly now: Instant; readonly onStaff: OnStaff },
): Promise<void> {
  const event = `${decision.customer}|${decision.day}`
  for (const action of ['person', 'propose-suspension'] as const) {
    const bills = decision.bills.filter(({ reason, stage }) => {
      const wanted = rules?.stages.find(({ id }) => id === stage)?.action
      return decision.kind !== 'none' && reason === 'stage' && actionOf(wanted, rules?.suspension) === action
    })
    if (bills.length > 0)
      await onStaff(unit, { action, why: 'stage', account, bills, now, event: `${event}|${action}` })
  }
  const broken = new Set(ended.filter(({ state }) => state === 'broken').flatMap(({ invoices }) => invoices))
  const bills = decision.bills.filter(({ invoice }) => toPerson.includes(invoice) && broken.has(invoice))
  if (bills.length > 0)
    await onStaff(unit, { action: 'person', why: 'promises', account, bills, now, event: `${event}|promises` })
}

/** Without rules for suspensions none is ever proposed, and a person looks at it instead. */
const actionOf = (action: Stage['action'] | undefined, suspension: unknown): Stage['action'] | undefined =>
  action === 'propose-suspension' && !suspension ? 'person' : action

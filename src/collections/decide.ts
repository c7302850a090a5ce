import type { Account } from '../ledger/account.ts'
import { type Day, daysBetween } from '../values/day.ts'
import { money } from '../values/money.ts'
import { type BillCase, billCases } from './bill-case.ts'
import { dayNumber } from './contact-days.ts'
import type { Decision, Reason } from './decision.ts'
import { dueBills } from './due-bills.ts'
import { latestStage, nextNews } from './next-news.ts'
import type { Stage } from './policy.ts'
import { dayReason } from './reason-order.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'
import { type BillVerdict, type Grounds, groundsOf, verdictsOn } from './verdict.ts'
import { wordOf, writesToCustomer } from './word-first.ts'

/** All that a decision is made from, read once. */
export type Situation = {
  readonly account: Account
  readonly standing: Standing
  /** Nothing while the partner has no policy. */
  readonly rules: Rules | undefined
  /** The last day whose payments are known; nothing where none ever came in. */
  readonly paidUntil: Day | undefined
}

/**
 * What is due of one customer on a day in its time zone, and whether it is written to: one verdict, one reason (reason-order.ts). Depends on
 * nothing else, and not on the order of what it is made from.
 */
export function decide(situation: Situation, today: Day): Decision {
  const { account, standing, rules } = situation
  if (!rules) return quiet(situation, today, 'no-policy')
  const { name, effective } = rules.policy
  const policy = { name, effective }
  if (standing.suspension !== undefined) return { ...quiet(situation, today, 'suspension'), policy }
  const grounds = groundsOf(account, standing, rules, billCases(account, standing, rules))
  const at = dayNumber(today)
  const verdicts = verdictsOn(grounds, at, isStale(situation, rules, today))
  const kind = kindOf(rules, verdicts)
  const stage = latestStage(grounds, verdicts)
  const staff = staffAction(rules, verdicts)
  const next = nextNews(afterwards(grounds, verdicts, at, kind), at)
  return {
    customer: account.customer.id,
    day: today,
    kind,
    reason: dayReason(verdicts.map(({ reason }) => reason)),
    ...(stage && { stage: stage.id }),
    ...(staff && { staff }),
    bills: verdicts.map((verdict) => billOf(rules, verdict)),
    ...(next && { next }),
    policy,
  }
}

/** A day on which nothing is looked at: every open bill has the same reason. */
function quiet({ account, rules }: Situation, today: Day, reason: Reason): Decision {
  const bills = dueBills(account, rules?.disputeDays, today).map(({ invoice, amount, disputed, dueOn }) => {
    const { id, number } = invoice
    return { invoice: id, number, amount, ...(disputed && { disputed }), dueOn, reason }
  })
  return { customer: account.customer.id, day: today, kind: 'none', reason, bills }
}

/** Days are whole: data of yesterday is one day old. */
function isStale({ paidUntil }: Situation, { paymentDataDays }: Rules, today: Day): boolean {
  if (paymentDataDays === undefined) return false
  return paidUntil === undefined || daysBetween(paidUntil, today) > paymentDataDays
}

const stageOf = ({ stages }: Rules, { stage }: BillVerdict): Stage => stages[stage] as Stage

function kindOf(rules: Rules, verdicts: readonly BillVerdict[]): Decision['kind'] {
  const fresh = verdicts.filter(({ reason }) => reason === 'stage')
  if (fresh.some((verdict) => writesToCustomer(stageOf(rules, verdict)))) return 'contact'
  return fresh.length > 0 ? 'staff' : 'none'
}

/** What staff gets to do: the latest of it. Without rules for suspensions none is ever proposed, and a person looks at it instead. */
function staffAction(rules: Rules, verdicts: readonly BillVerdict[]): Decision['staff'] {
  const positions = verdicts
    .filter((verdict) => verdict.reason === 'stage' && !writesToCustomer(stageOf(rules, verdict)))
    .map(({ stage }) => stage)
  if (positions.length === 0) return undefined
  const { action } = rules.stages[Math.max(...positions)] as Stage
  return action === 'propose-suspension' && !rules.suspension ? 'person' : action
}

/** How it stands once this day's decision was carried out. */
function afterwards(grounds: Grounds, verdicts: readonly BillVerdict[], at: number, kind: Decision['kind']): Grounds {
  if (kind === 'none') return grounds
  const cases = verdicts.map(({ case: each, reason, stage }): BillCase => {
    if (reason !== 'stage') return each
    const isWord = writesToCustomer(grounds.rules.stages[stage] as Stage)
    const words = isWord ? [...each.words, wordOf(each.stageDays, stage, at, grounds.contactDays)] : each.words
    return { ...each, done: Math.max(each.done, stage), words }
  })
  return { ...grounds, cases, contacted: kind === 'contact' ? [...grounds.contacted, at] : grounds.contacted }
}

function billOf({ stages }: Rules, { case: { bill }, amount, stage, reason }: BillVerdict): Decision['bills'][number] {
  const { id, number, currency } = bill.invoice
  return {
    invoice: id,
    number,
    amount: money(amount, currency),
    ...(bill.disputed > 0n && { disputed: money(bill.disputed, currency) }),
    dueOn: bill.dueOn,
    ...(stage >= 0 && { stage: stages[stage]?.id }),
    reason,
  }
}

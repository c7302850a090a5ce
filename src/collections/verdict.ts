import { type Account, invoiceState, leftover } from '../ledger/account.ts'
import type { Currency } from '../values/currency.ts'
import type { BillCase } from './bill-case.ts'
import { type ContactDays, contactDaysOf, dayNumber, dayOf } from './contact-days.ts'
import type { Reason } from './decision.ts'
import { amountOn } from './due-bills.ts'
import type { Stage } from './policy.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'
import { stageOn, writesToCustomer } from './word-first.ts'

/** What became of one bill on a day. */
export type BillVerdict = {
  readonly case: BillCase
  /** Minor units. */
  readonly amount: bigint
  /** Position of the latest stage that has come; -1 before the first. */
  readonly stage: number
  /** The policy's later stages wait until this was said. */
  readonly first: boolean
  reason: Reason
}

/** What else a day's verdicts go by. Days are numbers. */
export type Grounds = {
  readonly account: Account
  readonly rules: Rules
  readonly cases: readonly BillCase[]
  /** When the customer was written to. */
  readonly contacted: readonly number[]
  /** Since when the customer wants no courtesies, if it said so. */
  readonly stopped: boolean
  readonly contactDays: ContactDays
}

export function groundsOf(account: Account, standing: Standing, rules: Rules, cases: readonly BillCase[]): Grounds {
  const days = new Map(standing.contacted.map(({ contact, on }) => [contact, dayNumber(on)]))
  const contactDays = contactDaysOf(rules.hours)
  return { account, rules, cases, contacted: [...days.values()], stopped: standing.stopped !== undefined, contactDays }
}

/** What is said of each bill on a day, in their order. `isStale`: the payment data is older than the policy allows. */
export function verdictsOn(grounds: Grounds, at: number, isStale: boolean): readonly BillVerdict[] {
  const today = dayOf(at)
  const verdicts = grounds.cases.map((each) => {
    const amount = amountOn(each.bill, today)
    const { stage: latest, first } = stageOn(grounds.rules, each, at)
    return {
      case: each,
      amount,
      stage: first ? latest : Math.max(latest, each.done),
      first,
      reason: reasonOf(grounds, each, amount, first ? Number.POSITIVE_INFINITY : latest, at),
    }
  })
  if (!verdicts.some(({ reason }) => reason === 'stage')) return verdicts
  const due = dueSums(verdicts)
  const isCapped = isAtCap(grounds, at)
  for (const verdict of verdicts)
    if (verdict.reason === 'stage')
      verdict.reason = objection(grounds, verdict, { due, at, isStale, isCapped }) ?? 'stage'
  return verdicts
}

/** By itself, whatever the other bills are; `stage` is still to be tried. */
function reasonOf({ rules }: Grounds, each: BillCase, amount: bigint, latest: number, at: number): Reason {
  const pause = each.pauses.find(({ from, until }) => from <= at && at <= until)
  if (pause) return pause.reason
  if (amount === 0n) return 'disputed'
  if (each.done >= rules.stages.length - 1) return 'end'
  if (latest < 0 && each.done < 0) return 'not-yet'
  return latest <= each.done ? 'done' : 'stage'
}

type Objecting = {
  readonly due: ReadonlyMap<Currency, bigint>
  readonly at: number
  readonly isStale: boolean
  readonly isCapped: boolean
}

function objection(
  grounds: Grounds,
  verdict: BillVerdict,
  { due, at, isStale, isCapped }: Objecting,
): Reason | undefined {
  const { rules, stopped, contactDays, account } = grounds
  const stage = rules.stages[verdict.stage] as Stage
  const { currency } = verdict.case.bill.invoice
  const left = (due.get(currency) ?? 0n) - unusedCredit(account, currency)
  const minimum = (stage.minimum ?? rules.minimum)?.find((each) => each.currency === currency)?.minor ?? 0n
  if (left <= 0n || left < minimum) return 'below-minimum'
  if (stopped && isCourtesy(stage, verdict)) return 'stopped'
  if (isStale) return 'stale-payments'
  if (!writesToCustomer(stage)) return undefined
  if (isCapped) return 'cap'
  return contactDays.isOpen(at) ? undefined : 'closed-day'
}

/** A reminder whose day is before the due date. One that a proposal waits for is none: who wants no courtesies is warned all the same. */
const isCourtesy = ({ action }: Stage, { case: { stageDays, dueOn }, stage, first }: BillVerdict): boolean =>
  action === 'remind' && !first && (stageDays[stage] ?? dueOn) < dueOn

/** What the message of a day would be about, per currency: every bill that has come to a stage and is not paused. */
function dueSums(verdicts: readonly BillVerdict[]): ReadonlyMap<Currency, bigint> {
  const sums = new Map<Currency, bigint>()
  for (const { reason, amount, case: each } of verdicts) {
    const { currency } = each.bill.invoice
    if (reason === 'stage' || reason === 'done' || reason === 'end')
      sums.set(currency, (sums.get(currency) ?? 0n) + amount)
  }
  return sums
}

const credits = new WeakMap<Account, ReadonlyMap<Currency, bigint>>()

/** Payments and credit notes that no bill has used up yet: nobody is reminded of what has been paid, also while nobody knows which bill it pays. */
export function unusedCredit(account: Account, currency: Currency): bigint {
  const known = credits.get(account) ?? creditsOf(account)
  credits.set(account, known)
  return known.get(currency) ?? 0n
}

function creditsOf(account: Account): ReadonlyMap<Currency, bigint> {
  const sums = new Map<Currency, bigint>()
  const count = (currency: Currency, minor: bigint) => sums.set(currency, (sums.get(currency) ?? 0n) + minor)
  for (const payment of account.payments) count(payment.amount.currency, leftover(payment).minor)
  for (const invoice of account.invoices)
    if (invoice.total.minor < 0n) count(invoice.currency, -invoiceState(account, invoice, invoice.issuedOn).open.minor)
  return sums
}

function isAtCap({ rules: { cap }, contacted }: Grounds, at: number): boolean {
  return cap !== undefined && contacted.filter((on) => on > at - cap.days && on <= at).length >= cap.contacts
}

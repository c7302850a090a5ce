import type { Account } from '../ledger/account.ts'
import type { InvoiceId } from '../values/ids.ts'
import { type ContactDays, contactDaysOf, dayNumber } from './contact-days.ts'
import { type Contested, contestedBills } from './due-bills.ts'
import { latestOn } from './latest-on.ts'
import { type PauseReason, pauses } from './reason-order.ts'
import type { Rules } from './rules.ts'
import { stageDayNumber } from './stage-days.ts'
import type { Hold, Promised, Standing } from './standing.ts'
import { type Word, wordOf, writesToCustomer } from './word-first.ts'

/** Days, as numbers, on which a bill is left alone; both are among them. */
type Pause = { readonly reason: PauseReason; readonly from: number; readonly until: number }

/** One open bill with all that deciding asks of it, worked out once and true for every day. Days are numbers, stages are positions in the rules. */
export type BillCase = {
  readonly bill: Contested
  readonly dueOn: number
  readonly stageDays: readonly number[]
  /** The last stage that is done; -1 where none is. */
  readonly done: number
  /** The customer was written to about it with these. */
  readonly words: readonly Word[]
  /** Where a broken promise puts it, from that day. */
  readonly broken?: { readonly stage: number; readonly from: number }
  /** In the order in which they are looked at. */
  readonly pauses: readonly Pause[]
}

export function billCases(account: Account, standing: Standing, rules: Rules): readonly BillCase[] {
  const bills = contestedBills(account, rules.disputeDays)
  if (bills.length === 0) return []
  const reached = byInvoice(standing.reached, ({ invoice }) => [invoice])
  const promises = byInvoice(standing.promises, ({ invoices }) => invoices)
  const holds = byInvoice(standing.holds, ({ invoice }) => (invoice === undefined ? [] : [invoice]))
  const general = standing.holds.filter(({ invoice }) => invoice === undefined)
  const contactDays = contactDaysOf(rules.hours)
  return bills.map((bill) => {
    const { id } = bill.invoice
    const [issuedOn, dueOn] = [dayNumber(bill.invoice.issuedOn), dayNumber(bill.dueOn)]
    const stageDays = rules.stages.map((stage) => stageDayNumber(stage, issuedOn, dueOn, contactDays))
    const promised = promises.get(id) ?? []
    return {
      bill,
      dueOn,
      stageDays,
      ...doneOf(rules, stageDays, reached.get(id) ?? [], contactDays),
      broken: brokenOf(rules, dueOn, promised),
      pauses: pausesOf(rules, bill, [...general, ...(holds.get(id) ?? [])], promised),
    }
  })
}

function byInvoice<T>(items: readonly T[], keysOf: (item: T) => readonly InvoiceId[]): ReadonlyMap<InvoiceId, T[]> {
  const groups = new Map<InvoiceId, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

/**
 * The last stage that is done: a later one does the earlier ones too. One that the policy does not have any more did what had come by
 * then, so that a new version of a policy writes to nobody again.
 */
function doneOf(
  { stages }: Rules,
  stageDays: readonly number[],
  reached: Standing['reached'],
  contactDays: ContactDays,
): Pick<BillCase, 'done' | 'words'> {
  let done = -1
  const words: Word[] = []
  for (const { stage, on: day, contact } of reached) {
    const own = stages.findIndex(({ id }) => id === stage)
    const on = dayNumber(day)
    const position = own >= 0 ? own : latestOn(stageDays, on)
    done = Math.max(done, position)
    const known = stages[own]
    if (known ? writesToCustomer(known) : contact !== undefined)
      words.push(wordOf(stageDays, position, on, contactDays))
  }
  return { done, words }
}

/** A bill that is not late yet is not chased for a promise: whatever was promised, it can be paid until its due date. */
function brokenOf({ stages, promises }: Rules, dueOn: number, promised: readonly Promised[]): BillCase['broken'] {
  const stage = stages.findIndex(({ id }) => id === promises?.broken)
  const days = promised
    .filter(({ state }) => state === 'open' || state === 'broken')
    .map(({ by }) => Math.max(dayNumber(by), dueOn) + 1)
  return stage < 0 || days.length === 0 ? undefined : { stage, from: Math.min(...days) }
}

const holdReasons = { exempt: 'exempt', held: 'held', paid: 'says-paid', later: 'later' } as const satisfies Record<
  Hold['kind'],
  PauseReason
>

function pausesOf(
  { exemptions }: Rules,
  { invoice }: Contested,
  holds: readonly Hold[],
  promised: readonly Promised[],
): readonly Pause[] {
  const found: Pause[] = []
  for (const { invoice: number, until } of exemptions)
    if (number === undefined || [invoice.number, invoice.ownNumber].includes(number.toUpperCase()))
      found.push({ reason: 'exempt', from: Number.NEGATIVE_INFINITY, until: dayNumber(until) })
  for (const { kind, from, until, releasedAt } of holds)
    if (releasedAt === undefined)
      found.push({
        reason: holdReasons[kind],
        from: dayNumber(from),
        until: until === undefined ? Number.POSITIVE_INFINITY : dayNumber(until),
      })
  for (const { state, by } of promised)
    if (state === 'open') found.push({ reason: 'promised', from: Number.NEGATIVE_INFINITY, until: dayNumber(by) })
  return found.length < 2 ? found : found.sort((a, b) => pauses.indexOf(a.reason) - pauses.indexOf(b.reason))
}

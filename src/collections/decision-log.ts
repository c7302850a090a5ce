import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Reading, Unit } from '../store/documents.ts'
import type { Day } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { type Decision, decisionMonthSchema, decisionMonths, type Reason, reasons } from './decision.ts'

const monthOf = (day: Day): string => day.slice(0, 7)

async function monthIn(reading: Reading, customer: CustomerId, month: string) {
  const stored = await reading.get(decisionMonths, `${customer}|${month}`)
  const record = stored ? recordOf(decisionMonthSchema, stored.data) : { customer, month, days: {} }
  return { record, revision: stored?.revision ?? 0 }
}

async function put(unit: Unit, decision: Decision): Promise<void> {
  const { customer, day } = decision
  const { record, revision } = await monthIn(unit, customer, monthOf(day))
  const next = { ...record, days: { ...record.days, [day]: decision } }
  unit.put(decisionMonths, `${customer}|${record.month}`, z.encode(decisionMonthSchema, next), revision)
}

/** What was decided for a customer on a day. */
export async function decisionOn(reading: Reading, customer: CustomerId, day: Day): Promise<Decision | undefined> {
  return (await monthIn(reading, customer, monthOf(day))).record.days[day]
}

/** Notes a day's decision. A day on which something was done stays so, whatever a later look at it says. */
export async function noteDecision(unit: Unit, decision: Decision): Promise<void> {
  const known = await decisionOn(unit, decision.customer, decision.day)
  if (known && known.kind !== 'none' && decision.kind === 'none') return
  await put(unit, decision)
}

const meaning: Readonly<Record<string, Reason>> = { paid: 'nothing-open', 'nothing-due': 'nothing-open' }
/** The reason of a day on which nobody was written to after all. */
const reasonFor = (why: string): Reason => reasons.find((known) => known === why) ?? meaning[why] ?? 'closed-day'

/** A day's contact went to nobody: why, the day says then. What staff got to do stays. */
export async function takeBackContact(unit: Unit, customer: CustomerId, day: Day, why: string): Promise<void> {
  const known = await decisionOn(unit, customer, day)
  if (known?.kind !== 'contact') return
  const reason = reasonFor(why)
  const bills = known.bills.map((bill) => (bill.reason === 'stage' ? { ...bill, reason } : bill))
  await put(unit, known.staff ? { ...known, kind: 'staff' } : { ...known, kind: 'none', reason, bills })
}

/** The log of one customer, the latest day first. */
export async function decisionsOf(reading: Reading, customer: CustomerId): Promise<readonly Decision[]> {
  const range = { from: `${customer}|`, to: `${customer}|\uffff` }
  const { items } = await reading.find(decisionMonths, { index: 'customer', ...range, order: 'descending' })
  return items.flatMap(({ data }) =>
    Object.entries(recordOf(decisionMonthSchema, data).days)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([, decision]) => decision),
  )
}

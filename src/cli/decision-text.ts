import { z } from 'zod'
import { type Decision, decisionSchema } from '../collections/decision.ts'
import { amountText } from '../values/money.ts'

export type NamedDecision = { readonly name: string; readonly decision: Decision }

export const decisionHead = ['customer', 'day', 'decision', 'why', 'next', 'bill', 'due', 'amount', '', 'why']
/** The columns of amounts. */
export const decisionRight = [7]

/** A decision as people read it: a row for each open bill with what is due of it, and why it is in or not. */
export function decisionRows({ name, decision }: NamedDecision): string[][] {
  const { day, reason, bills, next } = decision
  const first = [name, day, verdictText(decision), reason, next ? `${next.on} ${next.stage}` : '']
  const none = ['', '', '', '', '']
  if (bills.length === 0) return [[...first, ...none]]
  return bills.map((bill, at) => [...(at === 0 ? first : none), ...billCells(bill)])
}

function verdictText({ kind, staff }: Decision): string {
  if (kind === 'none') return 'no'
  const forStaff = staff === 'propose-suspension' ? 'proposal' : 'person'
  return [kind === 'contact' ? 'write' : '', staff ? forStaff : ''].filter(Boolean).join(' + ')
}

function billCells({ number, amount, disputed, dueOn, stage, reason }: Decision['bills'][number]): string[] {
  const contested = disputed ? `, ${amountText(disputed)} contested` : ''
  const why = reason === 'stage' ? `stage ${stage ?? ''}` : reason
  return [number, dueOn, amountText(amount), amount.currency, `${why}${contested}`]
}

export const decisionJson = ({ name, decision }: NamedDecision) => ({ ...z.encode(decisionSchema, decision), name })

/** `3 customers: 1 to write to, 0 for staff, 2 not (nothing-open 1, not-yet 1)` */
export function decisionTotals(decisions: readonly Decision[]): string {
  const written = decisions.filter(({ kind }) => kind === 'contact').length
  const staff = decisions.filter((decision) => decision.staff !== undefined).length
  const not = decisions.filter(({ kind }) => kind === 'none')
  const why = [...Map.groupBy(not, ({ reason }) => reason)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, all]) => `${reason} ${all.length}`)
    .join(', ')
  return `${decisions.length} customers: ${written} to write to, ${staff} for staff, ${not.length} not${why ? ` (${why})` : ''}`
}

import { may } from '../../access/may.ts'
import { resolveProblem } from '../../support/problem.ts'
import { isOpen, ticketOf } from '../../support/ticket.ts'
import { changeCase } from './change-case.ts'
import type { AtCase } from './seat.ts'

/** Resolves all tickets of the case's problem and tells every customer together. False when there is no such problem, or it was solved. */
export async function solveProblem({ unit, staff, by, ticket, now, event }: AtCase, text?: string): Promise<boolean> {
  if (!ticket.problem || !may(staff, 'cases')) return false
  const problem = await resolveProblem(unit, ticket.problem, now)
  if (!problem) return false
  for (const id of problem.tickets) {
    const each = await ticketOf(unit, id)
    if (!each || !isOpen(each)) continue
    const change = { kind: 'resolve', text: text || undefined } as const
    await changeCase(unit, { ticket: id, change, by, now, event: `${event}|${problem.id}`, ofProblem: true })
  }
  return true
}

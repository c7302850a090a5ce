import { may } from '../../access/may.ts'
import { caseNews } from '../../answers/case-news.ts'
import { touch } from '../../collections/touch.ts'
import { decideDisputeIn } from '../../ledger/decide-dispute.ts'
import type { Dispute } from '../../ledger/dispute.ts'
import { changeCase } from './change-case.ts'
import { dueAfterDispute } from './dispute-due.ts'
import type { AtCase, SeatSays } from './seat.ts'

/** Records how a contested charge was decided, and tells the customer with the ticket's resolution. */
export async function decideContested(
  at: AtCase,
  outcome: NonNullable<Dispute['outcome']>['kind'],
  text: string,
): Promise<SeatSays> {
  const { unit, ticket, staff, by, now, event, scene } = at
  const says = (kind: 'case.no-role' | 'case.done' | 'case.what') => ({
    answered: caseNews(kind, ticket, scene.customer.timeZone),
    language: scene.deskLanguage,
  })
  if (!may(staff, 'dispute-decisions')) return says('case.no-role')
  if (!ticket.dispute) return says('case.what')
  const order = { customer: ticket.customer, dispute: ticket.dispute, outcome, note: text, now }
  const decided = await decideDisputeIn(unit, order)
  if (decided.kind === 'unknown-dispute') return says('case.what')
  await touch(unit, ticket.customer, now)
  const due = await dueAfterDispute(unit, decided.dispute, ticket.language, now)
  const told = [text, due].filter(Boolean).join('\n\n')
  const change = { kind: 'resolve', text: told } as const
  await changeCase(unit, { ticket: ticket.id, change, by, now, event: `${event}|decided` })
  return says('case.done')
}

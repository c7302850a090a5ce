import { may } from '../../access/may.ts'
import { type EscalationResult, escalationsOfTicket, isEnded } from '../../support/escalation/escalation.ts'
import {
  closeEscalation,
  fileEscalation,
  type MovedEscalation,
  recordAnswer,
  withdrawEscalation,
} from '../../support/escalation/move-escalation.ts'
import type { TicketChange } from '../../support/ticket-change.ts'
import { changeCase } from './change-case.ts'
import { cardPost, tellHelpdesk } from './posts.ts'
import type { AtCase } from './seat.ts'

/** What happens to a case for Microsoft after it was prepared. */
export type CaseStep =
  | { readonly kind: 'file'; readonly number: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'close'; readonly result: EscalationResult; readonly text?: string }
  | { readonly kind: 'withdraw' }

/** Who works on a ticket's case, by whatever door. */
export type AtEscalation = Pick<AtCase, 'unit' | 'staff' | 'by' | 'ticket' | 'now' | 'event'>

/** `unknown`: the ticket has no case for Microsoft. */
export type MovedCase = MovedEscalation | { readonly kind: 'no-role' }

/**
 * Takes the ticket's case for Microsoft a step on, and the ticket with it: filed, it waits for Microsoft; closed, it is resolved and the
 * customer is told. Of a case that has ended the same end again is `unchanged`.
 */
export async function moveCase(at: AtEscalation, step: CaseStep): Promise<MovedCase> {
  const { unit, ticket, by, now, event, staff } = at
  if (!may(staff, 'escalation')) return { kind: 'no-role' }
  const all = await escalationsOfTicket(unit, ticket.id)
  const known = all.findLast((each) => !isEnded(each)) ?? all.at(-1)
  if (!known) return { kind: 'unknown' }
  const moved = await stepped(at, known.id, step)
  if (moved.kind !== 'done' && moved.kind !== 'unchanged') return moved
  const cause = `${event}|escalation.${step.kind}`
  const order = { ticket: ticket.id, change: followsFor(step), by, now, event: cause }
  const followed = moved.kind === 'done' && (await changeCase(unit, order)).kind === 'changed'
  // A change to the ticket brings the card up to date by itself.
  if (!followed) await tellHelpdesk(unit, ticket, [cardPost(ticket, cause, 'update')], now)
  return moved
}

function stepped({ unit, staff, now, event }: AtEscalation, id: string, step: CaseStep): Promise<MovedEscalation> {
  const made = { id, by: staff.key, now }
  switch (step.kind) {
    case 'file':
      return fileEscalation(unit, { ...made, caseNumber: step.number })
    case 'answer':
      return recordAnswer(unit, { ...made, answer: event, text: step.text })
    case 'close':
      return closeEscalation(unit, { ...made, result: step.result, note: step.text || undefined })
    case 'withdraw':
      return withdrawEscalation(unit, made)
  }
}

/** What the ticket makes of it. */
function followsFor(step: CaseStep): TicketChange {
  switch (step.kind) {
    case 'file':
      return { kind: 'wait', for: 'microsoft' }
    case 'answer':
      return { kind: 'note', text: `Microsoft: ${step.text}` }
    case 'close':
      return { kind: 'resolve', text: step.text || undefined }
    case 'withdraw':
      return { kind: 'go-on' }
  }
}

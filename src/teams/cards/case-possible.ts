import type { CaseView } from '../../conversation/desk/case-view.ts'
import { isEnded } from '../../support/escalation/escalation.ts'
import { isLive, isOwned, isWaiting } from '../../support/handoff.ts'
import { isOver } from '../../support/ticket.ts'

/** What makes sense in a case as it stands. Who may do it is decided when they do. */
export function possibleIn({ ticket, handoff, escalation, dispute, problem }: CaseView) {
  const over = isOver(ticket)
  const waits = handoff !== undefined && isWaiting(handoff)
  const owned = handoff !== undefined && isOwned(handoff)
  const owner = owned ? handoff.owner : ticket.owner
  const filed = escalation !== undefined && !isEnded(escalation) && escalation.state !== 'prepared'
  return {
    claim: waits || (!owner && !over),
    reply: owner !== undefined && !waits && !over,
    end: handoff?.state === 'active',
    return: handoff !== undefined && isLive(handoff),
    transfer: handoff?.state === 'active',
    close: !waits && (!over || handoff?.state === 'wrap-up'),
    prioritise: !over,
    prepare: !over && (escalation === undefined || isEnded(escalation)),
    file: escalation?.state === 'prepared',
    filed,
    withdraw: escalation !== undefined && !isEnded(escalation),
    decide: dispute !== undefined && dispute.outcome === undefined,
    solve: problem?.state === 'open',
  }
}
export type Possible = ReturnType<typeof possibleIn>

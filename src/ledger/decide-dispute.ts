import { z } from 'zod'
import type { Documents, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId, DisputeId } from '../values/ids.ts'
import { type Dispute, disputeSchema, disputes } from './dispute.ts'
import { recordOf } from './record.ts'

export type DecideDispute = {
  readonly customer: CustomerId
  readonly dispute: DisputeId
  readonly outcome: NonNullable<Dispute['outcome']>['kind']
  readonly note: string
  readonly now: Instant
}

export type DecidedDispute =
  | { readonly kind: 'decided' | 'already-decided'; readonly dispute: Dispute }
  | { readonly kind: 'unknown-dispute' }

/** Records how a dispute ended, once. Money moves by a credit note, not by this. */
export const decideDispute = (documents: Documents, decide: DecideDispute): Promise<DecidedDispute> =>
  documents.change((unit) => decideDisputeIn(unit, decide))

/** The same as a part of a unit of work. */
export async function decideDisputeIn(unit: Unit, decide: DecideDispute): Promise<DecidedDispute> {
  const stored = await unit.get(disputes, decide.dispute)
  const known = stored && recordOf(disputeSchema, stored.data)
  if (!stored || !known || known.customer !== decide.customer) return { kind: 'unknown-dispute' }
  if (known.outcome) return { kind: 'already-decided', dispute: known }
  const dispute = { ...known, outcome: { kind: decide.outcome, at: decide.now, note: decide.note } }
  unit.put(disputes, dispute.id, z.encode(disputeSchema, dispute), stored.revision)
  return { kind: 'decided', dispute }
}

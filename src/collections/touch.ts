import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { putStanding, standingOf } from './standing.ts'

/**
 * Something has changed for a customer: a payment, a credit note, a dispute, a promise, a hold. It is decided anew at the next look. Written even
 * where that is due already: whoever decides at this moment has not seen the change, and decides again.
 */
export async function touch(unit: Unit, customer: CustomerId, now: Instant): Promise<void> {
  const { standing, revision } = await standingOf(unit, customer)
  putStanding(unit, { ...standing, due: now }, revision)
}

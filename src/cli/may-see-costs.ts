import { may } from '../access/may.ts'
import type { Reading } from '../store/documents.ts'
import { CommandRefused } from './command-refused.ts'
import { staffOf } from './staff-of.ts'

/** Refuses for whom costs are not: the command line itself is the operator's, who could read the store as well. */
export async function maySeeCosts(reading: Reading, as: string | undefined): Promise<void> {
  if (as === undefined || may(await staffOf(reading, as), 'supplier-costs')) return
  throw new CommandRefused(
    `${as} may not see what Microsoft bills the partner: that takes the role of a billing admin or an admin agent`,
  )
}

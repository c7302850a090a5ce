import type { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import { RevisionConflict } from '../store/documents.ts'
import { later } from '../values/day.ts'
import { type Carrying, leaseTime } from './carrying.ts'
import { type Line, lineSchema, lines } from './line.ts'

/** Takes up to `limit` lines that are due; none where somebody queues on one of them in that moment, because the next look finds them. */
export async function claimLines(
  { documents, passing, holder }: Carrying,
  limit: number,
): Promise<{ readonly claimed: readonly Line[]; readonly more: boolean }> {
  const now = passing.now()
  const due = later(now, leaseTime)
  const lease = (line: z.input<typeof lineSchema>) => ({ ...line, due, holder })
  try {
    const claimed = await documents.claim(lines, { index: 'due', due: now, limit, lease })
    return { claimed: claimed.map(({ data }) => recordOf(lineSchema, data)), more: claimed.length === limit }
  } catch (error) {
    if (error instanceof RevisionConflict) return { claimed: [], more: false }
    throw error
  }
}

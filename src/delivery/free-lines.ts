import type { Documents } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import { lines, putLine, readLine } from './line.ts'

/** Milliseconds: nothing waits longer for its next attempt, unless the clock was moved. */
const longestPause = 30 * 60_000

/**
 * For the one process that has the store to itself, when it starts: nobody works on any line, whatever stands there of leases, and what waits for
 * a time that a moved clock made is not left waiting.
 */
export async function freeLines(documents: Documents, now: Instant): Promise<void> {
  const { items } = await documents.find(lines, { index: 'due' })
  for (const { id } of items) {
    await documents.change(async (unit) => {
      const stored = await readLine(unit, id)
      if (!stored?.line.due) return
      const { holder, due } = stored.line
      if (holder === undefined && due <= later(now, longestPause)) return
      putLine(unit, { ...stored.line, due: now, holder: undefined }, stored.revision)
    })
  }
}

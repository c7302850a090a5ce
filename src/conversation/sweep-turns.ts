import type { Collection, Documents, Json } from '../store/documents.ts'
import { sweepCaseFiles } from '../support/case-file.ts'
import type { Instant } from '../values/day.ts'
import { askedCounts } from './asked-counts.ts'
import { deliveredTurns, turnRecords } from './turn-record.ts'
import { unclearMessages } from './unclear-messages.ts'

const atOnce = 200

/**
 * Removes what nobody repeats any more, and messages and counts that were kept long enough, a little at a time. Gives how many records went. Safe
 * to repeat and to run beside turns.
 */
export async function sweepTurns(documents: Documents, now: Instant): Promise<number> {
  const turns = (await sweep(documents, turnRecords, now)) + (await sweep(documents, deliveredTurns, now))
  return (
    turns +
    (await sweep(documents, unclearMessages, now)) +
    (await sweepCaseFiles(documents, now)) +
    (await sweep(documents, askedCounts, now))
  )
}

const sweep = <D extends Json>(documents: Documents, collection: Collection<D>, now: Instant): Promise<number> =>
  documents.change(async (unit) => {
    const { items } = await unit.find(collection, { index: 'expires', to: now, limit: atOnce })
    for (const { id, revision } of items) unit.remove(collection, id, revision)
    return items.length
  })

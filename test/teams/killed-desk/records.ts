import { declaredCollections } from '../../../src/declared-collections.ts'
import { type Delivery, deliveries, deliverySchema, type Line, lineSchema, lines } from '../../../src/delivery/line.ts'
import { every } from '../../../src/ledger/every.ts'
import { recordOf } from '../../../src/ledger/record.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { type Handoff, handoffSchema, handoffs } from '../../../src/support/handoff.ts'
import { type Ticket, ticketSchema, tickets } from '../../../src/support/ticket.ts'

/** What stands in the store when all is over. */
export type Records = {
  readonly tickets: readonly Ticket[]
  readonly handoffs: readonly Handoff[]
  readonly lines: readonly Line[]
  readonly deliveries: readonly Delivery[]
}

export async function recordsIn(folder: string): Promise<Records> {
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  try {
    return await readAll(documents)
  } finally {
    await documents.close()
  }
}

async function readAll(documents: Documents): Promise<Records> {
  const found: { [K in keyof Records]: Records[K][number][] } = { tickets: [], handoffs: [], lines: [], deliveries: [] }
  for await (const { data } of every(documents, tickets, { index: 'openedAt' }))
    found.tickets.push(recordOf(ticketSchema, data))
  for await (const { data } of every(documents, handoffs, { index: 'openedAt' }))
    found.handoffs.push(recordOf(handoffSchema, data))
  for await (const { data } of every(documents, deliveries, { index: 'line' }))
    found.deliveries.push(recordOf(deliverySchema, data))
  for (const id of new Set(found.deliveries.map(({ line }) => line))) {
    const stored = await documents.get(lines, id)
    if (stored) found.lines.push(recordOf(lineSchema, stored.data))
  }
  // Lines on which nothing has settled yet are found by what waits on them.
  for await (const { data } of every(documents, lines, { index: 'due' }))
    if (!found.lines.some(({ id }) => id === data.id)) found.lines.push(recordOf(lineSchema, data))
  return found
}

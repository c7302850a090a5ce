import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Documents, Reading } from '../store/documents.ts'
import { type EventType, type Webhook, webhookSchema, webhooks } from './event.ts'

/** All of them, the oldest first. */
export async function everyWebhook(reading: Reading): Promise<readonly Webhook[]> {
  const { items } = await reading.find(webhooks, { index: 'type' })
  const each = new Map(items.map(({ id, data }) => [id, recordOf(webhookSchema, data)]))
  return [...each.values()].sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1))
}

/** Makes a place known where events of these types go from now on. */
export const addWebhook = (documents: Documents, webhook: Webhook): Promise<void> =>
  documents.change(async (unit) => unit.put(webhooks, webhook.id, z.encode(webhookSchema, webhook), 0))

/** Forgets it. What is on its way to it settles as failed. Says whether it was there. */
export const removeWebhook = (documents: Documents, id: string): Promise<boolean> =>
  documents.change(async (unit) => {
    const stored = await unit.get(webhooks, id)
    if (stored) unit.remove(webhooks, id, stored.revision)
    return stored !== undefined
  })

/** Each type once, in the order in which they are declared. */
export const typesIn = (all: readonly EventType[], wanted: readonly EventType[]): EventType[] =>
  all.filter((type) => wanted.includes(type))

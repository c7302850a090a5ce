import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Documents } from '../store/documents.ts'
import type { Day, Instant } from '../values/day.ts'
import { type ApiKey, apiKeySchema, apiKeys } from './api-key.ts'

/** Notes on which day a key was used last, so that people see which ones nobody needs. One write a key and day. */
export async function noteKeyUse(documents: Documents, key: ApiKey, now: Instant): Promise<void> {
  const usedOn = now.slice(0, 10) as Day
  if (key.usedOn === usedOn) return
  await documents.change(async (unit) => {
    const stored = await unit.get(apiKeys, key.id)
    const known = stored && recordOf(apiKeySchema, stored.data)
    if (known && known.usedOn !== usedOn)
      unit.put(apiKeys, key.id, z.encode(apiKeySchema, { ...known, usedOn }), stored.revision)
  })
}

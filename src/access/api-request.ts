import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Documents, Json, Reading, Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import { instantSchema } from '../values/schemas.ts'

/** What a system was answered, kept so that the same request again gets the same answer and does nothing. */
const apiRequestSchema = z.object({
  /** `${key}|${idempotency key}` */
  id: z.string(),
  /** SHA-256 of what was asked: method, path and body. */
  hash: z.string(),
  at: instantSchema,
  status: z.int(),
  body: z.custom<Json>(),
})
export type ApiRequest = z.output<typeof apiRequestSchema>

export const apiRequests: Collection<z.input<typeof apiRequestSchema>> = {
  name: 'api_requests',
  indexes: { at: ({ at }) => at },
  partition: ({ id }) => `part-${[...id].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % 16}`,
}

/** Milliseconds that an answer is kept. */
const kept = 24 * 60 * 60_000

/** What was answered to a request, as long as it is kept; the revision is needed to write another in its place. */
export async function requestOf(
  reading: Reading,
  id: string,
  now: Instant,
): Promise<{ readonly request: ApiRequest | undefined; readonly revision: number }> {
  const stored = await reading.get(apiRequests, id)
  const request = stored && recordOf(apiRequestSchema, stored.data)
  return {
    request: request && later(request.at, kept) > now ? request : undefined,
    revision: stored?.revision ?? 0,
  }
}

export const putRequest = (unit: Unit, request: ApiRequest, revision: number): void =>
  unit.put(apiRequests, request.id, z.encode(apiRequestSchema, request), revision)

const together = 500

/** Forgets answers that are older than they are kept. Says how many. */
export async function forgetRequests(documents: Documents, now: Instant): Promise<number> {
  let [count, gone] = [0, together]
  while (gone === together) {
    gone = await documents.change(async (unit) => {
      const { items } = await unit.find(apiRequests, { index: 'at', to: later(now, -kept), limit: together })
      for (const { id, revision } of items) unit.remove(apiRequests, id, revision)
      return items.length
    })
    count += gone
  }
  return count
}

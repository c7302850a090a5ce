import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import { daySchema, instantSchema } from '../values/schemas.ts'
import { partnerRoles } from './person.ts'

/** A key with which one of the partner's own systems asks and acts. The key itself is nowhere: only what tells that it was shown. */
export const apiKeySchema = z.object({
  /** A GUID; the part of the key that says which one it is. */
  id: z.guid(),
  /** For people, and for what the key does: `by` of a hold names it. */
  name: z.string().min(1).max(60),
  roles: z.array(z.enum(partnerRoles)).min(1),
  /** SHA-256 of the secret part, hex. A rotated one works until `until`, so that its system can change over. */
  secrets: z.array(z.object({ hash: z.string(), since: instantSchema, until: instantSchema.optional() })).min(1),
  /** The last day on which it works, by UTC. */
  expires: daySchema.optional(),
  revokedAt: instantSchema.optional(),
  /** The last day on which it was used, by UTC. */
  usedOn: daySchema.optional(),
  /** Who did what with it, the oldest first. */
  trail: z.array(z.object({ at: instantSchema, by: z.string(), what: z.enum(['added', 'rotated', 'revoked']) })),
})
export type ApiKey = z.output<typeof apiKeySchema>

export const apiKeys: Collection<z.input<typeof apiKeySchema>> = {
  name: 'api_keys',
  indexes: { name: ({ name }) => name },
  partition: () => 'all',
}

/** All of them by name, those included that work no longer. */
export async function everyApiKey(reading: Reading): Promise<readonly ApiKey[]> {
  const { items } = await reading.find(apiKeys, { index: 'name' })
  return items.map(({ data }) => recordOf(apiKeySchema, data))
}

export const isExpired = ({ expires }: ApiKey, now: string): boolean =>
  expires !== undefined && expires < now.slice(0, 10)

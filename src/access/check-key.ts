import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { type ApiKey, apiKeySchema, apiKeys, isExpired } from './api-key.ts'
import { hashOfSecret, isSameHash, readKeyText } from './key-text.ts'

export type CheckedKey =
  | { readonly kind: 'good'; readonly key: ApiKey }
  /** Only who has the secret learns more than that it is wrong. */
  | { readonly kind: 'wrong' | 'expired' | 'revoked' }

/** Whose key a text is. It is read each time: what is revoked or rotated holds from the next request on. */
export async function checkKey(reading: Reading, text: string, now: Instant): Promise<CheckedKey> {
  const given = readKeyText(text)
  if (!given) return { kind: 'wrong' }
  const stored = await reading.get(apiKeys, given.id)
  // Hashed in any case: how long it takes does not say which ids there are.
  const hash = hashOfSecret(given.secret)
  if (!stored) return { kind: 'wrong' }
  const key = recordOf(apiKeySchema, stored.data)
  const matching = key.secrets.filter((secret) => isSameHash(secret.hash, hash))[0]
  if (!matching) return { kind: 'wrong' }
  if (key.revokedAt !== undefined) return { kind: 'revoked' }
  if (isExpired(key, now) || (matching.until !== undefined && matching.until <= now)) return { kind: 'expired' }
  return { kind: 'good', key }
}

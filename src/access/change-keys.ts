import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Documents, Unit } from '../store/documents.ts'
import { type Day, type Instant, later } from '../values/day.ts'
import { type ApiKey, apiKeySchema, apiKeys } from './api-key.ts'
import type { Actor } from './change-people.ts'
import { hashOfSecret, keyText } from './key-text.ts'
import { may } from './may.ts'
import type { partnerRoles } from './person.ts'

type KeyTools = { readonly by: Actor; readonly now: Instant }
type Making = KeyTools & {
  /** 256 random bits in base64url. It is given out once, in the outcome, and kept nowhere. */
  readonly secret: string
}

export type AddKey = Making & {
  /** A new GUID. */
  readonly id: string
  readonly name: string
  readonly roles: readonly (typeof partnerRoles)[number][]
  readonly expires?: Day
}

export type RotateKey = Making & {
  readonly name: string
  /** How long the secret before this one goes on to work; 0 ends it at once. */
  readonly hours: number
}

export type KeyOutcome =
  /** `text` is the key: shown now and never again. */
  | { readonly kind: 'added' | 'rotated'; readonly key: ApiKey; readonly text: string }
  | { readonly kind: 'revoked' | 'unchanged'; readonly key: ApiKey }
  | { readonly kind: 'refused'; readonly reason: 'not-allowed' | 'name-taken' | 'unknown' | 'revoked' }

const refused = (reason: Extract<KeyOutcome, { kind: 'refused' }>['reason']): KeyOutcome => ({
  kind: 'refused',
  reason,
})

/** Makes a key. A name is used once: of two keys with one name nobody knew which did something. */
export const addKey = (documents: Documents, order: AddKey): Promise<KeyOutcome> =>
  asAllowed(documents, order, async (unit) => {
    const { id, name, roles, expires, secret, now } = order
    if (await keyNamed(unit, name)) return refused('name-taken')
    const secrets = [{ hash: hashOfSecret(secret), since: now }]
    const key: ApiKey = { id, name, roles: [...new Set(roles)], secrets, expires, trail: [entry(order, 'added')] }
    put(unit, key, 0)
    return { kind: 'added', key, text: keyText(id, secret) }
  })

/** Gives a key a new secret; the one before works a while longer, so that its system can change over without a gap. */
export const rotateKey = (documents: Documents, order: RotateKey): Promise<KeyOutcome> =>
  asAllowed(documents, order, async (unit) => {
    const known = await keyNamed(unit, order.name)
    if (!known) return refused('unknown')
    if (known.key.revokedAt) return refused('revoked')
    const { now, secret, hours } = order
    const until = later(now, hours * 60 * 60_000)
    const [last] = known.key.secrets.slice(-1)
    const before = last && hours > 0 ? [{ ...last, until }] : []
    const secrets = [...before, { hash: hashOfSecret(secret), since: now }]
    const key: ApiKey = { ...known.key, secrets, trail: [...known.key.trail, entry(order, 'rotated')] }
    put(unit, key, known.revision)
    return { kind: 'rotated', key, text: keyText(key.id, secret) }
  })

/** Ends a key at once and for good. Safe to repeat. */
export const revokeKey = (documents: Documents, order: KeyTools & { readonly name: string }): Promise<KeyOutcome> =>
  asAllowed(documents, order, async (unit) => {
    const known = await keyNamed(unit, order.name)
    if (!known) return refused('unknown')
    if (known.key.revokedAt) return { kind: 'unchanged', key: known.key }
    const key: ApiKey = { ...known.key, revokedAt: order.now, trail: [...known.key.trail, entry(order, 'revoked')] }
    put(unit, key, known.revision)
    return { kind: 'revoked', key }
  })

const asAllowed = (
  documents: Documents,
  { by }: KeyTools,
  work: (unit: Unit) => Promise<KeyOutcome>,
): Promise<KeyOutcome> =>
  by.kind === 'operator' || may(by, 'people') ? documents.change(work) : Promise.resolve(refused('not-allowed'))

async function keyNamed(unit: Unit, name: string) {
  const [stored] = (await unit.find(apiKeys, { index: 'name', equals: name, limit: 1 })).items
  return stored && { key: recordOf(apiKeySchema, stored.data), revision: stored.revision }
}

const put = (unit: Unit, key: ApiKey, revision: number): void =>
  unit.put(apiKeys, key.id, z.encode(apiKeySchema, key), revision)

const entry = ({ by, now }: KeyTools, what: ApiKey['trail'][number]['what']): ApiKey['trail'][number] => ({
  at: now,
  by: by.kind === 'operator' ? by.name : `${by.key.tenant}.${by.key.objectId}`,
  what,
})

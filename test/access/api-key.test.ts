import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accessCollections } from '../../src/access/access-collections.ts'
import { apiKeys, everyApiKey } from '../../src/access/api-key.ts'
import { type AddKey, addKey, revokeKey, rotateKey } from '../../src/access/change-keys.ts'
import { checkKey } from '../../src/access/check-key.ts'
import { principalOfKey } from '../../src/access/key-principal.ts'
import { keyText, readKeyText } from '../../src/access/key-text.ts'
import { may } from '../../src/access/may.ts'
import { noteKeyUse } from '../../src/access/note-key-use.ts'
import type { Documents } from '../../src/store/documents.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { day, type Instant, instant } from '../../src/values/day.ts'
import { objectId, tenantId } from '../../src/values/ids.ts'

let documents: Documents
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-keys-'))
  documents = await openEmbedded({ folder, collections: accessCollections })
})
afterEach(async () => {
  await documents.close()
  rmSync(folder, { recursive: true })
})

const now = instant('2026-11-22T10:00:00Z')
const operator = { kind: 'operator', name: 'operator' } as const
const newSecret = () => randomBytes(32).toString('base64url')

async function added(over: Partial<AddKey> = {}): Promise<string> {
  const order = {
    id: randomUUID(),
    name: 'books',
    roles: ['billing-admin'],
    secret: newSecret(),
    by: operator,
    now,
  } as const
  const outcome = await addKey(documents, { ...order, ...over })
  if (outcome.kind !== 'added') throw new Error(outcome.kind)
  return outcome.text
}
const kindOf = async (text: string, at: Instant = now) => (await checkKey(documents, text, at)).kind

test('a key is read back from its text, and from nothing else', () => {
  for (let time = 0; time < 500; time++) {
    const [id, secret] = [randomUUID(), newSecret()]
    expect(readKeyText(keyText(id, secret))).toEqual({ id, secret })
  }
  for (const text of ['', 'saldo__', `saldo_${randomUUID()}_${newSecret()}`, keyText(randomUUID(), 'short')])
    expect(readKeyText(text)).toBeUndefined()
})

test('a key works until it is revoked, and its secret is nowhere on disk', async () => {
  const text = await added()
  expect(await kindOf(text)).toBe('good')
  await documents.close()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const stored = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n')
  expect(stored).toContain('books')
  expect(stored).not.toContain(readKeyText(text)?.secret)
  documents = await openEmbedded({ folder, collections: accessCollections })
  expect(await kindOf(text)).toBe('good')
  expect((await revokeKey(documents, { name: 'books', by: operator, now })).kind).toBe('revoked')
  expect((await revokeKey(documents, { name: 'books', by: operator, now })).kind).toBe('unchanged')
  expect(await kindOf(text)).toBe('revoked')
  expect(await rotateKey(documents, { name: 'books', hours: 1, secret: newSecret(), by: operator, now })).toEqual({
    kind: 'refused',
    reason: 'revoked',
  })
})

test.each([
  ['2026-11-30T00:00:00Z', 'good'],
  ['2026-11-30T23:59:59Z', 'good'],
  ['2026-12-01T00:00:00Z', 'expired'],
] as const)('a key whose last day is the 30th is at %s %s', async (at, kind) => {
  expect(await kindOf(await added({ expires: day('2026-11-30') }), instant(at))).toBe(kind)
})

test('a rotated key has two secrets for a while, then one', async () => {
  const first = await added()
  const outcome = await rotateKey(documents, { name: 'books', hours: 24, secret: newSecret(), by: operator, now })
  const second = 'text' in outcome ? outcome.text : ''
  expect(readKeyText(second)?.id).toBe(readKeyText(first)?.id)
  expect([await kindOf(first), await kindOf(second)]).toEqual(['good', 'good'])
  const before = instant('2026-11-23T09:59:59Z')
  const after = instant('2026-11-23T10:00:00Z')
  expect([await kindOf(first, before), await kindOf(first, after), await kindOf(second, after)]).toEqual([
    'good',
    'expired',
    'good',
  ])
  const third = await rotateKey(documents, { name: 'books', hours: 0, secret: newSecret(), by: operator, now })
  expect([await kindOf(first), await kindOf(second)]).toEqual(['wrong', 'wrong'])
  expect(await kindOf('text' in third ? third.text : '')).toBe('good')
})

test('a name is used once, also by a key that was revoked', async () => {
  await added()
  await revokeKey(documents, { name: 'books', by: operator, now })
  await expect(added()).rejects.toThrow('refused')
})

test('only the operator and user management admins change keys, and it is written down who did', async () => {
  const by = (roles: readonly string[]) =>
    ({ kind: 'partner', key: { tenant: tenantId(randomUUID()), objectId: objectId(randomUUID()) }, roles }) as never
  const admin = by(['billing-admin', 'admin-agent', 'helpdesk-agent', 'sales-agent'])
  await expect(added({ by: admin })).rejects.toThrow('refused')
  await added()
  for (const order of [rotateKey, revokeKey])
    expect(await order(documents, { name: 'books', hours: 0, secret: newSecret(), by: admin, now })).toMatchObject({
      reason: 'not-allowed',
    })
  await revokeKey(documents, { name: 'books', by: by(['user-management-admin']), now })
  const [key] = await everyApiKey(documents)
  expect(key?.trail.map(({ what, by }) => [what, by.split('-').length])).toEqual([
    ['added', 1],
    ['revoked', 9],
  ])
})

test('a key acts as its roles and no more', async () => {
  await added({ roles: ['helpdesk-agent'] })
  const [key] = await everyApiKey(documents)
  const principal = principalOfKey(key!)
  expect([may(principal, 'cases'), may(principal, 'billing-work'), may(principal, 'own-figures')]).toEqual([
    true,
    false,
    false,
  ])
})

test('the day of its last use is kept, one write a day', async () => {
  await added()
  const use = async (at: string) => {
    const [key] = await everyApiKey(documents)
    await noteKeyUse(documents, key!, instant(at))
    const stored = await documents.get(apiKeys, key!.id)
    return [stored?.data.usedOn, stored?.revision]
  }
  expect(await use('2026-11-22T10:00:00Z')).toEqual(['2026-11-22', 2])
  expect(await use('2026-11-22T23:00:00Z')).toEqual(['2026-11-22', 2])
  expect(await use('2026-11-23T00:00:00Z')).toEqual(['2026-11-23', 3])
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeKey } from '../../src/access/change-keys.ts'
import { roleTable } from '../../src/access/may.ts'
import { partnerRoles } from '../../src/access/person.ts'
import { day, instant } from '../../src/values/day.ts'
import { type Document, type Operation, servedDocument } from './support/document.ts'
import { type Api, openApi } from './support/open-api.ts'
import { adega, fillApi } from './support/some-records.ts'

let api: Api
let document: Document
const keys: Record<string, string> = {}
beforeAll(async () => {
  api = await openApi()
  await fillApi(api.documents)
  document = await servedDocument(api)
  for (const role of partnerRoles) keys[role] = await api.key(role, [role])
  keys.short = await api.key('short', ['billing-admin', 'admin-agent'], day('2026-11-22'))
  keys.gone = await api.key('gone', ['billing-admin', 'admin-agent'])
  await revokeKey(api.documents, { name: 'gone', by: { kind: 'operator', name: 'test' }, now: api.clock.now() })
})
afterAll(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

const pathOf = ({ path }: Operation): string =>
  path.replace('{customer}', adega.id).replace('{ticket}', 'T-1001').replace('{hold}', `H-1.${adega.id}`)

/** Asks every operation of the served document with the key, and a body that would do something. */
async function everywhere(key: string | undefined, headers: Record<string, string> = {}) {
  const answers = []
  for (const operation of document.operations) {
    const body = operation.method === 'POST' ? {} : undefined
    const got = await api.ask(operation.method, pathOf(operation), { key, body, headers })
    expect(document.faultOf(operation, got)).toBeUndefined()
    answers.push({ operation, got })
  }
  expect(answers.length).toBeGreaterThanOrEqual(14)
  return answers
}

const other = (key: string, at: number): string => {
  const sign = key.at(at) === 'A' ? 'B' : 'A'
  return key.slice(0, at) + sign + key.slice(at + 1 || key.length)
}

describe('every operation refuses', () => {
  const admin = () => keys['billing-admin'] as string
  const wrong: [string, () => string | undefined, Record<string, string>?][] = [
    ['no key', () => undefined],
    ['another secret', () => other(admin(), -1)],
    ['a secret that differs at its first sign', () => other(admin(), admin().lastIndexOf('_') > 40 ? 39 : 39)],
    ['another id', () => `saldo_${'0'.repeat(32)}${admin().slice(38)}`],
    ['a secret without its id', () => admin().slice(39)],
    [
      'the hash of the secret instead of it',
      () => admin().slice(0, 39) + createHash('sha256').update(admin().slice(39)).digest('hex'),
    ],
    ['a key with something behind it', () => `${admin()}x`],
    ['a revoked key', () => keys.gone],
    ['nothing behind Bearer', () => undefined, { authorization: 'Bearer ' }],
    ['another scheme', () => undefined, { authorization: `Basic ${Buffer.from('saldo:key').toString('base64')}` }],
    ['a key in the address', () => undefined, { 'x-api-key': 'saldo' }],
  ]
  test.each(wrong)('%s', async (_, key, headers) => {
    for (const { got } of await everywhere(key(), headers)) {
      expect(got.status).toBe(401)
      expect(got.headers.get('www-authenticate')).toMatch(/^Bearer realm="saldo"/)
      expect(JSON.stringify(got.body)).not.toContain('saldo_0')
    }
  })

  test('an expired key, from the day after its last one', async () => {
    api.clock.set(instant('2026-11-22T23:59:59Z'))
    for (const { got } of await everywhere(keys.short)) expect(got.status).not.toBe(401)
    api.clock.set(instant('2026-11-23T00:00:00Z'))
    for (const { got } of await everywhere(keys.short)) {
      expect(got.status).toBe(401)
      expect(got.headers.get('www-authenticate')).toContain('invalid_token')
    }
    api.clock.set(instant('2026-11-22T10:00:00Z'))
  })
})

test.each(partnerRoles)('a key of the role %s does what its role may, and is told what it lacks', async (role) => {
  for (const { operation, got } of await everywhere(keys[role])) {
    const ability = operation['x-saldo-ability']
    if (roleTable[role].some((each) => each === ability)) {
      expect([200, 400, 404]).toContain(got.status)
      continue
    }
    expect([operation.operationId, got.status, got.body.ability]).toEqual([operation.operationId, 403, ability])
    expect(got.headers.get('www-authenticate')).toContain('insufficient_scope')
  }
})

test('what a key may not is not done, and not even looked at', async () => {
  const body = 'this is no JSON'
  const got = await api.ask('POST', '/payments', { key: keys['helpdesk-agent'], body })
  expect(got.status).toBe(403)
  const hold = { customer: adega.id, kind: 'held', reason: 'no' }
  expect((await api.ask('POST', '/holds', { key: keys['sales-agent'], body: hold })).status).toBe(403)
  const holds = await api.ask('GET', '/holds', { key: keys['billing-admin'] })
  expect(holds.body.items.filter(({ reason }: { reason: string }) => reason === 'no')).toEqual([])
})

test('no answer and no log line has a key, a secret, a cost or a margin in it', async () => {
  for (const { got } of await everywhere(keys['admin-agent']))
    expect(JSON.stringify(got.body)).not.toMatch(/saldo_[0-9a-f]{32}|secret|margin|cost|supplier/i)
  const lines = JSON.stringify(api.served)
  expect(lines).not.toContain(adega.name)
  expect(lines).not.toContain(adega.id)
  expect(lines).not.toMatch(/saldo_|Clara/)
  expect(api.served.length).toBeGreaterThan(200)
})

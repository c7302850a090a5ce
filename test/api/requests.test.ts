import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxBodyBytes } from '../../src/api/read-body.ts'
import { type Api, openApi } from './support/open-api.ts'
import { adega, fillApi } from './support/some-records.ts'

let api: Api
let key: string
beforeAll(async () => {
  api = await openApi()
  await fillApi(api.documents)
  key = await api.key('books', ['billing-admin'])
})
afterAll(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

const json = { 'content-type': 'application/json' }
const post = (body: string, headers: Record<string, string> = json) => api.ask('POST', '/holds', { key, body, headers })

describe('a body', () => {
  const deep = `${'['.repeat(33)}${']'.repeat(33)}`
  const refused: [string, string, Record<string, string>, number][] = [
    ['that is no JSON', '{', json, 400],
    ['that is empty', ' ', json, 400],
    ['that nests too deep', deep, json, 400],
    ['that is no object', '[]', json, 400],
    ['of another type', '{}', { 'content-type': 'text/plain' }, 415],
    ['that is XML where none is taken', '<x/>', { 'content-type': 'application/xml' }, 415],
    ['that is compressed', '{}', { ...json, 'content-encoding': 'gzip' }, 415],
    ['that is too large', JSON.stringify('x'.repeat(maxBodyBytes)), json, 413],
  ]
  test.each(refused)('%s is refused', async (_, body, headers, status) => {
    const got = await post(body, headers)
    expect([got.status, got.body.status]).toEqual([status, status])
    expect(got.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })

  test('with brackets in its texts nests as its values do', async () => {
    const got = await post(JSON.stringify({ customer: adega.id, kind: 'held', reason: '[{'.repeat(100) }))
    expect(got.status).toBe(201)
  })

  test('with a name twice, or __proto__, sets nothing that was not checked', async () => {
    const got = await post(`{"customer":"${adega.id}","kind":"held","reason":"x","__proto__":{"until":"2020-01-01"}}`)
    expect(got.status).toBe(400)
  })

  test('in another encoding than UTF-8 is refused', async () => {
    const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
    const response = await fetch(`${api.url}/holds`, {
      method: 'POST',
      body,
      headers: { ...json, authorization: `Bearer ${key}` },
    })
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      400,
      'The body is no valid UTF-8.',
    ])
  })

  test('that never ends is cut off, and its rest is no request', async () => {
    const { port } = new URL(api.url)
    const socket = connect(Number(port), 'localhost')
    const head = `POST /api/v1/holds HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`
    socket.write(head)
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const said = await new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (data) => {
        text += data
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => undefined)
      for (let sent = 0; sent < maxBodyBytes * 2; sent += 65_536) socket.write(chunk)
    })
    expect(said.match(/HTTP\/1\.1 413/g)).toHaveLength(1)
    expect(said).toMatch(/connection: close/i)
  })
})

describe('what is wrong is said with its place', () => {
  const cases: [string, object, string][] = [
    ['a name that is missing', { customer: adega.id, kind: 'held' }, 'body/reason'],
    ['a value that is none of the list', { customer: adega.id, kind: 'forever', reason: 'x' }, 'body/kind'],
    ['a day that does not exist', { customer: adega.id, kind: 'held', reason: 'x', until: '2026-02-29' }, 'body/until'],
    ['a day that is over', { customer: adega.id, kind: 'held', reason: 'x', until: '2026-11-21' }, 'body/until'],
    ['a bill of somebody else', { customer: adega.id, kind: 'held', reason: 'x', bill: 'FT 2026/999' }, 'body/bill'],
    [
      'an unknown customer',
      { customer: `${adega.partner}.99999999-9999-9999-9999-999999999999`, kind: 'held', reason: 'x' },
      'body/customer',
    ],
  ]
  test.each(cases)('%s', async (_, body, at) => {
    const got = await post(JSON.stringify(body))
    expect([400, 404, 422]).toContain(got.status)
    expect(got.body.errors.map((error: { at: string }) => error.at)).toContain(at)
  })
})

test('what no endpoint serves is a problem too', async () => {
  const nothing = await api.ask('GET', '/elsewhere', { key })
  expect([nothing.status, nothing.body.type]).toEqual([404, 'urn:saldo:problem:not-found'])
  const put = await api.ask('PUT', '/holds', { key })
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST'])
  for (const path of ['/tickets/%E0%A4%A', '/tickets/T-1001%00', '/tickets/..%2F..', '/customers//balance'])
    expect([path, [400, 404].includes((await api.ask('GET', path, { key })).status)]).toEqual([path, true])
  const twice = await api.ask('GET', '/tickets?state=new&state=open', { key })
  expect([twice.status, twice.body.detail]).toEqual([400, 'The query says "state" twice.'])
})

test('a ticket of nobody, and a hold of nobody, are not found', async () => {
  expect((await api.ask('GET', '/tickets/T-9999', { key })).status).toBe(404)
  expect((await api.ask('DELETE', `/holds/H-9.${adega.id}`, { key })).status).toBe(404)
})

test('answers are kept by no cache and shown by no page', async () => {
  const { headers } = await api.ask('GET', '/customers', { key })
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

describe('a key', () => {
  test('may ask so often, then has to wait, and does not slow the others down', async () => {
    const limited = await openApi({ limit: { perSecond: 2, burst: 5 } })
    const [one, two] = [await limited.key('one', ['helpdesk-agent']), await limited.key('two', ['helpdesk-agent'])]
    const statuses = async (text: string, count: number) => {
      const all = await Promise.all(Array.from({ length: count }, () => limited.ask('GET', '/tickets', { key: text })))
      return all.map(({ status }) => status).sort()
    }
    expect(await statuses(one, 7)).toEqual([200, 200, 200, 200, 200, 429, 429])
    const late = await limited.ask('GET', '/tickets', { key: one })
    expect([late.headers.get('retry-after'), late.body.type]).toEqual(['1', 'urn:saldo:problem:too-many-requests'])
    expect(await statuses(two, 5)).toEqual([200, 200, 200, 200, 200])
    limited.time.now += 499
    expect(await statuses(one, 1)).toEqual([429])
    limited.time.now += 1
    expect(await statuses(one, 2)).toEqual([200, 429])
    limited.time.now += 3_600_000
    expect(await statuses(one, 6)).toEqual([200, 200, 200, 200, 200, 429])
    await limited.close()
  })
})

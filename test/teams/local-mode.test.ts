import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BotSettingsRefused, botSettings } from '../../src/teams/bot-settings.ts'
import { listenHost } from '../../src/teams/server.ts'
import { activityFrom, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

const id = '11111111-1111-4111-8111-111111111111'
const registered = {
  MicrosoftAppId: id,
  MicrosoftAppTenantId: id,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'secret',
}

describe('local mode', () => {
  test('is refused with an app id, and in production', () => {
    expect(() => botSettings({ MicrosoftAppId: id }, { local: true })).toThrow(/start without --local/)
    expect(() => botSettings({ NODE_ENV: 'production' }, { local: true })).toThrow(/NODE_ENV/)
    expect(botSettings({ NODE_ENV: 'test', MicrosoftAppId: ' ' }, { local: true })).toEqual({ kind: 'local' })
  })

  test('listens on this machine only', () => {
    expect(listenHost({ kind: 'local' })).toBe('127.0.0.1')
    expect(listenHost(botSettings(registered, { local: false }))).toBe('0.0.0.0')
  })
})

describe('a bot that is connected to Teams', () => {
  test('starts with a secret, a certificate or a managed identity', () => {
    const { MicrosoftAppPassword: _, ...others } = registered
    expect(botSettings(registered, { local: false })).toMatchObject({ kind: 'connected', appId: id, tenant: id })
    expect(
      botSettings({ ...others, CertificateThumbprint: 'a', CertificatePrivateKey: 'b' }, { local: false }).kind,
    ).toBe('connected')
    expect(botSettings({ ...others, MicrosoftAppType: 'UserAssignedMsi' }, { local: false }).kind).toBe('connected')
  })

  test.each([
    ['no app id: everybody could post', { MicrosoftAppId: undefined }, /MicrosoftAppId/],
    ['an app id that is no GUID', { MicrosoftAppId: 'saldo' }, /MicrosoftAppId/],
    ['no tenant', { MicrosoftAppTenantId: '' }, /MicrosoftAppTenantId/],
    ['no type: botbuilder would take MultiTenant', { MicrosoftAppType: undefined }, /MicrosoftAppType/],
    ['a misspelt type', { MicrosoftAppType: 'SingelTenant' }, /MicrosoftAppType/],
    ['no credentials', { MicrosoftAppPassword: undefined }, /Credentials/],
    ['half a certificate', { CertificateThumbprint: 'a' }, /belong together/],
    ['a secret for a managed identity', { MicrosoftAppType: 'UserAssignedMsi' }, /no secret/],
    ['an unknown cloud', { ChannelService: 'https://example.com' }, /ChannelService/],
  ])('does not start with %s', (_, change, says) => {
    const start = () => botSettings({ ...registered, ...change }, { local: false })
    expect(start).toThrow(BotSettingsRefused)
    expect(start).toThrow(says)
  })

  test('is told everything that is wrong at once', () => {
    expect(() => botSettings({}, { local: false })).toThrow(
      /MicrosoftAppId.*MicrosoftAppTenantId.*MicrosoftAppType.*Credentials/s,
    )
  })
})

describe('the door in local mode', () => {
  let sample: Awaited<ReturnType<typeof sampleFolder>>
  let door: Door
  beforeAll(async () => {
    sample = await sampleFolder()
    door = await openDoor(sample)
  })
  afterAll(async () => {
    await door.close()
    await sample.remove()
  })

  /** fetch sets Host and Origin itself; this sends what it is told. */
  const get = (path: string, headers: Record<string, string | undefined>) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sending = request(`${door.url}${path}`, { headers: JSON.parse(JSON.stringify(headers)) }, (response) => {
        let body = ''
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      sending.on('error', reject).end()
    })

  test.each([
    ['a foreign host', { host: 'saldo.example.com' }],
    ['a name that ends like ours', { host: 'localhost.example.com' }],
    ['an address of another machine', { host: '192.168.1.5:3978' }],
    ['a page of another origin', { origin: 'https://example.com' }],
    ['a page without an origin', { origin: 'null' }],
    ['a forwarded request', { 'x-forwarded-for': '203.0.113.9' }],
    ['a tunnel', { 'x-forwarded-host': 'abc.devtunnels.ms' }],
    ['a proxy', { forwarded: 'for=203.0.113.9' }],
    ['another proxy', { via: '1.1 proxy' }],
  ])('refuses %s on every path', async (_, headers) => {
    for (const path of ['/', '/healthz', '/metrics', '/page/people', '/page/clock', '/nowhere'])
      expect(await get(path, headers)).toMatchObject({ status: 403, body: expect.stringContaining('Local mode') })
  })

  test.each([
    { host: 'localhost' },
    { host: 'localhost:3978' },
    { host: '127.0.0.1' },
    { host: '[::1]:3978' },
    { origin: 'http://localhost:3978' },
  ])('answers %j', async (headers) => {
    expect((await get('/healthz', headers)).status).toBe(200)
  })

  test.each([
    'https://smba.trafficmanager.net/emea/',
    'http://127.0.0.1.example.com/',
    'http://10.0.0.1/',
    'http://localhost@example.com/',
    'http://0.0.0.0/',
  ])('sends nothing to %s', async (serviceUrl) => {
    const answer = await post(door, activityFrom(door, somebody(door, 'billing-contact'), { serviceUrl }))
    expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringContaining('serviceUrl') } })
  })
})

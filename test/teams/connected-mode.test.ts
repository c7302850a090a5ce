import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BotSettings } from '../../src/teams/bot-settings.ts'
import { activityFrom, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

const appId = randomUUID()
const tenant = randomUUID()

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
let keys: Awaited<ReturnType<typeof generateKeyPair>>
let issuer: Server

/** The Bot Framework's key server, on loopback. */
async function openIssuer(): Promise<string> {
  keys = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig', alg: 'RS256', endorsements: ['msteams'] }
  issuer = createServer((request, response) => {
    const body =
      request.url === '/keys' ? { keys: [key] } : { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`
  return url
}

const token = (claims: Record<string, unknown>, { key = keys.privateKey, expires = '10m' } = {}) =>
  new SignJWT({ serviceurl: door.connector.serviceUrl, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuedAt()
    .setIssuer(String(claims.iss ?? 'https://api.botframework.com'))
    .setAudience(String(claims.aud ?? appId))
    .setExpirationTime(expires)
    .sign(key)

beforeAll(async () => {
  sample = await sampleFolder()
  const url = await openIssuer()
  const bot: BotSettings = {
    kind: 'connected',
    appId,
    tenant,
    configuration: {
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: tenant,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: 'secret',
      ValidateAuthority: 'true',
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenant}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
      CallerId: 'urn:botframework:azure',
    },
  }
  door = await openDoor({ ...sample, bot })
})
afterAll(async () => {
  await door.close()
  issuer.close()
  await sample.remove()
})

const send = (authorization?: string) =>
  post(
    door,
    activityFrom(door, somebody(door, 'billing-contact', 'Aurora'), {
      deliveryMode: 'expectReplies',
      text: 'How much do we owe?',
    }),
    authorization ? { authorization } : {},
  )

test('a message that the channel signed is answered', async () => {
  const answer = await send(`Bearer ${await token({})}`)
  expect(answer.status).toBe(200)
  expect(JSON.stringify(answer.body)).toContain('136.71')
})

test.each([
  ['no token', async () => undefined],
  ['no bearer token', async () => 'Basic c2FsZG8='],
  ['something that is no token', async () => 'Bearer nonsense'],
  ['a token for another bot', async () => `Bearer ${await token({ aud: randomUUID() })}`],
  ['a token of another issuer', async () => `Bearer ${await token({ iss: 'https://example.com' })}`],
  [
    'a token that names another serviceUrl',
    async () => `Bearer ${await token({ serviceurl: 'https://example.com/' })}`,
  ],
  ['an expired token', async () => `Bearer ${await token({}, { expires: '-1h' })}`],
  [
    'a token signed by somebody else',
    async () => `Bearer ${await token({}, { key: (await generateKeyPair('RS256')).privateKey })}`,
  ],
  [
    // Whoever has the bot's secret can get this one; its serviceUrl is nobody's word.
    "a token that the bot's own secret obtains",
    async () =>
      `Bearer ${await token({ iss: `https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/`, appid: appId, ver: '1.0' })}`,
  ],
])('with %s nobody is answered', async (_, authorization) => {
  const answer = await send(await authorization())
  expect(answer).toMatchObject({ status: 401, body: { detail: expect.stringContaining('token') } })
  expect(JSON.stringify(answer.body)).not.toMatch(/136|jwt|stack/)
})

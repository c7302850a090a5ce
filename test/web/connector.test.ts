import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { somebody } from '../teams/support/activities.ts'
import { type Door, openDoor, sampleFolder } from '../teams/support/open-door.ts'
import { eventsOf } from './support/events.ts'

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

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${door.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const events = (conversation: string, count: number, headers?: Record<string, string>) =>
  eventsOf(door.url, conversation, count, headers)

const connector = '/page/connector/v3/conversations'

describe("the page's connector", () => {
  test('passes on what the bot sends, replaces and takes back, of its own accord too', async () => {
    const sent = await call('POST', `${connector}/one/activities`, { type: 'message', text: 'reminder' })
    await call('POST', `${connector}/one/activities/earlier`, { type: 'message', text: 'reply' })
    await call('PUT', `${connector}/one/activities/${sent.body.id}`, { type: 'message', text: 'paid' })
    await call('DELETE', `${connector}/one/activities/${sent.body.id}`)
    expect(sent).toEqual({ status: 201, body: { id: expect.any(String) } })
    expect(await events('one', 4)).toEqual([
      { kind: 'sent', id: sent.body.id, activity: { type: 'message', text: 'reminder' } },
      { kind: 'sent', id: expect.any(String), activity: { type: 'message', text: 'reply' } },
      { kind: 'updated', id: sent.body.id, activity: { type: 'message', text: 'paid' } },
      { kind: 'deleted', id: sent.body.id },
    ])
  })

  test('opens a new conversation with its first message', async () => {
    const { status, body } = await call('POST', connector, {
      isGroup: false,
      activity: { type: 'message', text: 'first' },
    })
    expect(status).toBe(201)
    expect(await events(String(body.id), 1)).toEqual([
      { kind: 'sent', id: body.activityId, activity: { type: 'message', text: 'first' } },
    ])
  })

  test('tells a page that was away what it missed, and nothing of other conversations', async () => {
    for (const text of ['a', 'b', 'c']) await call('POST', `${connector}/two/activities`, { type: 'message', text })
    const missed = await events('two', 2, { 'last-event-id': '1' })
    expect(missed.map(({ activity }) => (activity as { text: string }).text)).toEqual(['b', 'c'])
  })

  test('that the bot is typing is no news later', async () => {
    await call('POST', `${connector}/typed/activities`, { type: 'typing' })
    await call('POST', `${connector}/typed/activities`, { type: 'message', text: 'typed' })
    expect(await events('typed', 1)).toMatchObject([{ activity: { text: 'typed' } }])
  })

  test.each(['nothing', 7, [], { text: 'no type' }])('turns away %j', async (body) => {
    expect((await call('POST', `${connector}/one/activities`, body)).status).toBe(400)
  })
})

describe('the page', () => {
  test('passes a message on as Teams would and gets the answer by event', async () => {
    const { tenant, objectId, name } = somebody(door, 'billing-contact', 'Aurora')
    const message = {
      conversation: 'three',
      person: { tenant, objectId, name },
      locale: 'en',
      what: { kind: 'message', text: 'How much do we owe?' },
    }
    expect(await call('POST', '/page/messages', message)).toEqual({ status: 200, body: {} })
    expect(await events('three', 1)).toEqual([
      expect.objectContaining({ activity: expect.objectContaining({ text: expect.stringContaining('€136.71') }) }),
    ])
  })

  test.each([
    {},
    {
      conversation: 'x',
      person: { tenant: 'x', objectId: 'y', name: 'z' },
      locale: 'en',
      what: { kind: 'message', text: 'hi' },
    },
    { conversation: 'x', what: { kind: 'unheard-of' } },
  ])('does not pass on %j', async (body) => {
    expect(await call('POST', '/page/messages', body)).toMatchObject({
      status: 400,
      body: { problem: expect.any(String) },
    })
  })

  test('moves the clock of the service', async () => {
    expect((await call('PUT', '/page/clock', { now: '2027-01-05T10:00:00Z' })).body).toEqual({
      now: '2027-01-05T10:00:00.000Z',
    })
    expect((await call('GET', '/page/clock')).body).toEqual({ now: '2027-01-05T10:00:00.000Z' })
    expect((await call('PUT', '/page/clock', { now: 'tomorrow' })).status).toBe(400)
    await call('PUT', '/page/clock', { now: '2026-11-22T10:00:00Z' })
  })

  test('serves its own files, allows no other, and says what has not changed', async () => {
    for (const path of ['/', '/page/page.js', '/page/page.css', '/page/adaptivecards.min.js']) {
      const response = await fetch(`${door.url}${path}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
      const again = await fetch(`${door.url}${path}`, {
        headers: { 'if-none-match': response.headers.get('etag') ?? '' },
      })
      expect(again.status).toBe(304)
    }
    for (const path of ['/page/../page-routes.ts', '/page/%2e%2e/outbox.ts', '/page/nothing.js'])
      expect((await fetch(`${door.url}${path}`)).status).toBe(404)
  })
})

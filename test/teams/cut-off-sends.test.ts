import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectorClient, leanClient } from '../../src/teams/lean-client.ts'
import { activityFrom, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
beforeEach(async () => {
  // Leaves a kept connection behind, as in a service that runs.
  await post(door, question())
  door.connector.sent.length = 0
  door.connector.failures.length = 0
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const question = (more = {}) =>
  activityFrom(door, somebody(door, 'billing-contact', 'Aurora'), { text: 'How much do we owe?', ...more })
const sentTexts = () =>
  door.connector.sent.flatMap(({ activity }) => (activity.type === 'typing' ? [] : (activity.text ?? '')))
const theAnswer = expect.stringContaining('€136.71')

/** botbuilder's client of local mode, as far as a send needs it. */
const unsigned = {
  conversations: {},
  credentials: { signRequest: () => Promise.resolve() },
} as unknown as ConnectorClient

describe('a reply that the channel took before the connection broke', () => {
  test('is not sent again by itself, also on a connection that was kept', async () => {
    door.connector.failures.push({ cut: 'unanswered' })
    expect((await post(door, question())).status).toBe(502)
    expect(sentTexts()).toEqual([theAnswer])
  })

  test('is sent, when the answer had begun to say so: no apology follows, and no repeat', async () => {
    const activity = question()
    door.connector.failures.push({ cut: 'answering' })
    expect((await post(door, activity)).status).toBe(200)
    expect((await post(door, activity)).status).toBe(200)
    expect(sentTexts()).toEqual([theAnswer])
  })
})

describe('a reply that surely did not arrive', () => {
  test('is sent again when the channel had closed a kept connection', async () => {
    door.connector.closeIdle()
    expect((await post(door, question())).status).toBe(200)
    expect(sentTexts()).toEqual([theAnswer])
  })

  test('is known as such when a kept connection was closed in the very moment', async () => {
    const client = leanClient(unsigned, door.connector.serviceUrl)
    // This process has not heard of it when it picks the connection.
    door.connector.closeIdle()
    const sending = client.conversations.sendToConversation('chat', { type: 'message', text: 'one' })
    await expect(sending).rejects.toMatchObject({ name: 'SendFailed', status: 'none', retriable: true })
    expect(sentTexts()).toEqual([])
  })

  test('is known as such when the bot gets no token for it', async () => {
    const credentials = { signRequest: () => Promise.reject(new Error('no token')) }
    const client = leanClient({ ...unsigned, credentials } as unknown as ConnectorClient, door.connector.serviceUrl)
    const sending = client.conversations.sendToConversation('chat', { type: 'message', text: 'one' })
    await expect(sending).rejects.toMatchObject({ name: 'SendFailed', status: 'none', retriable: true })
  })

  test('is sent again when nobody listened for a moment', async () => {
    const port = Number(new URL(door.connector.serviceUrl).port)
    const taken: unknown[] = []
    const late = createServer((request, response) => {
      request.on('data', (chunk) => taken.push(JSON.parse(String(chunk)).text))
      request.on('end', () => response.end('{}'))
    })
    const free = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => free.once('listening', resolve))
    const { port: other } = free.address() as AddressInfo
    await new Promise((resolve) => free.close(resolve))
    expect(other).not.toBe(port)
    const answered = post(door, question({ serviceUrl: `http://127.0.0.1:${other}/` }))
    setTimeout(() => late.listen(other, '127.0.0.1'), 150)
    expect((await answered).status).toBe(200)
    late.closeAllConnections()
    late.close()
    expect(taken).toEqual([theAnswer])
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Destination, deliveries, lineOf, queuePosts } from '../../src/delivery/line.ts'
import { activityFrom, post, somebody } from '../teams/support/activities.ts'
import { type Door, openDoor, sampleFolder } from '../teams/support/open-door.ts'
import { words } from './support/office.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
beforeEach(() => {
  door.connector.sent.length = 0
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const chat = (conversation: string): Destination => ({
  kind: 'talk',
  channel: 'msteams',
  serviceUrl: door.connector.serviceUrl,
  conversation,
  tenant: 'tenant',
})
const queue = (line: string, ...ids: string[]) =>
  door.documents.change((unit) =>
    queuePosts(
      unit,
      { id: line, to: chat(line), now: door.clock.now() },
      ids.map((id) => words(id)),
    ),
  )
const texts = () => door.connector.sent.map(({ activity }) => activity.text)

test('what is queued is sent by the running service, in order, with the clock standing still', async () => {
  await queue('chat', 'one', 'two')
  await expect.poll(texts).toEqual(['Ana: one', 'Ana: two'])
  await expect.poll(async () => (await door.documents.get(deliveries, 'two'))?.data.state).toBe('sent')
  expect(await (await fetch(`${door.url}/metrics`)).text()).toContain('saldo_posts_total{state="sent"} 2')
})

test('a turn wakes the courier', async () => {
  await post(door, activityFrom(door, somebody(door, 'billing-contact', 'Aurora'), { deliveryMode: 'expectReplies' }))
  await queue('woken', 'three')
  await post(door, activityFrom(door, somebody(door, 'billing-contact', 'Aurora'), { deliveryMode: 'expectReplies' }))
  await expect.poll(texts).toContain('Ana: three')
})

test('a service that stops ends what it is sending and leaves the rest for the next start', async () => {
  door.connector.delay = 300
  await queue('last', 'four', 'five')
  await expect.poll(async () => (await lineOf(door.documents, 'last'))?.posts[0]?.state).toBe('sending')
  await door.close()
  expect(texts()).toEqual(['Ana: four'])
  door = await openDoor(sample)
  // The channel is not where it was: it is tried, and kept for later.
  await expect.poll(async () => (await lineOf(door.documents, 'last'))?.posts[0]?.attempts).toBeGreaterThan(0)
  expect((await door.documents.get(deliveries, 'four'))?.data.state).toBe('sent')
})

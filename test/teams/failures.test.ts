import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Documents } from '../../src/store/documents.ts'
import { activityFrom, ask, execute, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

/** A disk that is slow, or does not answer at all. */
const disk = { delay: 0, broken: false }
const throughDisk = (documents: Documents): Documents => ({
  get: (...args) => documents.get(...args),
  find: (...args) => documents.find(...args),
  claim: (...args) => documents.claim(...args),
  close: () => documents.close(),
  ping: () => (disk.broken ? Promise.reject(new Error('no disk')) : documents.ping()),
  async change(work) {
    if (disk.delay) await new Promise((resolve) => setTimeout(resolve, disk.delay))
    if (disk.broken) throw new Error('no disk: while answering "How much do we owe?"')
    return documents.change(work)
  },
})

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor({ ...sample, through: throughDisk })
})
beforeEach(() => {
  disk.delay = 0
  disk.broken = false
  door.connector.sent.length = 0
  door.log.length = 0
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const contact = () => somebody(door, 'billing-contact', 'Aurora')
const sent = () => door.connector.sent.map(({ activity }) => activity)
/** A machine under load shows typing before a reply. */
const replies = () => sent().filter(({ type }) => type !== 'typing')

describe('a failure on our side', () => {
  test.each([
    ['en-US', 'Sorry'],
    ['pt-PT', 'Pedimos desculpa'],
    ['pt-BR', 'Desculpe'],
    ['es-MX', 'Disculpe'],
  ])('gives the person a reference, in %s', async (locale, words) => {
    disk.broken = true
    expect((await post(door, activityFrom(door, contact(), { locale }))).status).toBe(200)
    expect(replies()).toEqual([expect.objectContaining({ text: expect.stringContaining(words) })])
    const reference = /E-[0-9A-F]{8}/.exec(replies()[0]?.text ?? '')?.[0]
    expect(door.log).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ reference }) }),
    )
  })

  test('leaves no words, names or plain ids in the log', async () => {
    disk.broken = true
    await post(door, activityFrom(door, contact(), { text: 'How much do we owe?' }))
    const log = JSON.stringify(door.log)
    expect(log).toContain('turn failed')
    for (const secret of ['How much', 'no disk', contact().name, contact().objectId, contact().tenant])
      expect(log).not.toContain(secret)
  })

  test('shows neither its text nor where it happened to anybody', async () => {
    disk.broken = true
    await post(door, activityFrom(door, contact()))
    const click = await post(door, activityFrom(door, contact(), execute('ask', { intent: 'balance', slots: {} })))
    expect(click.body).toMatchObject({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { message: expect.stringMatching(/E-[0-9A-F]{8}/) },
    })
    expect(JSON.stringify([sent(), click])).not.toMatch(/no disk|\.ts|at .*:\d+/)
  })

  test('is over when the disk is back, and the unfinished delivery is answered then', async () => {
    disk.broken = true
    const activity = activityFrom(door, contact(), { text: 'How much do we owe?' })
    await post(door, activity)
    disk.broken = false
    await post(door, activity)
    expect(replies()[1]?.text).toContain('€136.71')
  })

  test('is told to who operates it: not ready, but alive', async () => {
    disk.broken = true
    expect((await fetch(`${door.url}/readyz`)).status).toBe(503)
    expect(await (await fetch(`${door.url}/readyz`)).text()).toBe('{"status":"unavailable"}')
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200)
    disk.broken = false
    expect((await fetch(`${door.url}/readyz`)).status).toBe(200)
  })
})

describe('typing', () => {
  const types = () => sent().map(({ type }) => type)

  test('is not shown when the answer is there at once', async () => {
    await post(door, activityFrom(door, contact()))
    expect(types()).toEqual(['message'])
  })

  test('is shown after half a second, and never after the answer', async () => {
    disk.delay = 700
    await post(door, activityFrom(door, contact()))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(types()).toEqual(['typing', 'message'])
  })

  test('is shown to everybody who waits, not to the first only', async () => {
    disk.delay = 700
    const three = door.people.filter(({ roles }) => roles.includes('billing-contact')).slice(0, 3)
    await Promise.all(three.map((person) => post(door, activityFrom(door, person))))
    expect(types().filter((type) => type === 'typing')).toHaveLength(3)
  })

  test('is not collected with the replies of a response', async () => {
    disk.delay = 700
    expect(await ask(door, contact(), 'hello')).toHaveLength(1)
    expect(sent()).toEqual([])
  })
})

test('the metrics count turns by what became of them and sends by status', async () => {
  await post(door, '{}')
  const text = await (await fetch(`${door.url}/metrics`)).text()
  for (const line of [
    /saldo_turns_total\{outcome="answered"\} \d/,
    /saldo_turns_total\{outcome="failed"\} \d/,
    /saldo_turns_total\{outcome="refused"\} \d/,
    /saldo_sends_total\{status="ok"\} \d/,
    /saldo_turn_seconds_bucket/,
  ])
    expect(text).toMatch(line)
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Documents, Unit } from '../../src/store/documents.ts'
import { activityFrom, execute, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

/** A disk that takes turns, and no notes of what was delivered while `forgets` is on. */
const disk = { forgets: false }
const throughDisk = (documents: Documents): Documents => ({
  get: (...args) => documents.get(...args),
  find: (...args) => documents.find(...args),
  claim: (...args) => documents.claim(...args),
  close: () => documents.close(),
  ping: () => documents.ping(),
  change: (work) =>
    documents.change((unit) => {
      const put: Unit['put'] = (collection, ...rest) => {
        if (disk.forgets && collection.name === 'delivered_turns') throw new Error('no disk')
        unit.put(collection, ...rest)
      }
      return work({ ...unit, get: (...args) => unit.get(...args), find: (...args) => unit.find(...args), put })
    }),
})

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
const open = async (more: { now?: string } = {}) => {
  door = await openDoor({ ...sample, through: throughDisk, ...more })
}
beforeAll(async () => {
  sample = await sampleFolder()
})
beforeEach(() => open())
afterEach(async () => {
  disk.forgets = false
  await door.close()
})
afterAll(() => sample.remove())

const question = (more = {}) =>
  activityFrom(door, somebody(door, 'billing-contact', 'Aurora'), { text: 'How much do we owe?', ...more })
const sentTexts = () =>
  door.connector.sent.flatMap(({ activity }) => (activity.type === 'typing' ? [] : (activity.text ?? '')))
const theAnswer = expect.stringContaining('€136.71')
/** What the person has read when the process ends and another one takes its place; Teams repeats a delivery after 15 s. */
const restarted = async () => {
  const read = sentTexts()
  await door.close()
  await open({ now: '2026-11-22T10:00:15Z' })
  return read
}
const again = (activity: Record<string, unknown>) => post(door, { ...activity, serviceUrl: door.connector.serviceUrl })

describe('one activity that is delivered several times', () => {
  test('at the same moment is answered once', async () => {
    const activity = question()
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await post(door, activity)).status))
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    expect(sentTexts()).toEqual([theAnswer])
  })

  test('while its answer is on the way is answered once', async () => {
    door.connector.delay = 300
    const activity = question()
    const first = post(door, activity)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect([(await post(door, activity)).status, (await first).status]).toEqual([200, 200])
    expect(sentTexts()).toEqual([theAnswer])
  })

  test('as a click at the same moment posts once and answers each with the same sentence', async () => {
    const click = question({ ...execute('ask', { intent: 'balance', slots: {} }) })
    const answers = await Promise.all([post(door, click), post(door, click), post(door, click)])
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(sentTexts()).toEqual([theAnswer])
  })
})

describe('an answer that was sent and could not be noted as sent', () => {
  test('is not sent again by the process that sent it', async () => {
    disk.forgets = true
    const activity = question()
    expect([(await post(door, activity)).status, (await post(door, activity)).status]).toEqual([200, 200])
    expect(sentTexts()).toEqual([theAnswer])
    expect(door.log.map(({ message }) => message)).toContain('delivery not noted')
  })

  test('is noted with the next one, and so is known after a restart', async () => {
    disk.forgets = true
    const activity = question()
    await post(door, activity)
    disk.forgets = false
    await post(door, question())
    await restarted()
    await again(activity)
    expect(sentTexts()).toEqual([])
  })
})

describe('a process that ends', () => {
  test('after the sending and before the note: a repeat is answered again, rather twice than never', async () => {
    disk.forgets = true
    const activity = question()
    await post(door, activity)
    expect(await restarted()).toEqual([theAnswer])
    await again(activity)
    expect(sentTexts()).toEqual([theAnswer])
  })

  test('after the turn was recorded and before the sending: a repeat is answered with what was recorded', async () => {
    door.connector.failures.push({ status: 500 })
    const activity = question()
    expect((await post(door, activity)).status).toBe(502)
    expect(await restarted()).toEqual([])
    expect((await again(activity)).status).toBe(200)
    expect(sentTexts()).toEqual([theAnswer])
  })
})

describe('one activity that comes to two processes of the service', () => {
  let other: Door
  beforeEach(async () => {
    other = await openDoor({ ...sample, shared: door.documents })
    // A person who has written before: the two turns meet at the conversation's state.
    await post(door, question())
    door.connector.sent.length = 0
  })
  afterEach(() => other.close())

  test('at the same moment is answered once', async () => {
    door.connector.delay = 100
    const activity = question()
    const both = await Promise.all([post(door, activity), post(other, activity)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(sentTexts()).toEqual([theAnswer])
  })

  test('is answered by the second when the first recorded it and could not send it', async () => {
    door.connector.failures.push({ status: 500 })
    const activity = question()
    expect((await post(door, activity)).status).toBe(502)
    expect((await post(other, activity)).status).toBe(200)
    expect(sentTexts()).toEqual([theAnswer])
  })
})

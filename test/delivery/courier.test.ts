import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freeLines } from '../../src/delivery/free-lines.ts'
import { later } from '../../src/values/day.ts'
import { type Office, openOffice, talk, thread, words } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  expect(office.faults).toEqual([])
  await office.close()
})

const other = { ...talk, conversation: 'a:2' }
const throttled = (after?: number) => ({ kind: 'refused', reason: '429', retry: { after } }) as const

describe('a line', () => {
  test('is sent in the order it was queued, and nothing waits then', async () => {
    await office.queue('one', talk, words('a'), words('b'))
    await office.queue('one', talk, words('c'))
    expect(await office.courier().carry()).toBe(3)
    expect(office.outside.said()).toEqual(['send a', 'send b', 'send c'])
    expect(await office.line('one')).toEqual({ id: 'one', to: talk, posts: [], names: {} })
    expect(await office.delivery('b')).toEqual({ state: 'sent', activity: 'sent-2', attempts: 1 })
    expect(await office.courier().carry()).toBe(0)
  })

  test('goes on with what is queued while it is worked on', async () => {
    await office.queue('one', talk, words('a'))
    office.outside.answers.push(async () => {
      await office.queue('one', talk, words('b'))
      return { kind: 'sent', activity: 'x' }
    })
    expect(await office.courier().carry()).toBe(2)
    expect(office.outside.said()).toEqual(['send a', 'send b'])
  })

  test('takes a post once, however often it is queued', async () => {
    await office.queue('one', talk, words('a'), words('a'))
    await office.courier().carry()
    await office.queue('one', talk, words('a'))
    expect(await office.courier().carry()).toBe(0)
    expect(office.outside.said()).toEqual(['send a'])
  })

  test('goes the way that was told last', async () => {
    await office.queue('one', talk, words('a'))
    await office.queue('one', { ...talk, serviceUrl: 'https://smba.example/amer/' }, words('b'))
    await office.courier().carry()
    expect(new Set(office.outside.calls.map(({ to }) => to.serviceUrl))).toEqual(
      new Set(['https://smba.example/amer/']),
    )
  })

  test('does not wait for another that gets no answer', async () => {
    await office.queue('one', talk, words('slow'))
    const courier = office.courier()
    office.outside.answers.push('no answer')
    await courier.begin()
    await office.queue('two', other, words('quick'))
    expect(await courier.carry()).toBe(1)
    expect(office.told).toEqual(['quick: sent'])
  })
})

describe('a refusal', () => {
  test.each([['403 ConversationBlockedByUser'], ['404'], ['413']])(
    'for good (%s) ends the post, and the line goes on',
    async (reason) => {
      await office.queue('one', talk, words('a'), words('b'))
      office.outside.answers.push({ kind: 'refused', reason })
      expect(await office.courier().carry()).toBe(2)
      expect(office.told).toEqual([`a: failed ${reason}`, 'b: sent'])
    },
  )

  test('for now holds the line back, not others', async () => {
    await office.queue('one', talk, words('a'), words('b'))
    await office.queue('two', other, words('c'))
    office.outside.answers.push(throttled(20_000))
    const courier = office.courier()
    expect(await courier.carry()).toBe(1)
    expect(office.outside.said()).toEqual(['send c'])
    office.pass(19_999)
    expect(await courier.carry()).toBe(0)
    office.pass(2_001) // the pause, and up to a tenth of it
    expect(await courier.carry()).toBe(2)
    expect(office.outside.said()).toEqual(['send c', 'send a', 'send b'])
    expect(await office.delivery('a')).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('for now that another line runs into is heeded by all lines of the same channel', async () => {
    await office.queue('one', { ...thread, conversation: 't1' }, words('a'))
    office.outside.answers.push(throttled(20_000))
    const courier = office.courier()
    await courier.carry()
    await office.queue('two', { ...thread, conversation: 't2' }, words('b'))
    expect(await courier.carry()).toBe(0)
    expect(office.outside.calls).toEqual([])
    office.pass(22_000)
    expect(await courier.carry()).toBe(2)
  })

  test('for now is given up after eight attempts, within half an hour', async () => {
    await office.queue('one', talk, words('a'), words('b'))
    office.outside.answers.push(...Array.from({ length: 8 }, () => throttled()))
    const courier = office.courier()
    const began = office.time.now
    while ((await courier.carry()) === 0) office.pass(500)
    expect(office.time.now - began).toBeLessThan(30 * 60_000)
    expect(office.told).toEqual(['a: failed 429', 'b: sent'])
    expect(await office.delivery('a')).toMatchObject({ attempts: 8 })
  })

  test('because of a fault of ours is reported, and tried again', async () => {
    await office.queue('one', talk, words('a'))
    office.outside.answers.push({ kind: 'refused', reason: 'not-ready', retry: {}, cause: new Error('no card') })
    const courier = office.courier()
    await courier.carry()
    expect(office.faults.splice(0)).toEqual([new Error('no card')])
    office.pass(2_000)
    expect(await courier.carry()).toBe(1)
  })
})

test('a send that nobody knows the end of is not repeated, and the line goes on', async () => {
  await office.queue('one', talk, words('a'), words('b'))
  office.outside.answers.push({ kind: 'unknown', reason: 'no-answer' })
  await office.courier().carry()
  expect(office.outside.said()).toEqual(['send a', 'send b'])
  expect(office.told).toEqual(['a: unknown no-answer', 'b: sent'])
})

test('what need not be said any more is withheld', async () => {
  await office.queue('one', talk, words('a'))
  office.outside.answers.push({ kind: 'withheld', reason: 'nothing-to-say' })
  await office.courier().carry()
  expect(office.told).toEqual(['a: withheld nothing-to-say'])
})

describe('a fault on our side', () => {
  test('in one line stops no other, is told, and the line is tried after its lease', async () => {
    await office.queue('one', talk, words('a'))
    await office.queue('two', other, words('b'))
    let broken = true
    const courier = office.courier({
      async settled(_, line) {
        if (broken && line.id === 'one') throw new Error('broken')
      },
    })
    expect(await courier.carry()).toBe(1)
    expect(office.faults.splice(0)).toEqual([new Error('broken')])
    broken = false
    office.pass(59_999)
    expect(await courier.carry()).toBe(0)
    office.pass(1)
    expect(await courier.carry()).toBe(1)
    // It was sent, and that was not written down.
    expect(office.told).toEqual(['b: sent', 'a: unknown interrupted'])
  })

  test('that settled throws leaves nothing half done', async () => {
    await office.queue('one', talk, words('a'))
    await office.courier({ settled: () => Promise.reject(new Error('broken')) }).carry()
    office.faults.length = 0
    expect(await office.delivery('a')).toBeUndefined()
    expect((await office.line('one'))?.posts).toMatchObject([{ id: 'a', state: 'sending' }])
  })
})

test('a courier that is stopped ends the post it sends, and leaves the rest to the next', async () => {
  await office.queue('one', talk, words('a'), words('b'))
  const courier = office.courier()
  let stopped: Promise<void> | undefined
  office.outside.answers.push(async () => {
    stopped = courier.stop()
    return { kind: 'sent', activity: 'x' }
  })
  expect(await courier.carry()).toBe(1)
  await stopped
  expect(await courier.carry()).toBe(0)
  expect(office.outside.said()).toEqual(['send a'])
  expect(await office.courier().carry()).toBe(1)
})

test('the only process of a store does not wait for leases that were left behind, nor heed what waits its time', async () => {
  await office.queue('one', talk, words('a'))
  await office.queue('two', other, words('b'))
  office.outside.answers.push('dead', throttled(20_000))
  const first = office.courier()
  await first.begin()
  await expect.poll(async () => (await office.line('two'))?.holder).toBeUndefined()
  await freeLines(office.documents, later(office.clock.now(), 1))
  office.pass(1)
  expect(await office.courier().carry()).toBe(1)
  expect(office.told).toEqual(['a: unknown interrupted'])
})

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeWebhook } from '../../src/delivery/change-webhooks.ts'
import { eventPause } from '../../src/delivery/event-pause.ts'
import { freeEvents } from '../../src/delivery/note-event.ts'
import { instant } from '../../src/values/day.ts'
import { openPost, type Post } from './support/events.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
  await post.webhook('one')
})
afterEach(async () => {
  expect(post.faults).toEqual([])
  await post.close()
})

const refused = (reason = '500', after?: number) => ({ kind: 'refused', reason, after }) as const

describe('an event', () => {
  test('is told to every webhook that wants its type, once', async () => {
    await post.webhook('two', 'saldo.promise.made', 'saldo.ticket.changed')
    await post.webhook('three', 'saldo.promise.made')
    expect(await post.queue('a')).toBe(2)
    await post.queue('a')
    const courier = post.courier()
    await courier.carry()
    expect(post.told.sort()).toEqual(['one a', 'two a'])
    post.pass(100_000)
    await post.queue('a')
    await courier.carry()
    expect(post.told).toHaveLength(2)
    expect(await post.state('a')).toBe('sent 1')
  })

  test('that was not taken is told again, later and later, and never once it was taken', async () => {
    await post.queue('a')
    post.answers.set('one', [refused('500'), refused('timeout'), refused('429', 90_000), refused()])
    const courier = post.courier()
    const waits: (number | undefined)[] = []
    for (let round = 0; round < 4; round++) {
      await courier.carry()
      waits.push(await post.wait('a'))
      post.pass((waits.at(-1) ?? 0) - 0.001)
      await courier.carry()
      expect(post.told).toHaveLength(round + 1)
      post.pass(0.001)
    }
    expect(waits).toEqual([5, 15, 90, 135])
    await courier.carry()
    expect(await post.state('a')).toBe('sent 5')
    for (let round = 0; round < 5; round++) {
      post.pass(86_400)
      await courier.carry()
    }
    expect(post.told).toHaveLength(5)
  })

  test('is given up after three days, with the last reason', async () => {
    await post.queue('a')
    post.answers.set(
      'one',
      Array.from({ length: 99 }, () => refused('503')),
    )
    const courier = post.courier()
    for (let hours = 0; hours < 100; hours++) {
      await courier.carry()
      post.pass(3600)
    }
    const [state, attempts, reason] = (await post.state('a'))?.split(' ') ?? []
    expect([state, reason, await post.wait('a')]).toEqual(['failed', '503', undefined])
    expect(Number(attempts)).toBe(post.told.length)
    expect(post.told.length).toBeGreaterThan(10)
    expect(post.told.length).toBeLessThanOrEqual(20)
  })

  test('goes to nobody where nobody will ever be, or its webhook was removed', async () => {
    await post.webhook('two')
    await post.queue('a')
    post.answers.set('one', [{ kind: 'gone', reason: '410' }])
    await removeWebhook(post.documents, 'two')
    await post.courier().carry()
    expect([await post.state('a', 'one'), await post.state('a', 'two')]).toEqual([
      'failed 1 410',
      'failed 1 no-webhook',
    ])
    expect(post.told).toEqual(['one a'])
  })

  test('is not told where somebody objects, and waits where it is too early', async () => {
    const settled: string[] = []
    const objections: Record<string, object> = {
      paid: { kind: 'never', reason: 'paid' },
      night: { kind: 'later', until: instant('2026-11-22T11:00:00Z') },
    }
    const courier = post.courier({
      mayTell: async (_, { event }) => objections[event] as never,
      settled: async (_, { event, state, reason }) => void settled.push(`${event} ${state} ${reason}`),
    })
    await post.queue('paid')
    await post.queue('night')
    await courier.carry()
    expect(post.told).toEqual([])
    expect([await post.state('paid'), await post.state('night'), await post.wait('night')]).toEqual([
      'failed 1 paid',
      'queued 0',
      3600,
    ])
    delete objections.night
    post.pass(3600)
    await courier.carry()
    expect(post.told).toEqual(['one night'])
    expect(settled).toEqual(['paid failed paid', 'night sent undefined'])
  })
})

describe('a webhook that does not answer', () => {
  test('is left alone until it is tried again, and holds up no other', async () => {
    await post.webhook('two')
    for (let at = 0; at < 20; at++) await post.queue(`e-${at}`)
    post.answers.set(
      'one',
      Array.from({ length: 99 }, () => refused()),
    )
    await post.courier().carry()
    expect(post.told.filter((each) => each.startsWith('two'))).toHaveLength(20)
    expect(post.told.filter((each) => each.startsWith('one')).length).toBeLessThanOrEqual(4)
  })

  test('gets everything once it is there again', async () => {
    for (let at = 0; at < 20; at++) await post.queue(`e-${at}`)
    post.answers.set(
      'one',
      Array.from({ length: 6 }, () => refused()),
    )
    const courier = post.courier()
    for (let round = 0; round < 40; round++) {
      await courier.carry()
      post.pass(60)
    }
    for (let at = 0; at < 20; at++) expect(await post.state(`e-${at}`)).toMatch(/^sent/)
    expect(new Set(post.told).size).toBe(20)
    expect(post.told.length).toBe(26)
  })
})

describe('a process that ends', () => {
  test('before it has an answer leaves the event to the next, when the lease is over', async () => {
    await post.queue('a')
    post.answers.set('one', ['no answer'])
    await post.courier().begin()
    await until(() => post.told.length === 1)
    const next = post.courier()
    await next.carry()
    post.pass(59)
    await next.carry()
    expect(post.told).toHaveLength(1)
    post.pass(2)
    await next.carry()
    expect(post.told).toEqual(['one a', 'one a'])
    expect(await post.state('a')).toBe('sent 1')
  })

  test('is the only one that has the store: the next one need not wait', async () => {
    await post.queue('a')
    post.answers.set('one', ['no answer'])
    await post.courier().begin()
    await until(() => post.told.length === 1)
    await freeEvents(post.documents, post.clock.now())
    await post.courier().carry()
    expect(await post.state('a')).toBe('sent 1')
  })

  test('was only slow: what it was told counts, and is not told again', async () => {
    await post.queue('a')
    let answer: (received: { kind: 'taken' }) => void = () => undefined
    post.answers.set('one', [() => new Promise((resolve) => (answer = resolve)), 'no answer'])
    const works = await post.courier().begin()
    await until(() => post.told.length === 1)
    post.pass(61)
    await post.courier().begin()
    await until(() => post.told.length === 2)
    answer({ kind: 'taken' })
    await Promise.all(works)
    expect(await post.state('a')).toBe('sent 1')
    post.pass(61)
    await post.courier().carry()
    expect(post.told).toHaveLength(2)
  })

  test('takes nothing more when it is told to stop', async () => {
    const courier = post.courier()
    await post.queue('a')
    await courier.stop()
    await courier.carry()
    expect(post.told).toEqual([])
  })
})

test('any number of couriers tell each event once', async () => {
  for (let at = 0; at < 60; at++) await post.queue(`e-${at}`)
  const couriers = Array.from({ length: 4 }, () => post.courier())
  for (let round = 0; round < 6; round++) await Promise.all(couriers.map((courier) => courier.carry()))
  expect(post.told).toHaveLength(60)
  expect(new Set(post.told).size).toBe(60)
})

test('a clock that stands still or goes back keeps nobody waiting for ever', async () => {
  await post.queue('a')
  post.answers.set('one', [refused()])
  const time = { now: 0 }
  const courier = post.courier({ milliseconds: () => time.now })
  await courier.carry()
  post.clock.set(instant('2026-11-21T10:00:00Z'))
  time.now += 5_001
  await courier.carry()
  expect(await post.state('a')).toBe('sent 2')
})

test('pauses grow, differ, heed what the other side asks for, and end within three days', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(400_000_000),
      fc.nat(100_000_000),
      (attempts, random, tried, after) => {
        const pause = eventPause({ attempts, tried, after, random: () => random })
        const isOver = attempts >= 20 || tried >= 259_200_000
        expect(pause === undefined).toBe(isOver)
        if (isOver) return
        expect(pause).toBeGreaterThanOrEqual(Math.min(after, 21_600_000))
        expect(pause).toBeGreaterThanOrEqual(2_500)
        expect(pause).toBeLessThanOrEqual(1.5 * 21_600_000)
      },
    ),
  )
})

async function until(done: () => boolean): Promise<void> {
  for (let at = 0; at < 500 && !done(); at++) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(done()).toBe(true)
}

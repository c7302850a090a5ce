import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putLine, queuePosts } from '../../src/delivery/line.ts'
import { type Office, openOffice, talk, thread, words } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  expect(office.faults).toEqual([])
  await office.close()
})

describe('a named message', () => {
  const change = (id: string) => words(id, { how: 'update', name: 'card' })
  const removal = (id: string) => words(id, { how: 'remove', name: 'card', content: undefined })

  test('is changed and removed where it was sent', async () => {
    await office.queue('one', talk, words('a', { name: 'card' }), words('b'), change('c'))
    await office.courier().carry()
    expect((await office.line('one'))?.names).toEqual({ card: 'sent-1' })
    await office.queue('one', talk, removal('d'), change('e'))
    await office.courier().carry()
    expect(office.outside.said()).toEqual(['send a', 'send b', 'update sent-1 c', 'remove sent-1'])
    expect(office.told).toContain('e: failed nothing-to-change')
    expect((await office.line('one'))?.names).toEqual({})
  })

  test.each([
    ['failed', { kind: 'refused', reason: '403' }],
    ['unknown', { kind: 'unknown', reason: 'no-answer' }],
  ] as const)('that %s has nothing to change', async (_, answer) => {
    await office.queue('one', talk, words('a', { name: 'card' }), change('b'))
    office.outside.answers.push(answer)
    await office.courier().carry()
    expect(office.outside.said().filter((said) => said.startsWith('update'))).toEqual([])
    expect(office.told[1]).toBe('b: failed nothing-to-change')
  })

  test('is changed once where several changes wait', async () => {
    await office.queue('one', talk, words('a', { name: 'card' }), change('b'), change('c'), change('d'), words('e'))
    await office.courier().carry()
    expect(office.outside.said()).toEqual(['send a', 'update sent-1 d', 'send e'])
    expect(office.told.slice(1, 3)).toEqual(['b: withheld superseded', 'c: withheld superseded'])
  })

  test('is not changed before it is removed', async () => {
    await office.queue('one', talk, words('a', { name: 'card' }), change('b'), removal('c'))
    await office.courier().carry()
    expect(office.outside.said()).toEqual(['send a', 'remove sent-1'])
  })

  test('is forgotten when two hundred newer ones have a name', async () => {
    const known = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`n${at}`, 'x']))
    const line = { id: 'one', to: talk, posts: [], names: known }
    await office.documents.change(async (unit) => putLine(unit, line, 0))
    await office.queue('one', talk, words('a', { name: 'n200' }))
    await office.courier().carry()
    const names = Object.keys((await office.line('one'))?.names ?? {})
    expect([names.length, names[0], names.at(-1)]).toEqual([200, 'n1', 'n200'])
  })
})

const throttled = { kind: 'refused', reason: '429', retry: {} } as const

describe('a thread', () => {
  test('is begun once, by the first message, and the rest follows in it', async () => {
    await office.queue('case', thread, words('a', { name: 'card' }), words('b'))
    await office.courier().carry()
    await office.queue('case', thread, words('c'))
    await office.courier().carry()
    expect(office.outside.calls.map(({ to }) => to.conversation)).toEqual([undefined, 'thread-1', 'thread-1'])
    expect(await office.line('case')).toMatchObject({
      to: { conversation: 'thread-1' },
      names: { card: 'sent-1' },
    })
  })

  test.each([
    ['failed 403', { kind: 'refused', reason: '403' }],
    ['unknown no-answer', { kind: 'unknown', reason: 'no-answer' }],
  ] as const)(
    'that could not be begun (%s) fails what follows, and somebody is told who can begin it again',
    async (said, answer) => {
      await office.queue('case', thread, words('a'), words('b'), words('c'))
      office.outside.answers.push(answer)
      const courier = office.courier({
        async settled(unit, line, post) {
          if (post.id !== 'c') return
          await queuePosts(unit, { id: line.id, to: line.to, now: office.clock.now() }, [words('again')])
          await queuePosts(unit, { id: 'two', to: talk, now: office.clock.now() }, [words('sorry')])
        },
      })
      await courier.carry()
      await courier.carry()
      expect(office.told.slice(0, 3)).toEqual([`a: ${said}`, 'b: failed no-thread', 'c: failed no-thread'])
      expect(new Set(office.told.slice(3))).toEqual(new Set(['again: sent', 'sorry: sent']))
      expect((await office.line('case'))?.to.conversation).toBeDefined()
    },
  )

  test('that is refused for now is begun later, and nothing overtakes', async () => {
    await office.queue('case', thread, words('a'), words('b'))
    office.outside.answers.push(throttled)
    const courier = office.courier()
    await courier.carry()
    office.pass(2_000)
    await courier.carry()
    expect(office.outside.said()).toEqual(['send a', 'send b'])
  })
})

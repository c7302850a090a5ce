import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sent } from '../../src/delivery/channel.ts'
import type { Documents } from '../../src/store/documents.ts'
import { type Office, openOffice, talk, thread, words } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  expect(office.faults).toEqual([])
  await office.close()
})

const lease = 60_000

/** Runs a process that ends at its n-th unit of work: that one and what would follow never happen. Resolves when it stands still. */
async function run(units: number): Promise<void> {
  let left = units
  let going = 0
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    going++
    return work().finally(() => going--)
  }
  const { documents } = office
  const until: Documents = {
    get: (...args) => counted(() => documents.get(...args)),
    find: (...args) => counted(() => documents.find(...args)),
    claim: (...args) => counted(() => documents.claim(...args)),
    close: () => documents.close(),
    ping: () => documents.ping(),
    change: (work) => (left-- > 0 ? counted(() => documents.change(work)) : new Promise(() => undefined)),
  }
  void office.courier({ documents: until }).begin()
  for (let still = 0; still < 3; still = going === 0 ? still + 1 : 0) await new Promise(setImmediate)
}

describe('a process that ends', () => {
  test.each([
    ['after it took the line', 0, [], ['send a', 'send b'], ['a: sent', 'b: sent']],
    ['before what it wrote down as being sent left it', 9, ['dead'], ['send b'], ['a: unknown interrupted', 'b: sent']],
    ['after it was sent', 9, ['no answer'], ['send a', 'send b'], ['a: unknown interrupted', 'b: sent']],
    ['before what became of it was noted', 1, [], ['send a', 'send b'], ['a: unknown interrupted', 'b: sent']],
    ['between two posts', 2, [], ['send a', 'send b'], ['b: sent']],
  ] as const)(
    '%s: nothing is sent twice, and everything settles after its lease',
    async (_, units, answers, said, told) => {
      await office.queue('one', talk, words('a'), words('b'))
      office.outside.answers.push(...answers)
      await run(units)
      office.told.length = 0
      office.pass(lease - 1)
      expect(await office.courier().carry()).toBe(0)
      office.pass(1)
      expect(await office.courier().carry()).toBe(told.length)
      expect(office.outside.said()).toEqual(said)
      expect(office.told).toEqual(told)
      expect((await office.line('one'))?.posts).toEqual([])
    },
  )

  test('while it begins a thread leaves nothing to follow into nowhere', async () => {
    await office.queue('case', thread, words('a'), words('b'))
    office.outside.answers.push('no answer')
    await run(9)
    office.pass(lease)
    expect(await office.courier().carry()).toBe(2)
    expect(office.told).toEqual(['a: unknown interrupted', 'b: failed no-thread'])
  })
})

describe('a process that was only slow', () => {
  /** Sends the first post of a line, and gets its answer after another process took the line over and did the rest. */
  async function lateAnswer(answer: Sent, to = talk): Promise<string[]> {
    const settled: string[] = []
    const note = {
      settled: async (_unit: unknown, _line: unknown, { id, state }: { id: string; state: string }) => {
        settled.push(`${id}: ${state}`)
      },
    }
    await office.queue('one', to, words('a', { name: 'card' }), words('b'))
    let tell: (sent: Sent) => void = () => undefined
    office.outside.answers.push(() => new Promise((resolve) => (tell = resolve)))
    const [working] = await office.courier(note).begin()
    await expect.poll(() => office.outside.calls.length).toBe(1)
    office.pass(lease)
    await office.courier(note).carry()
    tell(answer)
    await working
    return settled
  }

  test('knows that it was sent, and says so', async () => {
    const settled = await lateAnswer({ kind: 'sent', activity: 'x' })
    expect(settled).toEqual(['a: unknown', 'b: sent', 'a: sent'])
    expect(office.outside.said()).toEqual(['send a', 'send b'])
    expect(await office.delivery('a')).toEqual({ state: 'sent', attempts: 1, activity: 'x' })
    expect((await office.line('one'))?.names).toEqual({ card: 'x' })
  })

  test.each([
    ['that it was refused', { kind: 'refused', reason: '429', retry: {} }, 'failed'],
    ['nothing either', { kind: 'unknown', reason: 'no-answer' }, 'unknown'],
  ] as const)('knows %s', async (_, answer, state) => {
    await lateAnswer(answer)
    expect((await office.delivery('a'))?.state).toBe(state)
    expect(await office.line('one')).toMatchObject({ posts: [] })
  })

  test('says what it knows also while the other is sending the next one', async () => {
    await office.queue('one', talk, words('a'), words('b'))
    const tell: ((sent: Sent) => void)[] = []
    const held = () => new Promise<Sent>((resolve) => tell.push(resolve))
    office.outside.answers.push(held, held)
    const [slow] = await office.courier().begin()
    await expect.poll(() => tell.length).toBe(1)
    office.pass(lease)
    const [other] = await office.courier().begin()
    await expect.poll(() => tell.length).toBe(2)
    tell[0]?.({ kind: 'sent', activity: 'x' })
    await slow
    tell[1]?.({ kind: 'refused', reason: '403' })
    await other
    expect(office.told).toEqual(['a: unknown interrupted', 'a: sent', 'b: failed 403'])
  })

  test('touches nothing of a line that was taken over before it began', async () => {
    await office.queue('one', talk, words('a'))
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    const { documents } = office
    const dozing: Documents = {
      ...{ get: documents.get.bind(documents), find: documents.find.bind(documents) },
      ...{ claim: documents.claim.bind(documents), close: documents.close.bind(documents) },
      ping: () => documents.ping(),
      change: (work) => asleep.then(() => documents.change(work)),
    }
    const [slow] = await office.courier({ documents: dozing }).begin()
    office.pass(lease)
    let tell: (sent: Sent) => void = () => undefined
    office.outside.answers.push(() => new Promise((resolve) => (tell = resolve)))
    const [other] = await office.courier().begin()
    await expect.poll(() => office.outside.calls.length).toBe(1)
    wake()
    expect(await slow).toBe(0)
    tell({ kind: 'sent', activity: 'x' })
    await other
    expect(office.told).toEqual(['a: sent'])
  })
})

test('whatever order of messages, refusals, dying processes and time: nothing twice, nothing out of order, nothing lost', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('queue' as const), line: fc.nat(2), posts: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constant('carry' as const),
      units: fc.integer({ min: 0, max: 12 }),
      answers: fc.array(fc.constantFrom('dead', 'no answer', 'for now', 'for good', 'cut', 'ok'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('pass' as const), milliseconds: fc.constantFrom(1, 2_000, 59_999, 61_000) }),
  )
  const meanings = {
    'for now': { kind: 'refused', reason: '503', retry: {} },
    'for good': { kind: 'refused', reason: '403' },
    cut: { kind: 'unknown', reason: 'no-answer' },
    ok: { kind: 'sent', activity: 'x' },
  } as const
  const runs = process.env.SALDO_LONG ? 500 : 25
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      await office.close()
      office = await openOffice()
      const queued: string[][] = [[], [], []]
      for (const each of steps) {
        if (each.kind === 'pass') office.pass(each.milliseconds)
        else if (each.kind === 'queue') {
          const ids = Array.from({ length: each.posts }, (_, at) => `${each.line}-${queued[each.line]!.length + at}`)
          queued[each.line]!.push(...ids)
          await office.queue(
            `line ${each.line}`,
            { ...talk, conversation: `a:${each.line}` },
            ...ids.map((id) => words(id)),
          )
        } else {
          office.outside.answers.push(
            ...each.answers.map((answer) => (answer === 'dead' || answer === 'no answer' ? answer : meanings[answer])),
          )
          await run(each.units)
        }
      }
      office.outside.answers.length = 0
      for (let waits = 0; waits < 3; waits++) {
        office.pass(10 * lease)
        await office.courier().carry()
      }
      for (const [line, ids] of queued.entries()) {
        const sent = office.outside.calls.filter(({ said }) => said?.startsWith(`${line}-`)).map(({ said }) => said)
        expect(sent).toEqual(ids.filter((id) => sent.includes(id)))
        for (const id of ids) {
          const state = (await office.delivery(id))?.state ?? 'lost'
          expect([id, state]).toEqual([
            id,
            sent.includes(id) ? expect.stringMatching(/sent|unknown/) : expect.stringMatching(/failed|unknown/),
          ])
        }
      }
    }),
    { numRuns: runs },
  )
})

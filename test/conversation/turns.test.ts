import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conversations } from '../../src/conversation/state.ts'
import { sweepTurns } from '../../src/conversation/sweep-turns.ts'
import { deliveredTurns, keptTurns, turnRecords } from '../../src/conversation/turn-record.ts'
import { declaredCollections } from '../../src/declared-collections.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { instant } from '../../src/values/day.ts'
import { deskForTests, doorOf, now } from './support/open-desk.ts'

const desk = deskForTests()
const records = async (state: string) =>
  (await desk.documents.find(turnRecords, { index: 'place', from: `test|${state}|`, to: `test|${state}|\uffff` })).items

describe('a repeated delivery', () => {
  const at = { conversation: 'repeats', activity: 'first' }

  test('gets its recorded replies again, and is no second turn', async () => {
    const first = await desk.say('clara', 'how much do we owe?', at)
    const again = await desk.say('clara', 'how much do we owe?', at)
    expect(again.replies).toEqual(first.replies)
    expect(again.delivered).toBe(false)
    expect(await records('repeats')).toHaveLength(1)
  })

  test('is known as delivered once that is noted', async () => {
    const turn = await desk.say('clara', 'how much do we owe?', at)
    const door = doorOf(desk.documents, desk.understander, desk.clock)
    await desk.note(turn)
    expect((await door.say('clara', 'how much do we owe?', at)).delivered).toBe(true)
  })

  test('at the same moment is answered once', async () => {
    const both = { conversation: 'at-once', activity: 'same' }
    const turns = await Promise.all([1, 2, 3].map(() => desk.say('clara', 'how much do we owe?', both)))
    expect(new Set(turns.map(({ replies }) => replies[0]?.words.text)).size).toBe(1)
    expect(await records('at-once')).toHaveLength(1)
  })

  test('of somebody else with the same ids gets nothing of the first one’s', async () => {
    const shared = { conversation: 'shared', activity: 'forged' }
    const clara = await desk.say('clara', 'show invoice FT 2026/118', shared)
    const sofia = await desk.say('sofia', 'show invoice FT 2026/118', shared)
    expect(clara.replies[0]?.words.text).toContain('534.80')
    expect(sofia.replies[0]?.words.text).not.toContain('534.80')
  })

  test('is known after a restart too', async () => {
    const first = await desk.say('clara', 'how much do we owe?', at)
    const folder = mkdtempSync(join(tmpdir(), 'saldo-copy-'))
    cpSync(desk.folder, folder, { recursive: true, filter: (path) => !path.endsWith('.sock') })
    const documents = await openEmbedded({ folder, collections: declaredCollections })
    try {
      const door = doorOf(documents, desk.understander, desk.clock)
      const again = await door.say('clara', 'how much do we owe?', at)
      expect(again).toEqual({ ...first, delivered: true })
    } finally {
      await documents.close()
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what is kept of a turn', () => {
  test('is what was understood, the answer and its sources; not the words', async () => {
    await desk.say('clara', 'zounds, how much do we owe?', { conversation: 'kept' })
    const [record] = await records('kept')
    expect(record?.data).toMatchObject({ question: { intent: 'balance' }, replies: [{ language: 'en' }] })
    expect(JSON.stringify(record?.data)).not.toContain('zounds')
    const state = await desk.documents.get(conversations, record!.data.state)
    expect(JSON.stringify(state)).not.toContain('zounds')
  })

  test('goes after a day', async () => {
    await desk.say('clara', 'how much do we owe?', { conversation: 'old' })
    desk.clock.set(instant('2026-11-23T09:59:59Z'))
    await sweepTurns(desk.documents, desk.clock.now())
    expect(await records('old')).toHaveLength(1)
    desk.clock.set(instant('2026-11-23T10:00:00Z'))
    while ((await sweepTurns(desk.documents, desk.clock.now())) > 0);
    expect(await records('old')).toHaveLength(0)
    expect((await desk.documents.find(deliveredTurns, { index: 'expires' })).items).toEqual([])
    desk.clock.set(now)
  })

  test('in a busy conversation the oldest turns make room', async () => {
    for (let turn = 0; turn < 3 * keptTurns + 5; turn++)
      await desk.note(await desk.say('clara', 'thanks', { conversation: 'busy' }))
    const { length } = await records('busy')
    expect(length).toBeGreaterThanOrEqual(keptTurns)
    expect(length).toBeLessThan(2 * keptTurns)
  })
})

describe('turns of one conversation', () => {
  test('run one after another, so that each knows what came before', async () => {
    const at = { conversation: 'in-order' }
    const [, second] = await Promise.all([
      desk.say('clara', 'when is the invoice of August due?', at),
      desk.say('clara', 'and September?', at),
    ])
    expect(second?.replies[0]?.answer).toMatchObject({ kind: 'payment.due' })
    expect(second?.replies[0]?.words.text).toContain('FT 2026/110')
  })

  test('are turned away when somebody floods it, and are welcome again afterwards', async () => {
    const at = { conversation: 'flood' }
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => desk.say('clara', 'thanks', at)))
    expect(all.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    expect((await desk.ask('clara', 'thanks', at)).answer.kind).toBe('thanks')
  })

  test('of two people in one chat do not answer each other’s questions', async () => {
    const at = { conversation: 'group' }
    expect((await desk.ask('clara', 'how much was October?', at)).answer.kind).toBe('choice.invoice')
    expect((await desk.ask('sofia', '1', at)).answer.kind).not.toBe('invoice.show')
    expect((await desk.ask('clara', '1', at)).answer.kind).toBe('invoice.show')
  })
})

describe('what was talked about is forgotten', () => {
  const start = async (conversation: string) => {
    desk.clock.set(now)
    await desk.ask('clara', 'when is the invoice of August due?', { conversation })
  }

  test.each([
    ['not before half an hour', '2026-11-22T10:30:00Z', 'payment.due'],
    ['after half an hour', '2026-11-22T10:30:01Z', undefined],
  ])('%s', async (name, later, kind) => {
    await start(name)
    desk.clock.set(instant(later))
    const { answer } = await desk.ask('clara', 'and September?', { conversation: name })
    if (kind) expect(answer.kind).toBe(kind)
    else expect(answer.kind).not.toBe('payment.due')
    desk.clock.set(now)
  })

  test('when another day has begun', async () => {
    desk.clock.set(instant('2026-11-22T23:55:00Z'))
    await desk.ask('clara', 'when is the invoice of August due?', { conversation: 'midnight' })
    desk.clock.set(instant('2026-11-23T00:05:00Z'))
    expect((await desk.ask('clara', 'and September?', { conversation: 'midnight' })).answer.kind).not.toBe(
      'payment.due',
    )
    desk.clock.set(now)
  })
})

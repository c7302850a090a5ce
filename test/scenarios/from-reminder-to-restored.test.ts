import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveSuspension, suspensionOf } from '../../src/collections/suspension.ts'
import { adega } from '../conversation/support/small-desk.ts'
import { pay, withPolicy } from './support/collecting.ts'
import { openStage, type Stage } from './support/stage.ts'

// FT 2026/118, 534.80 and its tax, is due on Tuesday 8 December, a holiday in Portugal. All else of Adega is paid.

let stage: Stage
let read = 0
/** The suspension of Adega, and its thread. */
let id = ''
const thread = (): string =>
  stage.threads().find((each) => stage.thread(each).some(({ text }) => text === `[suspension-card ${id}]`)) ?? ''

/** What came into Clara's chat since the last look. */
const news = (): string[] => {
  const chat = stage.chat('clara')
  const fresh = chat.slice(read).map(({ text }) => text)
  read = chat.length
  return fresh
}

beforeAll(async () => {
  stage = await openStage({ now: '2026-12-03T10:00:00Z' })
  await pay(stage.documents, 'p-90', stage.clock.now(), { 'a-2': '170.60', 'a-4': '61.50' })
  await withPolicy(stage.documents)
  await stage.say('clara', 'hello')
  news()
})
afterAll(() => stage.close())

test('three days before is a Saturday: the courtesy comes on Monday, once', async () => {
  await stage.until('2026-12-06T10:00:00Z')
  expect(news()).toEqual([])
  await stage.until('2026-12-07T10:00:00Z')
  const [reminder, ...others] = news()
  expect(reminder).toContain('FT 2026/118')
  expect(reminder).toContain('534,80')
  expect(others).toEqual([])
  await stage.pass(60)
  expect(news()).toEqual([])
})

test('the due date is a holiday: that reminder comes the day after', async () => {
  await stage.until('2026-12-08T10:00:00Z')
  expect(news()).toEqual([])
  await stage.until('2026-12-09T10:00:00Z')
  expect(news()).toHaveLength(1)
})

test('five days late is a Sunday: on Monday it is overdue', async () => {
  await stage.until('2026-12-14T10:00:00Z')
  const [reminder, ...others] = news()
  expect(reminder).toMatch(/6 dias/)
  expect(others).toEqual([])
})

test('a promise within the policy is confirmed, noted, and holds the reminders until its day', async () => {
  expect(await stage.say('clara', 'vamos pagar a FT 2026/118 no dia 21 de dezembro')).toMatch(/21 de dezembro/)
  await stage.say('clara', 'sim')
  news()
  await stage.until('2026-12-21T10:00:00Z')
  expect(news()).toEqual([])
})

test('the day after, unpaid, it is broken: the stage that the policy names comes', async () => {
  await stage.until('2026-12-22T10:00:00Z')
  const fresh = news()
  expect(fresh).toHaveLength(1)
  expect(fresh[0]).toContain('FT 2026/118')
})

test('nothing helps: a suspension is proposed to the helpdesk, of what is unpaid alone, and the customer hears nothing of it yet', async () => {
  await stage.until('2026-12-28T10:00:00Z')
  expect(news()).toEqual([])
  const live = await liveSuspension(stage.documents, adega.id)
  expect(live?.suspension).toMatchObject({ state: 'proposed', proposedBy: 'saldo' })
  id = live?.suspension.id ?? ''
  expect(live?.suspension.subscriptions.map(({ id }) => id)).toEqual(['s-1', 's-2'])
  expect(thread()).toMatch(/messageid/)
})

test('no billing admin approves it; an admin agent does, twice is once; the customer is told of the day', async () => {
  await stage.press('bruno', thread(), 'suspension.approve')
  expect((await suspensionOf(stage.documents, id))?.suspension.state).toBe('proposed')
  await stage.press('amelia', thread(), 'suspension.approve')
  await stage.press('amelia', thread(), 'suspension.approve')
  await stage.pass(1)
  expect((await suspensionOf(stage.documents, id))?.suspension).toMatchObject({ state: 'announced' })
  const fresh = news()
  expect(fresh).toHaveLength(1)
  expect(fresh[0]).toMatch(/janeiro de 2027/)
})

const state = async () => (await suspensionOf(stage.documents, id))?.suspension.state
const open = async () => ((await suspensionOf(stage.documents, id))?.suspension.tasks ?? []).filter(({ done }) => !done)

test('on its day it is looked at once more and becomes a list of tasks; done, it is suspended, and the customer knows', async () => {
  await stage.until('2027-01-04T10:00:00Z')
  expect(await state()).toBe('executing')
  for (const task of await open()) await stage.press('amelia', thread(), 'suspension.done', { task: task.id })
  await stage.pass(1)
  expect(await state()).toBe('suspended')
  expect(news().join()).toMatch(/suspen/)
  expect(await stage.say('clara', 'porque é que o acesso está suspenso?')).toContain('FT 2026/118')
  news()
})

test('paid, it is undone without anybody’s approval, put back as it was and verified; the reminders show that they are paid', async () => {
  await pay(stage.documents, 'p-91', stage.clock.now(), { 'a-3': '534.80' })
  await stage.pass(1)
  expect(await state()).toBe('restoring')
  for (const task of await open())
    if (task.kind !== 'verify') await stage.press('amelia', thread(), 'suspension.done', { task: task.id })
  const { subscriptions = [], before = [] } = (await suspensionOf(stage.documents, id))?.suspension ?? {}
  for (const [at] of subscriptions.entries())
    await stage.press('amelia', thread(), 'suspension.verify', {
      place: at + 1,
      renewing: before[at]?.autoRenew === false ? 'off' : 'on',
    })
  await stage.pass(1)
  expect(await state()).toBe('restored')
  expect(news().join()).toMatch(/FT 2026\/118|repost|reativ/i)
  expect(stage.chat('clara').filter(({ kind, text }) => kind === 'reminder' && /em atraso/.test(text))).toEqual([])
})

test('from then on nobody is written to about it', async () => {
  news()
  await stage.until('2027-02-01T10:00:00Z')
  expect(news()).toEqual([])
})

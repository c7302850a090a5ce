import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decisionOn } from '../../src/collections/decision-log.ts'
import { day } from '../../src/values/day.ts'
import { adega } from '../conversation/support/small-desk.ts'
import { pay, withPolicy } from './support/collecting.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
const reminders = (): string[] =>
  stage
    .chat('clara')
    .filter(({ kind }) => kind === 'reminder')
    .map(({ text }) => text)

async function begin(now: string, over: Parameters<typeof withPolicy>[1] = {}) {
  stage = await openStage({ now })
  await pay(stage.documents, 'p-90', stage.clock.now(), { 'a-2': '170.60', 'a-4': '61.50' })
  await withPolicy(stage.documents, over)
  await stage.say('clara', 'hello')
}
afterEach(() => stage.close())

describe('hours and days', () => {
  test('nobody is written to before nine or after six; at nine it comes', async () => {
    await begin('2026-12-09T18:30:00Z')
    await stage.pass(0)
    expect(reminders()).toEqual([])
    await stage.until('2026-12-10T08:59:00Z')
    expect(reminders()).toEqual([])
    await stage.pass(1)
    expect(reminders()).toHaveLength(1)
  })

  test('a week in which nothing ran is caught up with one message, of the stage that holds now', async () => {
    await begin('2026-12-04T10:00:00Z')
    await stage.passTime(11 * 24 * 60)
    await stage.until('2026-12-15T10:01:00Z')
    expect(reminders()).toHaveLength(1)
    expect(reminders()[0]).toMatch(/7 dias/)
  })
})

describe('a contested line', () => {
  beforeEach(async () => {
    await begin('2026-12-07T10:00:00Z')
    await stage.say('clara', 'line 3 of FT 2026/118 is wrong, we contest it')
    await stage.say('clara', 'No, open a ticket')
    await stage.say('clara', 'We contest it because we never ordered Visio for anybody here')
    await stage.say('clara', 'yes')
  })

  test('holds its amount alone: the rest is reminded of on its day', async () => {
    await stage.until('2026-12-09T10:00:00Z')
    expect(reminders()).toHaveLength(1)
    // 534.80 less 214.80 and its tax.
    expect(reminders()[0]).toContain('€270.60')
    expect(reminders()[0]).not.toContain('534.80')
  })

  test('decided against the customer it is due anew, and the customer is told by when', async () => {
    const [thread = ''] = stage.threads()
    await stage.press('bruno', thread, 'case.dispute', { outcome: 'rejected', text: 'It was ordered on 12 October.' })
    const told = stage.chat('clara').findLast(({ text }) => text.includes('12 October'))?.text
    expect(told).toMatch(/14 (de dezembro|December)/)
  })
})

describe('what a customer does with a reminder', () => {
  beforeEach(async () => {
    await begin('2026-12-09T10:00:00Z')
    await stage.pass(1)
    expect(reminders()).toHaveLength(1)
  })

  test('“I paid”, clicked twice, holds the next ones; when the money is there, the card says so', async () => {
    const asked = { intent: 'payment.status', act: 'i-paid', slots: { invoice: 'FT 2026/118' } }
    await stage.click('clara', asked)
    await stage.click('clara', asked)
    await stage.until('2026-12-14T10:00:00Z')
    expect(reminders()).toHaveLength(1)
    await pay(stage.documents, 'p-91', stage.clock.now(), { 'a-3': '534.80' })
    await stage.pass(1)
    expect(reminders()).toHaveLength(1)
    expect(reminders()[0]).not.toMatch(/vence|atraso/i)
  })

  test('without it the next one comes, and the log says why', async () => {
    await stage.until('2026-12-14T10:00:00Z')
    expect(reminders()).toHaveLength(2)
    const log = await decisionOn(stage.documents, adega.id, day('2026-12-14'))
    expect(log).toMatchObject({ kind: 'contact', reason: 'stage', stage: 'overdue' })
  })

  test('a part payment leaves the rest, and the reminder says the rest', async () => {
    await pay(stage.documents, 'p-91', stage.clock.now(), { 'a-3': '500.00' })
    await stage.until('2026-12-14T10:00:00Z')
    expect(reminders()).toHaveLength(2)
    expect(reminders()[1]).toContain('34,80')
  })
})

test('paid between deciding and sending: nothing is sent', async () => {
  await begin('2026-12-09T10:00:00Z')
  await stage.strikeAll()
  await pay(stage.documents, 'p-91', stage.clock.now(), { 'a-3': '534.80' })
  await stage.carry()
  expect(reminders()).toEqual([])
})

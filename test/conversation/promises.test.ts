import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { askedCounts } from '../../src/conversation/asked-counts.ts'
import { outgoingEvents } from '../../src/delivery/event.ts'
import { paymentSchema, payments } from '../../src/ledger/payment.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day, instant } from '../../src/values/day.ts'
import { moneyOf } from '../../src/values/money.ts'
import { aPayment, eur } from '../ledger/examples.ts'
import { aPolicy, givePolicy, standingOfAdega, startAnew, talkAt } from './promises/reminding-desk.ts'
import { deskForTests, doorOf, now } from './support/open-desk.ts'
import type { Known } from './support/small-desk.ts'

const desk = deskForTests()
const talk = talkAt(desk)
const { says, clicks } = talk

beforeAll(() => givePolicy(desk.documents))
beforeEach(async () => {
  desk.clock.set(now)
  talk.anew()
  await startAnew(desk.documents)
})

const yes = { intent: 'payment.promise', act: 'confirm' }
const promises = async () => (await standingOfAdega(desk.documents)).promises

async function pays(documents: Documents, amount: string, invoice: string, on: string): Promise<void> {
  const payment = {
    ...aPayment(`${invoice}-${amount}-${talk.conversation}`, amount, { [invoice]: amount }),
    receivedOn: day(on),
  }
  await documents.change(async (unit) => unit.put(payments, payment.id, z.encode(paymentSchema, payment), 0))
}
const takesBack = (documents: Documents, amount: string, invoice: string) =>
  documents.change(async (unit) => {
    const stored = await unit.get(payments, `${invoice}-${amount}-${talk.conversation}`)
    if (stored) unit.remove(payments, stored.id, stored.revision)
  })

describe('a promise is noted after a yes and not before', () => {
  test('nothing is written by what is asked, a no leaves it so', async () => {
    await says('we will pay FT 2026/118 on Friday')
    expect(await promises()).toEqual([])
    expect((await says('no')).kind).toBe('promise.dropped')
    expect((await says('yes')).kind).not.toBe('promise.made')
    expect(await promises()).toEqual([])
  })

  test('a second click on the same button, and the same delivery again, are one promise', async () => {
    await says('we will pay FT 2026/118 on Friday')
    const first = await clicks(yes, 'clara', { activity: 'the click' })
    expect(first.kind).toBe('promise.made')
    expect((await clicks(yes, 'clara', { activity: 'the click' })).kind).toBe('promise.made')
    const second = await clicks(yes)
    expect(second.kind).toBe('promise.already')
    expect(second.text).toContain('€534.80 by 27 November 2026')
    expect(await promises()).toHaveLength(1)
  })

  test('a process that starts anew in between goes on with it', async () => {
    await says('we will pay 300 on Friday')
    await says('FT 2026/118')
    const other = doorOf(desk.documents, desk.understander, desk.clock)
    const { replies } = await other.say('clara', 'yes', {
      conversation: talk.conversation,
      locale: 'en',
      activity: 'after-restart',
    })
    expect(replies[0]?.answer.kind).toBe('promise.made')
    expect(await promises()).toMatchObject([{ invoices: ['a-3'], amount: moneyOf('300.00', eur), by: '2026-11-27' }])
  })

  test('what came in meanwhile is taken into account: it is asked anew', async () => {
    await says('we will pay FT 2026/118 on Friday')
    await pays(desk.documents, '500.00', 'a-3', '2026-11-22')
    const anew = await says('yes')
    expect(anew.kind).toBe('promise.confirm')
    expect(anew.text).toContain('You will pay €34.80')
    expect((await says('yes')).kind).toBe('promise.made')
    expect(await promises()).toMatchObject([{ amount: moneyOf('34.80', eur), settledBefore: moneyOf('500.00', eur) }])
    await takesBack(desk.documents, '500.00', 'a-3')
  })

  test('of a bill that was paid meanwhile there is nothing to note', async () => {
    await says('we will pay FT 2026/118 on Friday')
    await pays(desk.documents, '534.80', 'a-3', '2026-11-22')
    expect((await says('yes')).kind).toBe('promise.bill-settled')
    await takesBack(desk.documents, '534.80', 'a-3')
  })

  test('it is forgotten after half an hour, and a late yes notes nothing', async () => {
    await says('we will pay FT 2026/118 on Friday')
    desk.clock.set(instant('2026-11-22T10:31:00Z'))
    expect((await clicks(yes)).kind).toBe('promise.dropped')
    expect(await promises()).toEqual([])
  })

  test('a button of something else in the making neither notes it nor ends that', async () => {
    await says('we will pay FT 2026/118 on Friday')
    await clicks({ intent: 'ticket.open', act: 'confirm' })
    expect(await promises()).toEqual([])
    talk.anew()
    await says('a user cannot sign in to Teams since this morning, error 50058')
    expect((await clicks(yes)).kind).toBe('promise.dropped')
    expect(await promises()).toEqual([])
  })

  test('it can be taken back by its button, and is there to be made again', async () => {
    await says('we will pay FT 2026/118 on Friday')
    await says('yes')
    expect((await says('We cannot pay FT 2026/118 by that day after all')).kind).toBe('promise.withdrawn')
    expect(await promises()).toMatchObject([{ state: 'withdrawn', endedOn: '2026-11-22' }])
    const again = await clicks({ intent: 'payment.promise', slots: { invoice: 'FT 2026/118' }, act: 'cancel' })
    expect(again.kind).toBe('promise.dropped')
  })

  test('no event is queued where nobody wants it', async () => {
    const { items } = await desk.documents.find(outgoingEvents, { index: 'state', from: '', to: '￿' })
    expect(items).toEqual([])
  })
})

describe('what a message says at once', () => {
  test('several bills by their numbers are one promise, through every step', async () => {
    const asks = await says('we will pay FT 2026/118 and FT 2026/110, need a few days')
    expect(asks.kind).toBe('promise.which-day')
    expect(asks.text).toContain('€705.40')
    const confirms = await says('on Friday')
    expect(confirms.text).toContain('FT 2026/110')
    expect(confirms.text).not.toContain('FT 2026/119')
    await says('yes')
    expect(await promises()).toMatchObject([{ invoices: ['a-2', 'a-3'], amount: moneyOf('705.40', eur) }])
  })

  test.each([
    ['we will pay 300 on Friday and the rest on 15 December'],
    ['FT 2026/118: we pay 300 on 27 November and 234.80 on 11 December'],
    ['can we do half now and half in December'],
  ])('"%s" is for a person', async (text) => {
    expect((await says(text)).kind).toBe('promise.instalments')
  })

  test('where the policy wants all, a part is not noted, and all is offered', async () => {
    const promises = { days: 30, atMost: 2, broken: 'warning' }
    await givePolicy(desk.documents, aPolicy({ promises }))
    const said = await says('we will pay 300 for FT 2026/118 on Friday')
    expect([said.kind, said.text.includes('€534.80')]).toEqual(['promise.only-all', true])
    expect((await says('We will pay €534.80')).kind).toBe('promise.confirm')
    await givePolicy(desk.documents)
  })
})

describe('who may', () => {
  test.each<[string, Known]>([
    ['we will pay on Friday', 'rui'],
    ['stop sending us reminders', 'rui'],
    ['we will pay on Friday', 'newcomer'],
  ])('"%s" of %s is for billing contacts', async (text, who) => {
    const said = await says(text, who)
    expect(said.kind).toBe('promise.not-yours')
    expect(said.text).toContain('billing contacts')
    expect(said.text).not.toMatch(/€/)
  })

  test.each<Known>(['helena', 'bruno', 'sara', 'amelia'])('%s is told the command', async (who) => {
    expect((await says('we will pay on Friday', who)).text).toContain('saldo hold')
    expect((await clicks({ intent: 'reminder.preferences', act: 'stop-reminders' }, who)).text).toContain('saldo hold')
    expect((await clicks({ intent: 'payment.status', act: 'i-paid' }, who)).text).toContain('saldo hold')
  })

  test('a stranger gets the one answer', async () => {
    expect((await says('we will pay on Friday', 'stranger')).kind).toBe('direct.unknown')
    expect((await clicks({ intent: 'reminder.preferences', act: 'later' }, 'stranger')).kind).toBe('direct.unknown')
  })

  test('buttons of somebody who may not do nothing', async () => {
    for (const act of ['later', 'stop-reminders', 'resume-reminders'])
      expect((await clicks({ intent: 'reminder.preferences', act }, 'rui')).kind).toBe('promise.not-yours')
    const paid = { intent: 'payment.status', slots: { invoice: 'FT 2026/118' }, act: 'i-paid' }
    expect((await clicks(paid, 'rui')).kind).toBe('promise.not-yours')
    expect(await standingOfAdega(desk.documents)).toMatchObject({ holds: [], promises: [] })
  })

  test('another company’s bill is none of theirs', async () => {
    expect((await says('we will pay FT 2026/777 on Friday')).kind).toBe('promise.which-bills')
    const paid = { intent: 'payment.status', slots: { invoice: 'FT 2026/777' }, act: 'i-paid' }
    expect((await clicks(paid)).kind).toBe('invoice.unknown')
    expect((await standingOfAdega(desk.documents)).holds).toEqual([])
  })
})

describe('without a policy, or without promises in it', () => {
  test('a person has to agree', async () => {
    await givePolicy(desk.documents, aPolicy({ promises: undefined }))
    const said = await says('we will pay FT 2026/118 on Friday')
    expect(said.kind).toBe('promise.not-taken')
    expect(said.text).toContain('Open a ticket about it')
    await givePolicy(desk.documents)
  })

  test('there are no reminders to change', async () => {
    await givePolicy(desk.documents, aPolicy({ effective: '2026-12-01' }))
    desk.clock.set(instant('2025-12-31T10:00:00Z'))
    expect((await says('stop sending us reminders')).kind).toBe('preferences.none')
  })
})

test('who sells hears of a promise once, however many steps it takes', async () => {
  const counted = async () => {
    const { items } = await desk.documents.find(askedCounts, { index: 'month', equals: '2026-11' })
    return items.filter(({ data }) => data.topic === 'payment.promise').reduce((sum, { data }) => sum + data.count, 0)
  }
  const before = await counted()
  await says('need more time to pay')
  await says('all of them')
  await says('the 15th')
  await says('no, the 14th')
  await says('yes')
  expect(await counted()).toBe(before + 1)
})

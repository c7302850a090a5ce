import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day, instant } from '../../src/values/day.ts'
import { givePolicy, standingOfAdega, startAnew, talkAt } from './promises/reminding-desk.ts'
import { deskForTests, now } from './support/open-desk.ts'

const desk = deskForTests()
const talk = talkAt(desk)
const { says, clicks } = talk
const holds = async () => (await standingOfAdega(desk.documents)).holds

beforeAll(() => givePolicy(desk.documents))
beforeEach(async () => {
  desk.clock.set(now)
  talk.anew()
  await startAnew(desk.documents)
})

describe('"I paid", from a reminder', () => {
  const paid = (invoice?: string) => ({ intent: 'payment.status', slots: invoice ? { invoice } : {}, act: 'i-paid' })

  test('is noted, with until when and what is on record; a second click is the same', async () => {
    const said = await clicks(paid('FT 2026/110'))
    expect(said.kind).toBe('paid.noted')
    expect(said.text).toContain('until 27 November 2026')
    expect(said.text).toContain('The last payment on record is €100.00')
    expect((await clicks(paid('FT 2026/110'))).kind).toBe('paid.already')
    expect(await holds()).toMatchObject([{ kind: 'paid', invoice: 'a-2', until: '2026-11-27' }])
    expect((await says('is FT 2026/110 paid?')).text).toContain('said to be paid on 22 November 2026')
  })

  test('a second time, when nothing came, goes to a ticket', async () => {
    await clicks(paid('FT 2026/110'))
    desk.clock.set(instant('2026-11-28T10:00:00Z'))
    const again = await clicks(paid('FT 2026/110'))
    expect(again.kind).toBe('paid.said-before')
    expect(again.text).toContain('You told me on 22 November 2026')
    expect(await holds()).toHaveLength(1)
  })

  test('of a bill that the ledger has as paid says so', async () => {
    const said = await clicks(paid('FT 2026/101'))
    expect([said.kind, said.text.split('\n')[0]]).toEqual(['payment.status', 'Yes, invoice FT 2026/101 is settled.'])
    expect(await holds()).toEqual([])
  })

  test('without a bill asks which of several, and takes all of them too', async () => {
    expect((await clicks(paid())).kind).toBe('paid.which')
    expect((await says('all of them')).kind).toBe('paid.noted-all')
    expect((await holds()).map(({ kind, invoice }) => [kind, invoice])).toEqual([['paid', undefined]])
  })

  test('leaves what is in the making', async () => {
    await says('we will pay FT 2026/118 on Friday')
    await clicks(paid('FT 2026/110'))
    expect((await says('yes')).kind).toBe('promise.made')
  })

  test('is offered where a bill is asked about that is not paid', async () => {
    expect((await says('is FT 2026/110 paid?')).text).toContain('We have already paid FT 2026/110')
    expect((await says('We have already paid FT 2026/110')).kind).toBe('paid.noted')
    expect((await says('is FT 2026/110 paid?')).text).not.toContain('We have already paid')
  })
})

describe('buttons of reminders', () => {
  const act = (does: string, slots = {}) => ({ intent: 'reminder.preferences', slots, act: does })
  test('later, stop, and on again are done at once, twice as well as once', async () => {
    expect((await clicks(act('later'))).text).toContain('no reminders until 25 November 2026')
    expect((await clicks(act('later'))).kind).toBe('preferences.put-off')
    expect(await holds()).toHaveLength(1)
    expect((await clicks(act('stop-reminders'))).kind).toBe('preferences.stopped')
    expect((await clicks(act('stop-reminders'))).kind).toBe('preferences.stopped')
    expect((await clicks(act('resume-reminders'))).kind).toBe('preferences.resumed')
    expect((await clicks(act('resume-reminders'))).kind).toBe('preferences.all-on')
    const { stopped, holds: all } = await standingOfAdega(desk.documents)
    expect([stopped, all.map(({ releasedAt }) => releasedAt)]).toEqual([undefined, [now]])
  })

  test('later, when it is over and no reminder came, is not given again', async () => {
    await clicks(act('later'))
    desk.clock.set(instant('2026-11-26T10:00:00Z'))
    expect((await clicks(act('later'))).kind).toBe('preferences.put-off-used')
  })

  test('what the partner holds is said', async () => {
    await startAnew(desk.documents, {
      holds: [{ id: 'H-1', kind: 'held', reason: 'secret reason', from: day('2026-11-20'), by: 'saldo' }],
    })
    const said = await says('what are our reminder settings?')
    expect(said.text).toContain('We have put reminders on hold')
    expect(said.text).not.toContain('secret')
  })
})

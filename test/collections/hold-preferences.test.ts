import { describe, expect, test } from 'vitest'
import { later, resumeReminders, sayPaid, stopReminders } from '../../src/collections/reminder-preferences.ts'
import { day, instant } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aPayment } from '../ledger/examples.ts'
import { contacted } from './decide/situations.ts'
import { adega, now, promisingDesk, type Who, who } from './support/promising.ts'

let caused = 0
const order = (at: string = now, name: Who = 'contact') => ({
  customer: adega.id,
  by: who[name],
  now: instant(at),
  event: `click|${++caused}`,
})
const a = 'a' as InvoiceId
const on = (on: string) => `${on}T15:00:00Z`

describe('"I have paid" (the policy gives five days)', () => {
  test('holds the reminders of that bill until the fifth day after', async () => {
    const desk = await promisingDesk()
    const said = await desk.does((unit) => sayPaid(unit, { ...order(), invoice: a }))
    expect(said.kind).toBe('noted')
    expect((await desk.standing()).holds).toMatchObject([
      { kind: 'paid', invoice: 'a', from: '2026-11-22', until: '2026-11-27', by: who.contact.principal.key },
    ])
  })

  test.each([
    ['the same click', on('2026-11-22'), 'already'],
    ['its last day', on('2026-11-27'), 'already'],
    ['the day after: nothing came, and saying it again holds nothing', on('2026-11-28'), 'said-before'],
  ])('said again on %s', async (_, at, kind) => {
    const desk = await promisingDesk()
    await desk.does((unit) => sayPaid(unit, { ...order(), invoice: a }))
    const revision = await desk.revision()
    expect((await desk.does((unit) => sayPaid(unit, { ...order(at), invoice: a }))).kind).toBe(kind)
    expect(await desk.revision()).toBe(revision)
  })

  test.each([
    ['nothing is paid', {}, { invoice: a }, 'noted'],
    ['a part is paid', { payments: [aPayment('p', '99.99', { a: '99.99' })] }, { invoice: a }, 'noted'],
    ['it is paid', { payments: [aPayment('p', '100.00', { a: '100.00' })] }, { invoice: a }, 'on-record'],
    ['of all bills', {}, {}, 'noted'],
    ['of all bills, and there are none', { bills: [] }, {}, 'on-record'],
    ['there is no such bill', {}, { invoice: 'x' as InvoiceId }, 'unknown-invoice'],
    ['nobody is reminded of anything', { policy: 'none' as const }, { invoice: a }, 'no-policy'],
  ])('%s', async (_, given, about, kind) => {
    const desk = await promisingDesk(given)
    expect((await desk.does((unit) => sayPaid(unit, { ...order(), ...about }))).kind).toBe(kind)
  })
})

describe('"remind me later" (the policy gives three days)', () => {
  test.each([
    ['without a day: as long as the policy allows', undefined, 'noted', '2026-11-25'],
    ['until today', '2026-11-22', 'noted', '2026-11-22'],
    ['until the last day', '2026-11-25', 'noted', '2026-11-25'],
    ['until a day further', '2026-11-26', 'limit-days', undefined],
    ['until yesterday', '2026-11-21', 'past-day', undefined],
  ])('%s', async (_, until, kind, expected) => {
    const desk = await promisingDesk()
    const put = await desk.does((unit) => later(unit, { ...order(), ...(until && { until: day(until) }) }))
    expect(put.kind).toBe(kind)
    expect((await desk.standing()).holds.map((hold) => hold.until)).toEqual(expected ? [expected] : [])
  })

  test('again while it lasts does not push it on, day by day', async () => {
    const desk = await promisingDesk()
    await desk.does((unit) => later(unit, { ...order(), until: day('2026-11-23') }))
    expect(await desk.does((unit) => later(unit, { ...order(on('2026-11-23')), until: day('2026-11-26') }))).toEqual({
      kind: 'limit-days',
      latest: '2026-11-25',
    })
    expect((await desk.does((unit) => later(unit, order(on('2026-11-23'))))).kind).toBe('noted')
    const { holds } = await desk.standing()
    expect(holds.map(({ from, until, releasedAt }) => [from, until, releasedAt !== undefined])).toEqual([
      ['2026-11-22', '2026-11-23', true],
      ['2026-11-22', '2026-11-25', false],
    ])
    expect((await desk.does((unit) => later(unit, order(on('2026-11-24'))))).kind).toBe('already')
  })

  test.each([
    ['no reminder has come since', [], 'used'],
    ['one came on the day itself, before it', ['2026-11-22'], 'used'],
    ['one has come since', ['2026-11-22', '2026-11-26'], 'noted'],
  ])('a second time when %s', async (_, days, kind) => {
    const desk = await promisingDesk({ standing: { contacted: days.map(contacted) } })
    await desk.does((unit) => later(unit, order()))
    expect((await desk.does((unit) => later(unit, order(on('2026-11-26'))))).kind).toBe(kind)
  })

  test('the same click twice is one', async () => {
    const desk = await promisingDesk()
    const click = order()
    expect((await desk.does((unit) => later(unit, click))).kind).toBe('noted')
    expect((await desk.does((unit) => later(unit, click))).kind).toBe('already')
    expect((await desk.standing()).holds).toHaveLength(1)
  })
})

describe('stopping courtesies, and turning reminders on again', () => {
  test('says since when and by whom, once', async () => {
    const desk = await promisingDesk()
    expect((await desk.does((unit) => stopReminders(unit, order()))).kind).toBe('done')
    expect((await desk.standing()).stopped).toMatchObject({ at: now, by: who.contact.principal.key })
    expect((await desk.does((unit) => stopReminders(unit, order(on('2026-11-23'))))).kind).toBe('unchanged')
    expect((await desk.standing()).stopped?.at).toBe(now)
  })

  test('on again takes back what the customer stopped or put off, and leaves what the partner holds and what was said to be paid', async () => {
    const desk = await promisingDesk()
    await desk.does((unit) => stopReminders(unit, order()))
    await desk.does((unit) => later(unit, order()))
    await desk.does((unit) => sayPaid(unit, { ...order(), invoice: a }))
    expect((await desk.does((unit) => resumeReminders(unit, order()))).kind).toBe('done')
    const { stopped, holds } = await desk.standing()
    expect(stopped).toBeUndefined()
    expect(holds.map(({ kind, releasedAt }) => [kind, releasedAt !== undefined])).toEqual([
      ['later', true],
      ['paid', false],
    ])
    expect((await desk.does((unit) => resumeReminders(unit, order()))).kind).toBe('unchanged')
  })
})

describe('the own reminders are for', () => {
  test.each<[Who, boolean]>([
    ['contact', true],
    ['billing admin', true],
    ['admin agent', true],
    ['employee', false],
    ["another company's contact", false],
    ['helpdesk agent', false],
    ['sales agent', false],
    ['stranger', false],
  ])('%s: %s', async (name, allowed) => {
    const desk = await promisingDesk()
    const by = () => order(now, name)
    const kinds = [
      (await desk.does((unit) => sayPaid(unit, { ...by(), invoice: a }))).kind,
      (await desk.does((unit) => later(unit, by()))).kind,
      (await desk.does((unit) => stopReminders(unit, by()))).kind,
      (await desk.does((unit) => resumeReminders(unit, by()))).kind,
    ]
    expect(kinds).toEqual(allowed ? ['noted', 'noted', 'done', 'done'] : Array(4).fill('refused'))
  })
})

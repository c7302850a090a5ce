import { describe, expect, test } from 'vitest'
import { type MakePromise, makePromise } from '../../src/collections/make-promise.ts'
import type { Promised } from '../../src/collections/standing.ts'
import { withdrawPromise } from '../../src/collections/withdraw-promise.ts'
import { outgoingEvents } from '../../src/delivery/event.ts'
import { currency } from '../../src/values/currency.ts'
import { type Day, day, instant } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { amountText, moneyOf } from '../../src/values/money.ts'
import { aBill, aPayment, euros } from '../ledger/examples.ts'
import { aDispute, bill } from './decide/situations.ts'
import { adega, now, promisingDesk, type Who, who } from './support/promising.ts'

const id = (text: string) => text as InvoiceId
let caused = 0

type Said = Partial<Omit<MakePromise, 'invoices' | 'amount' | 'by'>> & {
  readonly invoices?: readonly string[]
  readonly amount?: string
  readonly by?: string
}

const said = ({ invoices = ['a'], amount, by = '2026-12-01', ...over }: Said = {}): MakePromise => ({
  customer: adega.id,
  invoices: invoices.map(id),
  amount: amount === undefined ? undefined : euros(amount),
  by: day(by),
  person: who.contact,
  now,
  event: `talk|${++caused}`,
  ...over,
})

const promise = (over: Partial<Promised> = {}): Promised => ({
  id: 'P-1',
  invoices: [id('a')],
  amount: euros('100.00'),
  by: day('2026-11-30'),
  madeOn: day('2026-11-20'),
  person: who.contact.principal.key,
  settledBefore: euros('0.00'),
  state: 'open',
  ...over,
})

describe('a promise is taken', () => {
  test('for all that is due of the bill, where no amount is said; the partner’s systems are told', async () => {
    const desk = await promisingDesk({ payments: [aPayment('p', '30.00', { a: '30.00' })] })
    const made = await desk.does((unit) => makePromise(unit, said()))
    expect(made).toMatchObject({ kind: 'made', replaced: [], left: 1 })
    const [noted] = (await desk.standing()).promises
    expect(noted).toMatchObject({
      invoices: ['a'],
      amount: euros('70.00'),
      settledBefore: euros('30.00'),
      by: '2026-12-01',
      madeOn: '2026-11-22',
      state: 'open',
      person: { ...who.contact.principal.key, name: 'Clara' },
    })
    const { items } = await desk.documents.find(outgoingEvents, { index: 'state', from: '', to: '￿' })
    expect(items.map(({ data }) => [data.type, data.data])).toMatchObject([
      [
        'saldo.promise.made',
        { promise: noted?.id, invoices: ['A'], amount: { amount: '70.00', currency: 'EUR' }, by: '2026-12-01' },
      ],
    ])
  })

  test('without what is contested, for several bills at once, and it is looked at again at once', async () => {
    const desk = await promisingDesk({ disputes: [aDispute('40.00')] })
    await desk.does((unit) => makePromise(unit, said({ invoices: ['a', 'b'] })))
    const { promises, due } = await desk.standing()
    expect(promises.map(({ invoices, amount }) => [invoices, amountText(amount)])).toEqual([[['a', 'b'], '110.00']])
    expect(due).toBe(now)
  })

  test('once for one cause, however often it comes', async () => {
    const desk = await promisingDesk()
    const order = said()
    const first = await desk.does((unit) => makePromise(unit, order))
    const revision = await desk.revision()
    const again = await desk.does((unit) => makePromise(unit, order))
    expect([first.kind, again.kind]).toEqual(['made', 'already'])
    const same = await desk.does((unit) => makePromise(unit, said()))
    expect(same.kind).toBe('already')
    expect(await desk.revision()).toBe(revision)
  })

  test('in the place of an open one for the same bill, which stays on record and counts', async () => {
    const desk = await promisingDesk()
    await desk.does((unit) => makePromise(unit, said()))
    const changed = await desk.does((unit) => makePromise(unit, said({ by: '2026-12-05' })))
    expect(changed).toMatchObject({ kind: 'made', replaced: [{ by: '2026-12-01' }], left: 0 })
    expect((await desk.standing()).promises.map(({ state, by }) => `${state} ${by}`)).toEqual([
      'withdrawn 2026-12-01',
      'open 2026-12-05',
    ])
    expect(await desk.does((unit) => makePromise(unit, said({ by: '2026-12-06' })))).toEqual({
      kind: 'limit-count',
      atMost: 2,
    })
    const other = await desk.does((unit) => makePromise(unit, said({ invoices: ['b'] })))
    expect(other).toMatchObject({ kind: 'made', replaced: [] })
  })

  test('and one whose day has passed is broken, not taken back by a new one', async () => {
    const desk = await promisingDesk({ standing: { promises: [promise({ by: day('2026-11-21') })] } })
    const made = await desk.does((unit) => makePromise(unit, said()))
    expect(made).toMatchObject({ kind: 'made', replaced: [] })
    expect((await desk.standing()).promises.map(({ state }) => state)).toEqual(['open', 'open'])
  })
})

describe('the last day', () => {
  test.each([
    ['before today', '2026-11-21', { kind: 'past-day', earliest: '2026-11-22', latest: '2026-12-22' }],
    ['today', '2026-11-22', { kind: 'made' }],
    ['as far as the policy goes', '2026-12-22', { kind: 'made' }],
    ['a day further', '2026-12-23', { kind: 'limit-days', latest: '2026-12-22' }],
  ])('%s', async (_, by, expected) => {
    const desk = await promisingDesk()
    expect(await desk.does((unit) => makePromise(unit, said({ by })))).toMatchObject(expected)
  })

  test.each([
    ['Europe/Lisbon, before midnight', '2026-11-22T23:59:00Z', 'made'],
    ['Europe/Lisbon, after midnight', '2026-11-23T00:00:00Z', 'past-day'],
  ])('is one in the customer’s time zone: %s', async (_, at, kind) => {
    const desk = await promisingDesk()
    const order = said({ by: '2026-11-22', now: instant(at) })
    expect((await desk.does((unit) => makePromise(unit, order))).kind).toBe(kind)
  })
})

describe('the amount', () => {
  const half = { promises: { days: 30, atMost: 2, atLeast: '50', broken: 'warning' } }
  const third = { promises: { days: 30, atMost: 2, atLeast: '33.333', broken: 'warning' } }
  test.each([
    ['nothing', undefined, '0.00', 'below', '100.00'],
    ['less than all, where the policy wants all', undefined, '99.99', 'below', '100.00'],
    ['all', undefined, '100.00', 'made', ''],
    ['a cent more than all', undefined, '100.01', 'above', '100.00'],
    ['a cent less than half, where half will do', half, '49.99', 'below', '50.00'],
    ['half', half, '50.00', 'made', ''],
    ['a part that is no whole cent is rounded up', third, '33.33', 'below', '33.34'],
    ['and then it will do', third, '33.34', 'made', ''],
  ])('%s', async (_, policy, amount, expected, least) => {
    const desk = await promisingDesk({ policy })
    const made = await desk.does((unit) => makePromise(unit, said({ amount })))
    if (expected === 'made') expect(made.kind).toBe('made')
    else expect(made).toEqual({ kind: 'limit-amount', is: expected, least: euros(least), most: euros('100.00') })
  })
})

describe('no promise is taken', () => {
  const pounds = aBill('c', ['10.00'], { currency: currency('GBP') })
  test.each([
    ['of somebody else’s bill', {}, { invoices: ['x'] }, 'unknown-invoice'],
    ['of a paid bill', { payments: [aPayment('p', '100.00', { a: '100.00' })] }, {}, 'nothing-due'],
    ['of a bill all of which is contested', { disputes: [aDispute('100.00', { lines: [] })] }, {}, 'nothing-due'],
    [
      'of a paid and an open bill',
      { payments: [aPayment('p', '100.00', { a: '100.00' })] },
      { invoices: ['a', 'b'] },
      'nothing-due',
    ],
    ['where the policy takes none', { policy: { promises: undefined } }, {}, 'no-promises'],
    ['without a policy', { policy: 'none' as const }, {}, 'no-promises'],
    ['before the policy holds', { policy: { effective: '2026-11-23' } }, {}, 'no-promises'],
    [
      'in another currency',
      {},
      { person: who.contact, amount: undefined, invoices: ['a'], foreign: true },
      'several-currencies',
    ],
  ])('%s', async (_, given, order, kind) => {
    const desk = await promisingDesk(given)
    const { foreign, ...more } = order as Said & { foreign?: boolean }
    const made = { ...said(more), ...(foreign && { amount: moneyOf('10.00', currency('GBP')) }) }
    const before = await desk.revision()
    expect((await desk.does((unit) => makePromise(unit, made))).kind).toBe(kind)
    expect(await desk.revision()).toBe(before)
  })

  test('of bills in two currencies', async () => {
    const foreign = { ...pounds, total: moneyOf('10.00', currency('GBP')) }
    const desk = await promisingDesk({ bills: [bill('a'), foreign] })
    const made = await desk.does((unit) => makePromise(unit, said({ invoices: ['a', 'c'] })))
    expect(made.kind).toBe('several-currencies')
  })

  test.each<[Who, string]>([
    ['contact', 'made'],
    ['billing admin', 'made'],
    ['admin agent', 'made'],
    ['employee', 'refused'],
    ['stranger', 'refused'],
    ["another company's contact", 'refused'],
    ['helpdesk agent', 'refused'],
    ['sales agent', 'refused'],
  ])('of everybody: %s', async (name, kind) => {
    const desk = await promisingDesk()
    expect((await desk.does((unit) => makePromise(unit, said({ person: who[name] })))).kind).toBe(kind)
  })
})

describe('a promise is taken back', () => {
  const order = { customer: adega.id, promise: 'P-1', by: who.contact, now }
  test.each<[string, Partial<Promised>, string]>([
    ['while it is open', {}, 'withdrawn'],
    ['on its last day', { by: '2026-11-22' as Day }, 'withdrawn'],
    ['not after it', { by: '2026-11-21' as Day }, 'ended'],
    ['not once it is kept', { state: 'kept' }, 'ended'],
  ])('%s', async (_, over, kind) => {
    const desk = await promisingDesk({ standing: { promises: [promise(over)] } })
    expect((await desk.does((unit) => withdrawPromise(unit, order))).kind).toBe(kind)
    expect((await desk.does((unit) => withdrawPromise(unit, order))).kind).toBe('ended')
  })

  test('by those who could make it, and only one that there is', async () => {
    const desk = await promisingDesk({ standing: { promises: [promise()] } })
    const by = (name: Who) => desk.does((unit) => withdrawPromise(unit, { ...order, by: who[name] }))
    expect((await by('employee')).kind).toBe('refused')
    expect((await by("another company's contact")).kind).toBe('refused')
    expect((await desk.does((unit) => withdrawPromise(unit, { ...order, promise: 'P-2' }))).kind).toBe(
      'unknown-promise',
    )
    expect((await by('admin agent')).kind).toBe('withdrawn')
  })
})

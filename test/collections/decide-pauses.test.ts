import { describe, expect, test } from 'vitest'
import { day, instant } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aCustomer, euros } from '../ledger/examples.ts'
import { aDispute, aHold, aPromise, bill, decided, type Given, reached, told } from './decide/situations.ts'

const two = [bill('a'), bill('b', '50.00')]
const onB = { invoice: 'b' as InvoiceId }
const released = { releasedAt: instant('2026-11-29T10:00:00Z') }

describe('who is left alone, and until when', () => {
  test.each([
    ['held on the last day', [aHold('held', '2026-11-01', '2026-11-30')], ['a: held', 'b: held']],
    ['held until the day before', [aHold('held', '2026-11-01', '2026-11-29')], ['a: stage due', 'b: stage due']],
    ['held from this day', [aHold('held', '2026-11-30', '2026-12-30')], ['a: held', 'b: held']],
    ['held from the next day', [aHold('held', '2026-12-01', '2026-12-30')], ['a: stage due', 'b: stage due']],
    ['held until it is released', [aHold('held', '2026-11-01')], ['a: held', 'b: held']],
    ['released', [aHold('held', '2026-11-01', undefined, released)], ['a: stage due', 'b: stage due']],
    ['one bill of two is exempt', [aHold('exempt', '2026-11-01', undefined, onB)], ['a: stage due', 'b: exempt']],
    ['it says that it has paid', [aHold('paid', '2026-11-28', '2026-12-02')], ['a: says-paid', 'b: says-paid']],
    ['it wants to hear later', [aHold('later', '2026-11-28', '2026-12-02', onB)], ['a: stage due', 'b: later']],
  ])('%s', (_, holds, expected) => {
    expect(told(decided({ account: { invoices: two }, standing: { holds } }, '2026-11-30'))).toEqual(expected)
  })

  const exemption = { customer: aCustomer().tenant, reason: 'a barter', until: '2026-11-30' }
  test.each([
    ['the customer, on its last day', exemption, '2026-11-30', ['a: exempt', 'b: exempt']],
    ['the customer, a day later', exemption, '2026-12-01', ['a: stage due', 'b: stage due']],
    ['a bill by its number', { ...exemption, invoice: 'b' }, '2026-11-30', ['a: stage due', 'b: exempt']],
    [
      'another customer',
      { ...exemption, customer: aCustomer(2).tenant },
      '2026-11-30',
      ['a: stage due', 'b: stage due'],
    ],
  ])('the policy exempts %s', (_, exempt, today, expected) => {
    const given: Given = { account: { invoices: two }, policy: { exemptions: [exempt] } }
    expect(told(decided(given, today))).toEqual(expected)
  })

  test('the next day is the one after the pause', () => {
    const given: Given = { standing: { holds: [aHold('later', '2026-11-28', '2026-12-02')] } }
    expect(decided(given, '2026-11-30')).toMatchObject({ reason: 'later', next: { on: '2026-12-03', stage: 'due' } })
  })

  test('nothing comes next while nobody knows how long it is held', () => {
    expect(decided({ standing: { holds: [aHold('held', '2026-11-01')] } }, '2026-11-30').next).toBeUndefined()
  })

  test('a suspension speaks for itself', () => {
    expect(decided({ standing: { suspension: 's-1' } }, '2026-11-30')).toMatchObject({
      kind: 'none',
      reason: 'suspension',
      bills: [{ reason: 'suspension', amount: euros('100.00') }],
    })
  })
})

describe('a promise', () => {
  const promised = (by: string, over = {}): Given => ({ standing: { promises: [aPromise(by, over)] } })
  test.each([
    ['holds on its day', promised('2026-12-10'), '2026-12-10', 'promised', undefined],
    ['leads to its stage the day after', promised('2026-12-10'), '2026-12-11', 'stage', 'warning'],
    ['that was broken does so too', promised('2026-12-10', { state: 'broken' }), '2026-12-11', 'stage', 'warning'],
    [
      'that is known to be broken holds no more',
      promised('2026-12-10', { state: 'broken' }),
      '2026-12-10',
      'stage',
      'overdue',
    ],
    ['that was withdrawn is none', promised('2026-12-10', { state: 'withdrawn' }), '2026-12-08', 'stage', 'overdue'],
    ['that was kept in part is over', promised('2026-12-10', { state: 'kept' }), '2026-12-11', 'stage', 'overdue'],
    [
      'broken leads to no earlier stage',
      { standing: { promises: [aPromise('2027-01-05')], reached: [reached('due', '2026-11-30')] } },
      '2027-01-06',
      'stage',
      'proposal',
    ],
    ['for before the due date is not chased before it is late', promised('2026-11-20'), '2026-11-30', 'stage', 'due'],
    ['for before the due date is broken when it is late', promised('2026-11-20'), '2026-12-01', 'stage', 'warning'],
  ])('%s', (_, given, today, reason, stage) => {
    expect(decided(given, today)).toMatchObject({ reason, ...(stage && { stage }) })
  })

  test('pauses its own bills only', () => {
    const given: Given = { ...promised('2026-12-10'), account: { invoices: two } }
    expect(told(decided(given, '2026-12-07'))).toEqual(['a: promised', 'b: stage overdue'])
  })

  test('that was broken first counts, whatever was promised after it', () => {
    const promises = ['2026-12-20', '2026-12-08'].map((by) => aPromise(by, { state: 'broken' }))
    expect(decided({ standing: { promises } }, '2026-12-09')).toMatchObject({ stage: 'warning' })
  })

  test('says what comes if it is broken', () => {
    expect(decided(promised('2026-12-10'), '2026-12-07').next).toEqual({ on: '2026-12-11', stage: 'warning' })
  })

  test('that was broken does not do a stage again that was done', () => {
    const given: Given = {
      standing: { promises: [aPromise('2026-12-15')], reached: [reached('warning', '2026-12-14')] },
    }
    expect(decided(given, '2026-12-16')).toMatchObject({ reason: 'done', next: { on: '2026-12-21', stage: 'person' } })
  })
})

describe('one reason where several are true', () => {
  const holds = [
    aHold('exempt', '2026-11-01', '2026-12-31'),
    aHold('held', '2026-11-01', '2026-12-31'),
    aHold('paid', '2026-11-01', '2026-12-31'),
    aHold('later', '2026-11-01', '2026-12-31'),
  ] as const
  const promises = [aPromise('2026-12-31')]
  const disputes = [aDispute('100.00', { lines: [] })]
  const [exempt, held, says, later] = holds
  test.each([
    ['suspension', { holds: [...holds], promises, suspension: 's' }, disputes, '2026-11-30'],
    ['exempt', { holds: [later, says, held, exempt], promises }, disputes, '2026-11-30'],
    ['held', { holds: [later, says, held], promises }, disputes, '2026-11-30'],
    ['promised', { holds: [later, says], promises }, disputes, '2026-11-30'],
    ['says-paid', { holds: [later, says] }, disputes, '2026-11-30'],
    ['later', { holds: [later] }, disputes, '2026-11-30'],
    ['disputed', {}, disputes, '2026-11-30'],
    ['disputed', {}, disputes, '2026-11-10'],
    ['promised', { promises }, [], '2026-11-10'],
    ['not-yet', {}, [], '2026-11-10'],
  ])('%s', (reason, standing, contested, today) => {
    const given: Given = { account: { disputes: contested }, standing }
    expect(decided(given, today)).toMatchObject({ reason, bills: [{ reason }] })
  })

  test.each([
    [
      'below-minimum',
      { minimum: [{ amount: '500.00', currency: 'EUR' }], paymentDataDays: 1, cap: { contacts: 1, days: 9 } },
    ],
    ['stopped', { paymentDataDays: 1, cap: { contacts: 1, days: 9 } }],
    ['stale-payments', { paymentDataDays: 1, cap: { contacts: 1, days: 9 } }],
    ['cap', { cap: { contacts: 1, days: 9 } }],
    ['closed-day', {}],
  ])('%s, of a new stage', (reason, policy) => {
    const stopped = { at: instant('2026-11-01T10:00:00Z'), by: aPromise('2026-12-01').person }
    const standing = {
      contacted: [{ contact: 'x', on: day('2026-11-28') }],
      ...((reason === 'below-minimum' || reason === 'stopped') && { stopped }),
    }
    const given: Given = { policy: { ...policy, holidays: { PT: ['2026-11-29'] } }, standing }
    expect(decided(given, '2026-11-29')).toMatchObject({ kind: 'none', reason, bills: [{ reason }] })
  })

  test.each([
    ['promised', '2027-01-15', ['promised', 'not-yet']],
    ['stage', '2026-11-30', ['promised', 'stage']],
  ])('the day has the reason of the bill that came furthest: %s', (reason, dueOn, reasons) => {
    const invoices = [bill('a'), bill('b', '50.00', { dueOn: day(dueOn), number: 'B' })]
    const decision = decided({ account: { invoices }, standing: { promises } }, '2026-11-30')
    expect([decision.reason, decision.bills.map((each) => each.reason)]).toEqual([reason, reasons])
  })
})

import { describe, expect, test } from 'vitest'
import { addDays, day, instant } from '../../src/values/day.ts'
import { moneyOf } from '../../src/values/money.ts'
import { gbp } from '../ledger/examples.ts'
import {
  aPolicy,
  aPromise,
  bill,
  contacted,
  decided,
  type Given,
  reached,
  told,
  weekdays,
} from './decide/situations.ts'

const due = day('2026-11-30')

describe('the least that is worth a word', () => {
  const minimum = (amount: string, currency = 'EUR') => ({ policy: { minimum: [{ amount, currency }] } })
  test.each([
    ['below', minimum('100.01'), 'below-minimum'],
    ['at', minimum('100.00'), 'stage'],
    ['above', minimum('99.99'), 'stage'],
    ['of another currency', minimum('500.00', 'GBP'), 'stage'],
  ])('%s', (_, given, reason) => {
    expect(decided(given, '2026-11-30').reason).toBe(reason)
  })

  test('a stage has its own', () => {
    const stages = aPolicy().stages.map((stage) => ({
      ...stage,
      fee: undefined,
      minimum: stage.id === 'overdue' ? [{ amount: '200.00', currency: 'EUR' }] : undefined,
    }))
    const given: Given = { policy: { stages, minimum: [{ amount: '50.00', currency: 'EUR' }] } }
    expect(decided(given, '2026-11-30').reason).toBe('stage')
    expect(decided(given, '2026-12-07').reason).toBe('below-minimum')
    expect(decided(given, '2026-12-14').reason).toBe('stage')
  })

  test('is compared with all that is due in the currency, and with nothing that is not due yet', () => {
    const given = (other: string): Given => ({
      ...minimum('150.00'),
      account: { invoices: [bill(), bill('b', '50.00', { dueOn: day(other) })] },
      standing: { reached: [reached('overdue', '2026-11-27', 'b')] },
    })
    expect(told(decided(given('2026-11-20'), '2026-11-30'))).toEqual(['b: done', 'a: stage due'])
    expect(told(decided({ ...given('2026-12-20'), standing: {} }, '2026-11-30'))).toEqual([
      'a: below-minimum',
      'b: not-yet',
    ])
  })

  test('counts each currency by itself', () => {
    const pounds = bill('b', '10.00', { currency: gbp, total: moneyOf('10.00', gbp) })
    const given: Given = {
      policy: {
        minimum: [
          { amount: '50.00', currency: 'EUR' },
          { amount: '50.00', currency: 'GBP' },
        ],
      },
      account: { invoices: [bill(), pounds] },
    }
    expect(told(decided(given, '2026-11-30'))).toEqual(['a: stage due', 'b: below-minimum'])
  })
})

describe('how often', () => {
  const cap = { contacts: 2, days: 7 }
  test.each([
    ['none before', [], 'stage'],
    ['one within the days', ['2026-11-29'], 'stage'],
    ['two, one on the first of the days', ['2026-11-24', '2026-11-29'], 'cap'],
    ['two, one on the day before', ['2026-11-23', '2026-11-29'], 'stage'],
    ['two on the day itself', ['2026-11-30', '2026-11-24'], 'cap'],
    ['one that is noted twice', ['2026-11-29', '2026-11-29'], 'stage'],
  ])('%s', (_, days, reason) => {
    expect(decided({ policy: { cap }, standing: { contacted: days.map(contacted) } }, '2026-11-30').reason).toBe(reason)
  })

  test('what is for staff goes there all the same', () => {
    const given: Given = {
      policy: { cap: { contacts: 1, days: 30 } },
      standing: { contacted: [contacted('2026-12-20')] },
    }
    expect(decided(given, '2026-12-21')).toMatchObject({ kind: 'staff', staff: 'person' })
    expect(decided(given, '2026-12-18')).toMatchObject({ kind: 'contact' })
  })

  test('a contact of the day itself counts for what comes next', () => {
    const given: Given = { policy: { cap: { contacts: 1, days: 10 } } }
    expect(decided(given, '2026-11-30')).toMatchObject({
      kind: 'contact',
      next: { on: '2026-12-10', stage: 'overdue' },
    })
  })

  test('the next day is the first on which the cap lets go', () => {
    const given: Given = {
      policy: { cap: { contacts: 1, days: 5 } },
      standing: { contacted: [contacted('2026-11-29')] },
    }
    expect(decided(given, '2026-11-30')).toMatchObject({ reason: 'cap', next: { on: '2026-12-04', stage: 'due' } })
  })
})

describe('days on which nobody is written to', () => {
  test.each([
    ['a Saturday', '2026-12-05', 'closed-day', '2026-12-07'],
    ['a Friday', '2026-12-04', 'stage', '2026-12-07'],
    ['a holiday of its country', '2026-12-01', 'closed-day', '2026-12-02'],
  ])('%s', (_, today, reason, next) => {
    const given: Given = { policy: { hours: weekdays, holidays: { PT: ['2026-12-01'], ES: ['2026-12-02'] } } }
    expect(decided(given, today)).toMatchObject({ reason, next: { on: next } })
  })

  test('staff gets its own all the same', () => {
    const sunday = addDays(due, 27)
    expect(decided({ policy: { hours: weekdays } }, sunday)).toMatchObject({ kind: 'staff', staff: 'person' })
  })

  test('the stage of the next open day is written about, not the one that was missed', () => {
    const given: Given = {
      policy: { hours: weekdays },
      account: { invoices: [bill('a', '10.00', { dueOn: day('2026-11-29') })] },
    }
    expect(decided(given, '2026-11-29').next).toEqual({ on: '2026-11-30', stage: 'due' })
    const stages = [
      { id: 'one', when: 'after', days: 0, action: 'remind' },
      { id: 'two', when: 'after', days: 1, action: 'remind' },
    ] as const
    expect(
      decided({ ...given, policy: { hours: weekdays, stages: [...stages], promises: undefined } }, '2026-11-29').next,
    ).toEqual({ on: '2026-11-30', stage: 'two' })
  })
})

describe('payment data', () => {
  test.each([
    ['of today', '2026-11-30', 'stage'],
    ['as old as allowed', '2026-11-28', 'stage'],
    ['a day older', '2026-11-27', 'stale-payments'],
    ['that never came', undefined, 'stale-payments'],
  ])('%s', (_, paidUntil, reason) => {
    expect(decided({ policy: { paymentDataDays: 2 }, paidUntil }, '2026-11-30').reason).toBe(reason)
  })

  test('is not looked at where the policy sets no limit', () => {
    expect(decided({}, '2026-11-30').reason).toBe('stage')
  })

  test('that is old holds what is for staff as well', () => {
    expect(decided({ policy: { paymentDataDays: 2 } }, '2026-12-30')).toMatchObject({
      kind: 'none',
      reason: 'stale-payments',
    })
  })
})

describe('a customer that wants no courtesies', () => {
  const stopped = { at: instant('2026-11-01T10:00:00Z'), by: aPromise('2026-12-01').person }
  test.each([
    ['2026-11-29', 'stopped'],
    ['2026-11-30', 'stage'],
    ['2026-12-14', 'stage'],
  ])('on %s: %s', (today, reason) => {
    expect(decided({ standing: { stopped } }, today).reason).toBe(reason)
  })

  test('hears of what is due next', () => {
    expect(decided({ standing: { stopped } }, '2026-11-23').next).toEqual({ on: '2026-11-30', stage: 'due' })
  })
})

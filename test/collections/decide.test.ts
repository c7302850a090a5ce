import { describe, expect, test } from 'vitest'
import { decide } from '../../src/collections/decide.ts'
import { addDays, day } from '../../src/values/day.ts'
import { moneyOf } from '../../src/values/money.ts'
import { aBill, aPayment, euros, gbp } from '../ledger/examples.ts'
import { bill, decided, reached, situation, told } from './decide/situations.ts'

const due = day('2026-11-30')

describe('the latest stage whose day has come holds', () => {
  test.each([
    [-8, 'not-yet', undefined],
    [-7, 'stage', 'before'],
    [-6, 'stage', 'before'],
    [-1, 'stage', 'before'],
    [0, 'stage', 'due'],
    [1, 'stage', 'due'],
    [6, 'stage', 'due'],
    [7, 'stage', 'overdue'],
    [13, 'stage', 'overdue'],
    [14, 'stage', 'warning'],
    [20, 'stage', 'warning'],
    [21, 'stage', 'person'],
    [29, 'stage', 'person'],
    [30, 'stage', 'warning'],
    [300, 'stage', 'warning'],
  ])('%i days after the due date with nothing done before: %s %s', (days, reason, stage) => {
    const decision = decided({}, addDays(due, days))
    expect([decision.reason, decision.stage]).toEqual([reason, stage])
    expect(decision.bills).toMatchObject([{ invoice: 'a', reason, amount: euros('100.00'), dueOn: due }])
  })

  test.each([
    ['done on its day', [reached('due', '2026-11-30')], '2026-11-30', 'done'],
    ['a day later', [reached('due', '2026-11-30')], '2026-12-01', 'done'],
    ['until the next comes', [reached('due', '2026-11-30')], '2026-12-06', 'done'],
    ['when the next comes', [reached('due', '2026-11-30')], '2026-12-07', 'stage'],
    ['a later one does the earlier ones too', [reached('warning', '2026-11-30')], '2026-12-07', 'done'],
    ['all are done', [reached('proposal', '2026-12-30')], '2027-03-01', 'end'],
    ['a stage that the policy does not have any more', [reached('gone', '2026-12-08')], '2026-12-08', 'done'],
    ['what came after such a stage', [reached('gone', '2026-12-08')], '2026-12-14', 'stage'],
  ])('%s', (_, done, today, reason) => {
    expect(decided({ standing: { reached: done } }, today).reason).toBe(reason)
  })

  test('a week without a run is caught up with one message of the latest stage', () => {
    const decision = decided({ standing: { reached: [reached('before', '2026-11-23')] } }, '2026-12-09')
    expect(decision).toMatchObject({ kind: 'contact', stage: 'overdue' })
    expect(decision.next).toEqual({ on: '2026-12-14', stage: 'warning' })
  })
})

describe('who gets something', () => {
  test.each([
    ['2026-11-30', 'contact', undefined],
    ['2026-12-14', 'contact', undefined],
    ['2026-12-21', 'staff', 'person'],
    ['2026-12-30', 'staff', 'propose-suspension'],
  ])('on %s: %s %s', (today, kind, staff) => {
    const decision = decided({ standing: { reached: [reached('before', '2026-11-23')] } }, today)
    expect([decision.kind, decision.staff]).toEqual([kind, staff])
  })

  test('a day can be for the customer and for staff', () => {
    const invoices = [bill(), bill('b', '50.00', { dueOn: day('2026-11-01') })]
    const decision = decided({ account: { invoices } }, '2026-11-30')
    expect(decision).toMatchObject({ kind: 'contact', stage: 'due', staff: 'person' })
    expect(told(decision)).toEqual(['b: stage person', 'a: stage due'])
  })

  test('without rules for suspensions a person looks at it instead', () => {
    const given = situation({}, '2026-12-30')
    const rules = given.rules && { ...given.rules, suspension: undefined }
    expect(decide({ ...given, rules }, day('2026-12-30'))).toMatchObject({ kind: 'staff', staff: 'person' })
  })

  test('all that is due is one message: what was written about before stands in it too', () => {
    const invoices = [
      bill('new'),
      bill('old', '20.00', { dueOn: day('2026-11-20') }),
      bill('far', '5.00', { dueOn: day('2027-01-30') }),
    ]
    const decision = decided(
      { account: { invoices }, standing: { reached: [reached('overdue', '2026-11-27', 'old')] } },
      '2026-11-30',
    )
    expect(told(decision)).toEqual(['old: done', 'new: stage due', 'far: not-yet'])
    expect(decision).toMatchObject({ kind: 'contact', stage: 'due', next: { on: '2026-12-04', stage: 'warning' } })
  })
})

describe('what is open', () => {
  test.each([
    ['nothing is there', [], [], 'nothing-open', undefined],
    ['it is paid', [bill()], [aPayment('p', '100.00', { a: '100.00' })], 'nothing-open', undefined],
    ['a cent is left', [bill()], [aPayment('p', '99.99', { a: '99.99' })], 'stage', '0.01'],
    [
      'a part is paid twice',
      [bill()],
      [aPayment('p', '30.00', { a: '30.00' }), aPayment('q', '30.00', { a: '30.00' })],
      'stage',
      '40.00',
    ],
    ['a credit note took off a part', [bill(), credit('-60.00')], [], 'stage', '40.00'],
    ['a credit note took off all', [bill(), credit('-100.00')], [], 'nothing-open', undefined],
    [
      'a credit note and a payment',
      [bill(), credit('-60.00')],
      [aPayment('p', '39.00', { a: '39.00' })],
      'stage',
      '1.00',
    ],
  ])('%s', (_, invoices, payments, reason, amount) => {
    const decision = decided({ account: { invoices, payments } }, '2026-11-30')
    expect(decision.reason).toBe(reason)
    expect(decision.bills.map((each) => each.amount)).toEqual(amount === undefined ? [] : [euros(amount)])
  })

  test.each([
    ['a part of what is due', '99.99', 'stage'],
    ['all that is due', '100.00', 'below-minimum'],
    ['more', '150.00', 'below-minimum'],
  ])('a payment that no bill has used up covers %s', (_, amount, reason) => {
    expect(decided({ account: { payments: [aPayment('p', amount)] } }, '2026-11-30').reason).toBe(reason)
  })

  test('an unused payment in another currency covers nothing', () => {
    const payments = [{ ...aPayment('p', '100.00'), amount: moneyOf('100.00', gbp) }]
    expect(decided({ account: { payments } }, '2026-11-30').reason).toBe('stage')
  })
})

function credit(amount: string) {
  return aBill('note', [amount], { kind: 'credit-note', corrects: bill().id, issuedOn: day('2026-11-10') })
}

test('a day is decided the same twice', () => {
  const given = situation({ policy: { cap: { contacts: 1, days: 3 } } })
  expect(decide(given, due)).toEqual(decide(given, due))
})

test('without a policy nobody is written to, and each open bill says so', () => {
  const decision = decide({ ...situation(), rules: undefined }, due)
  expect(decision).toMatchObject({ kind: 'none', reason: 'no-policy', bills: [{ invoice: 'a', reason: 'no-policy' }] })
})

test('a bill that is dated ahead waits for its date', () => {
  const invoices = [bill('a', '10.00', { issuedOn: day('2026-12-02'), dueOn: day('2026-12-05') })]
  expect(decided({ account: { invoices } }, '2026-12-01')).toMatchObject({
    reason: 'not-yet',
    next: { on: '2026-12-02', stage: 'before' },
  })
  expect(decided({ account: { invoices } }, '2026-12-02')).toMatchObject({ reason: 'stage', stage: 'before' })
})

import { describe, expect, test } from 'vitest'
import { reminderAnswer } from '../../src/answers/reminder.ts'
import { noticeAnswer } from '../../src/answers/reminder-notice.ts'
import { day, instant } from '../../src/values/day.ts'
import type { Facts, Source } from '../../src/values/fact.ts'
import { amountText } from '../../src/values/money.ts'
import { aPayment } from '../ledger/examples.ts'
import { book, noticed, priced, ready, subscription, today } from './reminder-cases.ts'
import {
  accountOf,
  aDispute,
  bill,
  contactOf,
  dueOn,
  inPounds,
  reminding,
  rules,
  standing,
} from './reminder-examples.ts'

const [one, two] = [bill(1, '246.00'), bill(2, '100.00', { dueOn: day('2026-11-28') })]
const pounds = inPounds(bill(4, '80.00'))

const answered = (...given: Parameters<typeof reminding>) => reminderAnswer(reminding(...given)).answer
const termOf = (facts: Facts, name: string) => {
  const value = facts[name]?.value
  return value?.type === 'term' ? value.term.slice(value.term.lastIndexOf('.') + 1) : undefined
}
const moneyIn = (facts: Facts | undefined, name: string) => {
  const value = facts?.[name]?.value
  return value?.type === 'money' ? `${amountText(value.money)} ${value.money.currency}` : undefined
}
const rowsOf = (...given: Parameters<typeof reminding>) =>
  (answered(...given).rows ?? []).map((row) => `${termOf(row, 'status')} ${moneyIn(row, 'amount')}`)
const leaves = (source: Source): Source[] => (source.type === 'computed' ? source.from.flatMap(leaves) : [source])

describe('why somebody is written to', () => {
  test.each([
    ['courtesy', 'later', 'courtesy', -5],
    ['courtesy', 'later', 'courtesy', -2],
    ['courtesy', 'tomorrow', 'courtesy', -1],
    ['due', 'today', 'courtesy', 0],
    ['overdue', 'past', 'first', 1],
    ['overdue', 'past', 'first', 7],
    ['last', 'past', 'last', 14],
  ])('%s (%s) at the stage %s, %i days after the due date', (why, when, stage, late) => {
    const { facts } = answered([one], { stage, late })
    expect([termOf(facts, 'why'), termOf(facts, 'when')]).toEqual([why, when])
  })

  test('a last reminder is one only where the policy goes on to a suspension', () => {
    const ends = rules.stages.filter(({ action }) => action !== 'propose-suspension')
    expect(termOf(answered([one], { stage: 'last', late: 14, rules: { ...rules, stages: ends } }).facts, 'why')).toBe(
      'overdue',
    )
    expect(
      termOf(answered([one], { stage: 'last', late: 14, rules: { ...rules, suspension: undefined } }).facts, 'why'),
    ).toBe('overdue')
  })

  test('what got furthest and was paid meanwhile no longer says why', () => {
    const contact = contactOf([one, two], 'last', day('2026-12-12'))
    const [first, second] = contact.bills
    const mixed = { ...contact, bills: [{ ...first!, stage: 'courtesy' }, second!] }
    const account = accountOf([one, two], { payments: [aPayment('p', '100.00', { 'i-2': '100.00' })] })
    expect(termOf(answered([], { contact: mixed, account, late: -5 }).facts, 'why')).toBe('courtesy')
    expect(termOf(answered([], { contact: mixed, account: accountOf([one, two]), late: -5 }).facts, 'why')).toBe('last')
  })
})

describe('what is to be paid', () => {
  test('of one currency is summed, of several never', () => {
    expect(moneyIn(answered([one, two], { late: 1 }).facts, 'total')).toBe('346.00 EUR')
    const both = answered([one, two, pounds], { late: 1 })
    expect(both.facts.total).toBeUndefined()
    const totals = both.notes?.filter(({ kind }) => kind === 'note.reminder-total')
    expect(totals?.map(({ facts }) => moneyIn(facts, 'total'))).toEqual(['346.00 EUR', '80.00 GBP'])
  })

  test.each([
    ['below', '245.99', ['before 0.01 EUR']],
    ['at', '246.00', ['disputed 0.00 EUR']],
    ['above', '300.00', ['disputed 0.00 EUR']],
  ])('a dispute %s what is open leaves the rest', (_, amount, rows) => {
    expect(rowsOf([one], { account: accountOf([one], { disputes: [aDispute(one, amount)] }) })).toEqual(rows)
  })

  test.each([
    ['a cent less', '245.99', 'reminder', ['before 0.01 EUR']],
    ['all of it', '246.00', 'reminder.settled', ['paid 0.00 EUR']],
  ])('a payment of %s', (_, amount, kind, rows) => {
    const account = accountOf([one], { payments: [aPayment('p', amount, { 'i-1': amount })] })
    expect(answered([one], { account }).kind).toBe(kind)
    expect(rowsOf([one], { account })).toEqual(rows)
  })

  test('a decided dispute gives it a new due date, with where it comes from', () => {
    const decided = aDispute(one, '246.00', {
      outcome: { kind: 'rejected', at: instant('2026-12-07T10:00:00Z'), note: 'as ordered' },
    })
    const { rows } = answered([one], { account: accountOf([one], { disputes: [decided] }), late: 2 })
    expect(rows?.[0]?.due?.value).toEqual({ type: 'day', day: '2026-12-14' })
    expect(termOf(rows![0]!, 'status')).toBe('before')
    expect(leaves(rows![0]!.due!.source)).toContainEqual({
      type: 'record',
      record: 'disputes',
      id: 'd-i-1',
      field: 'outcome',
    })
  })

  test('the bills to pay come first, the oldest due date before the others, and what is done last', () => {
    const account = accountOf([one, two, pounds], { payments: [aPayment('p', '246.00', { 'i-1': '246.00' })] })
    expect(rowsOf([one, two, pounds], { account, late: 1 })).toEqual([
      'overdue 100.00 EUR',
      'overdue 80.00 GBP',
      'paid 0.00 EUR',
    ])
  })

  test('a bill that is gone from the ledger is not mentioned', () => {
    expect(rowsOf([one, two], { account: accountOf([one]) })).toEqual(['before 246.00 EUR'])
  })

  test('every amount has the address of a record', () => {
    const {
      facts,
      rows = [],
      notes = [],
    } = answered([one, two], {
      account: accountOf([one, two], { disputes: [aDispute(one, '46.00')] }),
    })
    for (const all of [facts, ...rows, ...notes.map((note) => note.facts)])
      for (const { value, source } of Object.values(all))
        if (value.type === 'money') expect(leaves(source).some(({ type }) => type === 'record')).toBe(true)
  })
})

describe('what comes next', () => {
  const nextOf = (...given: Parameters<typeof reminding>) =>
    answered(...given).notes?.find(({ kind }) => kind.startsWith('note.reminder-next'))
  test.each([
    ['courtesy', -5, 'note.reminder-next', '2026-12-08'],
    ['due', 0, 'note.reminder-next', '2026-12-15'],
    ['first', 7, 'note.reminder-next-warn', '2026-12-22'],
    ['last', 14, 'note.reminder-next-person', '2026-12-26'],
  ])('after the stage %s', (stage, late, kind, on) => {
    expect(nextOf([one], { stage, late })).toMatchObject({ kind, facts: { on: { value: { day: on } } } })
  })

  test('a reminder falls on a day on which the customer is written to', () => {
    const stages = rules.stages.map((stage) => (stage.id === 'first' ? { ...stage, days: 4 } : stage))
    // The fourth day after Tuesday, 8 December 2026 is a Saturday.
    expect(nextOf([one], { stage: 'due', late: 0, rules: { ...rules, stages } })?.facts.on?.value).toMatchObject({
      day: '2026-12-14',
    })
  })

  test.each([
    ['posted before the due date', -3, '2026-12-08'],
    ['posted late', 10, '2026-12-22'],
  ])('of a bill that no stage was reached with: %s', (_, late, on) => {
    const contact = contactOf([one], 'by-hand', day('2026-12-05'), { kind: 'posted', stage: undefined })
    expect(nextOf([one], { contact, late })?.facts.on?.value).toMatchObject({ day: on })
  })

  test('the earliest step of any bill is told', () => {
    expect(nextOf([one, two], { stage: 'courtesy', late: -10 })?.facts.on?.value).toMatchObject({ day: '2026-11-30' })
    expect(nextOf([two, one], { stage: 'due', late: -10 })?.facts.on?.value).toMatchObject({ day: '2026-12-07' })
  })
})

describe('what the person can do', () => {
  const offersOf = (...given: Parameters<typeof reminding>) =>
    reminderAnswer(reminding(...given)).offers.map(({ asked: { intent, act, slots } }) =>
      [intent, act, slots.invoice].filter(Boolean).join(' '),
    )
  test('about one bill, before it is due', () => {
    expect(offersOf([one])).toEqual([
      'payment.status i-paid FT 2026/201',
      'payment.promise FT 2026/201',
      'reminder.preferences later',
      'dispute FT 2026/201',
      'human',
      'payment.methods',
      'reminder.preferences stop-reminders',
    ])
  })
  test('about several no bill is named, and what is late cannot be stopped', () => {
    expect(offersOf([one, two], { late: 1 })).toEqual([
      'payment.status i-paid',
      'payment.promise',
      'reminder.preferences later',
      'dispute',
      'human',
      'payment.methods',
    ])
  })
  test('the one that is left is named', () => {
    const account = accountOf([one, two], { payments: [aPayment('p', '100.00', { 'i-2': '100.00' })] })
    expect(offersOf([one, two], { account })[0]).toBe('payment.status i-paid FT 2026/201')
  })
})

test('nothing of a hold is shown once it is over or released', () => {
  const hold = { id: 'H', kind: 'held' as const, reason: 'x', from: day('2026-12-01'), by: 'saldo' as const }
  const seen = (over: object) => rowsOf([one], { standing: standing({ holds: [{ ...hold, ...over }] }), late: -5 })
  expect(seen({ until: day('2026-12-02') })).toEqual(['before 246.00 EUR'])
  expect(seen({ until: day('2026-12-03') })).toEqual(['held 246.00 EUR'])
  expect(seen({ releasedAt: instant('2026-12-02T10:00:00Z') })).toEqual(['before 246.00 EUR'])
})

describe('a notice whose matter is over says nothing', () => {
  const about = (kind: 'renewal' | 'promotion-ending' | 'price-change', on: string) => ({
    kind,
    subscription: subscription.id,
    day: day(on),
  })
  const account = (over: object) => accountOf([one], { subscriptions: [{ ...subscription, ...over }] })
  test.each([
    ['a renewal that was switched off', [about('renewal', '2026-12-16')], { account: account({ autoRenew: false }) }],
    ['a renewal that has come', [about('renewal', '2026-12-16')], { account: account({ end: day('2027-12-15') }) }],
    ['a subscription that is gone', [about('renewal', '2026-12-16')], { account: accountOf([one]) }],
    ['a suspended one', [about('renewal', '2026-12-16')], { account: account({ status: 'suspended' }) }],
    ['a promotion that no bill has', [about('promotion-ending', '2026-12-15')], {}],
    ['a bill that is gone', [ready], { account: accountOf([two]) }],
    [
      'a price that is the old one',
      [about('price-change', '2026-11-01')],
      { account: accountOf([priced], { subscriptions: [subscription] }) },
    ],
  ])('%s', (_, notices, over) => {
    expect(noticeAnswer(noticed(notices, over))).toBeUndefined()
  })
  test('and one that holds does', () => {
    expect(noticeAnswer(noticed([ready]))?.answer.kind).toBe('notice.invoice-ready')
    const account = accountOf([priced], { subscriptions: [subscription] })
    const changed = noticeAnswer(noticed([about('price-change', '2026-11-01')], { account, priceBook: book }))
    expect(moneyIn(changed?.answer.facts, 'price')).toBe('21.50 EUR')
    expect(today < dueOn).toBe(true)
  })
})

describe('a message with what is overdue and what is still to come', () => {
  const later = bill(5, '40.00', { dueOn: day('2026-12-20') })
  const comings = (...given: Parameters<typeof reminding>) =>
    answered(...given)
      .notes?.filter(({ kind }) => kind === 'note.reminder-coming')
      .map(({ facts }) => [moneyIn(facts, 'total'), facts.due?.value, facts.count?.value])

  test.each([
    ['the day before the first is due', -1, 'courtesy', '286.00 EUR', 0],
    ['on the day', 0, 'due', '246.00 EUR', 1],
    ['the day after', 1, 'overdue', '246.00 EUR', 1],
    ['on the day of the second', 12, 'overdue', '286.00 EUR', 0],
  ])('%s', (_, late, why, total, notes) => {
    const { facts } = answered([one, later], { stage: 'due', late })
    expect([termOf(facts, 'why'), moneyIn(facts, 'total')]).toEqual([why, total])
    expect(comings([one, later], { stage: 'due', late })).toHaveLength(notes)
  })

  test('says the coming ones apart, a currency at a time', () => {
    const pound = inPounds(bill(6, '80.00', { dueOn: day('2026-12-22') }))
    expect(comings([one, later, pound], { stage: 'due', late: 1 })).toEqual([
      ['40.00 EUR', { type: 'day', day: '2026-12-20' }, { type: 'count', count: 1 }],
      ['80.00 GBP', { type: 'day', day: '2026-12-22' }, { type: 'count', count: 1 }],
    ])
  })
})

describe('what is said of a suspension', () => {
  const saying = (over: object) => {
    const { facts, notes = [] } = answered([one], { stage: 'last', late: 18, ...over })
    return [termOf(facts, 'why'), notes.find(({ kind }) => kind.startsWith('note.reminder-next'))?.kind]
  }
  test.each([
    ['that it is considered, while none is proposed', {}, ['last', 'note.reminder-next-suspension']],
    ['nothing, while one is proposed or goes on', { suspension: true }, ['overdue', 'note.reminder-next-none']],
  ])('%s', (_, over, expected) => {
    expect(saying(over)).toEqual(expected)
  })

  test('not before the days are over that the policy leaves after a late warning', () => {
    const contact = contactOf([one], 'last', day('2027-01-10'))
    const { notes = [] } = answered([one], { contact, now: instant('2027-01-11T12:00:00Z') })
    const next = notes.find(({ kind }) => kind === 'note.reminder-next-suspension')
    expect(next?.facts.on?.value).toMatchObject({ day: '2027-01-17' })
  })
})

describe('an exemption of the policy', () => {
  const exempt = (until: string) => ({
    rules: { ...rules, exemptions: [{ customer: standing().customer as never, until: day(until), reason: 'agreed' }] },
  })
  test.each([
    ['on its last day nothing is to pay and no step comes', '2026-12-09', 'reminder.waiting', undefined],
    ['the day after it is as before', '2026-12-08', 'reminder', 'note.reminder-next'],
  ])('%s', (_, until, kind, next) => {
    const answer = answered([one], { stage: 'due', late: 1, ...exempt(until) } as never)
    expect(answer.kind).toBe(kind)
    expect(answer.notes?.find((note) => note.kind.startsWith('note.reminder-next'))?.kind).toBe(next)
  })
})

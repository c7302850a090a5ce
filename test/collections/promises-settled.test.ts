import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promiseEvents, settlePromises } from '../../src/collections/settle-promises.ts'
import type { Promised } from '../../src/collections/standing.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import type { Payment } from '../../src/ledger/payment.ts'
import { addDays, day } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { moneyOf } from '../../src/values/money.ts'
import { aBill, aPayment, eur, euros } from '../ledger/examples.ts'
import { bill, type Given, situation } from './decide/situations.ts'
import { now, who } from './support/promising.ts'

const promise = (over: Partial<Promised> = {}): Promised => ({
  id: 'P-1',
  invoices: ['a' as InvoiceId],
  amount: euros('100.00'),
  by: day('2026-12-04'),
  madeOn: day('2026-11-22'),
  person: who.contact.principal.key,
  settledBefore: euros('0.00'),
  state: 'open',
  ...over,
})

const paid = (amount: string, on: string, to = 'a', id = `${amount}-${on}`): Payment => ({
  ...aPayment(id, amount, { [to]: amount }),
  receivedOn: day(on),
})
const credited = (amount: string, on: string): Invoice =>
  aBill('n', [amount], { kind: 'credit-note', corrects: 'a' as InvoiceId, issuedOn: day(on) })

function settled(promises: readonly Promised[], account: Given['account'], today: string, policy?: Given['policy']) {
  const {
    account: known,
    standing,
    rules,
  } = situation({ account, standing: { promises: [...promises] }, policy }, today)
  return settlePromises(known, standing, day(today), rules)
}

const states = (...args: Parameters<typeof settled>) => settled(...args).standing.promises.map(({ state }) => state)

describe('a promise of 100.00 by 4 December', () => {
  test.each([
    ['is open before anything came', {}, '2026-12-04', 'open'],
    ['is broken the day after', {}, '2026-12-05', 'broken'],
    ['is kept at once by a payment', { payments: [paid('100.00', '2026-11-25')] }, '2026-11-25', 'kept'],
    ['is open while a cent is missing', { payments: [paid('99.99', '2026-11-25')] }, '2026-12-04', 'open'],
    ['is broken for a cent', { payments: [paid('99.99', '2026-11-25')] }, '2026-12-05', 'broken'],
    [
      'is kept by part payments together',
      { payments: [paid('60.00', '2026-11-25'), paid('40.00', '2026-12-04')] },
      '2026-12-04',
      'kept',
    ],
    [
      'is kept by a payment and a credit note',
      { payments: [paid('60.00', '2026-11-25')], invoices: [bill(), credited('-40.00', '2026-12-01')] },
      '2026-12-01',
      'kept',
    ],
    ['is kept by a credit note alone', { invoices: [bill(), credited('-100.00', '2026-12-01')] }, '2026-12-02', 'kept'],
    [
      'is kept by a payment of its last day, seen later',
      { payments: [paid('100.00', '2026-12-04')] },
      '2026-12-09',
      'kept',
    ],
    ['is broken by a payment of the day after', { payments: [paid('100.00', '2026-12-05')] }, '2026-12-05', 'broken'],
    ['is not kept by what another bill got', { payments: [paid('100.00', '2026-11-25', 'b')] }, '2026-12-05', 'broken'],
    ['is broken whenever it is looked at', {}, '2027-02-28', 'broken'],
  ])('%s', (_, account, today, state) => {
    expect(states([promise()], account, today)).toEqual([state])
  })

  test('that was broken is kept after all once a payment of before its end is on record', () => {
    const broken = promise({ state: 'broken', endedOn: day('2026-12-05') })
    const late = settled([broken], { payments: [paid('100.00', '2026-12-03')] }, '2026-12-08')
    expect(late.standing.promises).toMatchObject([{ state: 'kept', endedOn: '2026-12-04' }])
    expect(states([broken], { payments: [paid('100.00', '2026-12-06')] }, '2026-12-08')).toEqual(['broken'])
  })

  test('counts only what came after it was made', () => {
    const half = { payments: [paid('50.00', '2026-11-10'), paid('50.00', '2026-11-25')] }
    expect(states([promise({ settledBefore: euros('50.00') })], half, '2026-12-05')).toEqual(['broken'])
    expect(states([promise({ settledBefore: euros('50.00'), amount: euros('50.00') })], half, '2026-11-25')).toEqual([
      'kept',
    ])
  })

  test('of two bills takes what came for either', () => {
    const both = promise({ invoices: ['a', 'b'] as InvoiceId[], amount: euros('150.00') })
    const bills = [bill('a', '100.00'), bill('b', '50.00')]
    const one = { invoices: bills, payments: [paid('100.00', '2026-11-25')] }
    expect(states([both], one, '2026-12-04')).toEqual(['open'])
    const two = { invoices: bills, payments: [...one.payments, paid('50.00', '2026-12-01', 'b')] }
    expect(states([both], two, '2026-12-04')).toEqual(['kept'])
  })

  test('withdrawn or kept stays so', () => {
    const over = [promise({ state: 'withdrawn' }), promise({ id: 'P-2', state: 'kept' })]
    expect(states(over, {}, '2026-12-09')).toEqual(['withdrawn', 'kept'])
  })
})

describe('several promises about one bill', () => {
  const first = promise({ amount: euros('40.00'), by: day('2026-11-27') })
  const second = promise({ id: 'P-2', amount: euros('60.00'), by: day('2026-12-11') })
  test.each([
    ['what came once counts once, for the one that ends first', ['40.00'], '2026-11-27', ['kept', 'open']],
    ['a larger payment does not keep both before it is enough', ['60.00'], '2026-11-27', ['kept', 'open']],
    ['the rest keeps the second', ['40.00', '60.00'], '2026-11-27', ['kept', 'kept']],
    ['a broken one takes nothing from the next', ['0.01'], '2026-11-28', ['broken', 'open']],
  ])('%s', (_, amounts, today, expected) => {
    const payments = amounts.map((amount, at) => paid(amount, '2026-11-25', 'a', `p-${at}`))
    expect(states([first, second], { payments }, today)).toEqual(expected)
    expect(states([second, first], { payments }, today)).toEqual([...expected].reverse())
  })
})

describe('when every promise that the policy allows was broken, a person takes it', () => {
  const broken = (id: string, by = '2026-11-25') => promise({ id, by: day(by), state: 'broken' })
  test.each([
    ['one of two', [broken('P-1')], []],
    ['two of two', [broken('P-1'), broken('P-2')], ['a']],
    ['one broken, one withdrawn', [broken('P-1'), promise({ id: 'P-2', state: 'withdrawn' })], ['a']],
    ['one broken, one kept', [broken('P-1'), promise({ id: 'P-2', state: 'kept' })], []],
    ['one broken, one still open', [broken('P-1'), promise({ id: 'P-2' })], []],
    ['two withdrawn', [promise({ state: 'withdrawn' }), promise({ id: 'P-2', state: 'withdrawn' })], []],
  ])('%s', (_, promises, bills) => {
    expect(settled(promises, {}, '2026-11-30').toPerson).toEqual(bills)
  })

  test('but not of a bill that is paid', () => {
    const both = [broken('P-1'), broken('P-2')]
    expect(settled(both, { payments: [paid('100.00', '2026-12-08')] }, '2026-12-09').toPerson).toEqual([])
  })
})

test('those that ended are told once: the second look ends none', () => {
  const account = { payments: [paid('100.00', '2026-11-25')] }
  const { standing, ended } = settled([promise()], account, '2026-11-25')
  const known = situation({ account }, '2026-11-25').account
  expect(promiseEvents(known, ended, now).map(({ id, type }) => [id, type])).toEqual([
    [`promise|${known.customer.id}|P-1|kept`, 'saldo.promise.kept'],
  ])
  expect(settled(standing.promises, account, '2026-11-26').ended).toEqual([])
})

test('the end does not depend on how often it was looked at before, nor on the order of promises and payments', () => {
  const money = (cents: number) => moneyOf((cents / 100).toFixed(2), eur)
  const when = fc.integer({ min: 0, max: 30 }).map((days) => addDays(day('2026-11-22'), days))
  const payments = fc.array(fc.record({ cents: fc.integer({ min: 1, max: 6000 }), on: when }), { maxLength: 5 })
  const promised = fc.array(fc.record({ cents: fc.integer({ min: 1, max: 9000 }), by: when }), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(payments, promised, fc.array(when, { maxLength: 4 }), (came, made, looks) => {
      const all = came.map(({ cents, on }, at) => ({
        ...aPayment(`p-${at}`, '0.01'),
        amount: money(cents),
        receivedOn: on,
        allocations: [{ invoice: 'a' as InvoiceId, amount: money(cents) }],
      }))
      const promises = made.map(({ cents, by }, at) => promise({ id: `P-${at}`, amount: money(cents), by }))
      const { account, standing } = situation({ account: { invoices: [bill('a', '900.00')] }, standing: { promises } })
      const end = day('2027-01-31')
      const known = (today: string) => ({ ...account, payments: all.filter(({ receivedOn }) => receivedOn <= today) })
      let looked = standing
      for (const today of [...looks].sort()) looked = settlePromises(known(today), looked, today).standing
      const byState = (one: typeof standing) => Object.fromEntries(one.promises.map(({ id, state }) => [id, state]))
      const often = byState(settlePromises(known(end), looked, end).standing)
      const atOnce = byState(settlePromises(known(end), standing, end).standing)
      const turned = { ...standing, promises: [...promises].reverse() }
      const reversed = byState(settlePromises({ ...known(end), payments: [...all].reverse() }, turned, end).standing)
      expect(often).toEqual(atOnce)
      expect(reversed).toEqual(atOnce)
      for (const state of Object.values(atOnce)) expect(['kept', 'broken']).toContain(state)
    }),
    { numRuns: process.env.SALDO_LONG ? 20_000 : 300 },
  )
})

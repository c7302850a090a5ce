import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaOf } from '../../src/collections/agenda.ts'
import { compareForecasts } from '../../src/collections/compare-forecasts.ts'
import { decide } from '../../src/collections/decide.ts'
import { type Assumption, forecastOf, type SimulatedCustomer, simulate } from '../../src/collections/simulate.ts'
import { usualDelay, usualPayments } from '../../src/collections/usual-payments.ts'
import type { Payment } from '../../src/ledger/payment.ts'
import type { Subscription } from '../../src/ledger/subscription.ts'
import { addDays, type Day, day } from '../../src/values/day.ts'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { amountText, type Money } from '../../src/values/money.ts'
import { aBill, aCustomer, aLine, aPayment, customerAt, euros } from '../ledger/examples.ts'
import { aPolicy, aPromise, bill, type Given, situation, weekdays } from './decide/situations.ts'

const from = day('2026-11-20')
const none: Assumption = { payments: 'none', data: 'kept-up' }
const usual: Assumption = { payments: 'usual', data: 'kept-up' }

const customer = (given: Given = {}, over: Partial<SimulatedCustomer> = {}): SimulatedCustomer => {
  const { account, standing, paidUntil } = situation(given)
  return { account, standing, paidUntil, priceBook: undefined, people: 2, reachable: true, ...over }
}
type Run = { readonly policy?: Parameters<typeof aPolicy>[0]; readonly days?: number; readonly assume?: Assumption }
const run = (one: SimulatedCustomer, { policy, days = 50, assume = none }: Run = {}) =>
  forecastOf(one, { policies: [aPolicy(policy)], from, days, assume })
/** The days on which something comes, and what. */
const comes = (forecast: ReturnType<typeof run>) =>
  forecast.days
    .filter(({ decision }) => decision.kind !== 'none')
    .map(({ decision: { day: on, stage, staff } }) => `${on} ${staff ?? stage}`)
const texts = (amounts: readonly Money[]) => amounts.map((each) => `${amountText(each)} ${each.currency}`)

describe('one customer', () => {
  test('is rolled through every stage of the policy, each once, on its day', () => {
    expect(comes(run(customer()))).toEqual([
      '2026-11-23 before',
      '2026-11-30 due',
      '2026-12-07 overdue',
      '2026-12-14 warning',
      '2026-12-21 person',
      '2026-12-30 propose-suspension',
    ])
  })

  test('weekends without hours move what is written to the next day, not what staff gets', () => {
    const bills = { invoices: [bill('a', '100.00', { dueOn: day('2026-11-28') })] }
    const found = comes(run(customer({ account: bills }), { policy: { hours: weekdays } }))
    expect(found).toEqual([
      '2026-11-23 before',
      '2026-11-30 due',
      '2026-12-07 overdue',
      '2026-12-14 warning',
      '2026-12-19 person',
      '2026-12-28 propose-suspension',
    ])
  })

  test('whoever begins after days that nobody looked at gets the latest stage, not all of them', () => {
    const overdue = { invoices: [bill('a', '100.00', { issuedOn: day('2026-09-01'), dueOn: day('2026-11-10') })] }
    expect(comes(run(customer({ account: overdue }), { days: 5 }))).toEqual([
      '2026-11-20 overdue',
      '2026-11-24 warning',
    ])
  })

  test('the decision of every day is the one that `decide` makes of the state of that day', () => {
    const { days } = run(customer(), { days: 4 })
    expect(days[0]?.decision).toEqual(decide(situation({}, '2026-11-20'), from))
  })

  test('nothing of the customer is changed by it', () => {
    const one = customer()
    const before = structuredClone(one.standing)
    run(one)
    expect(one.standing).toEqual(before)
  })

  test('with a cap, what reached nobody does not count for it', () => {
    const two = { invoices: [bill('a'), bill('b', '50.00', { dueOn: day('2026-12-02') })] }
    const policy = { cap: { contacts: 1, days: 30 } }
    const capped = run(customer({ account: two }), { policy }).days
    // The second: before a suspension is proposed for the other bill, it is written about.
    expect(capped.filter(({ decision }) => decision.kind === 'contact')).toHaveLength(2)
    const unreached = run(customer({ account: two }, { reachable: false }), { policy }).days
    expect(unreached.filter(({ decision }) => decision.kind === 'contact').length).toBeGreaterThan(5)
  })

  test('a promise holds it until its day, and is broken by itself when nothing comes', () => {
    const promise = aPromise('2026-12-10', { madeOn: from })
    const forecast = run(customer({ standing: { promises: [promise] } }))
    expect(comes(forecast)[0]).toBe('2026-12-11 warning')
    expect(forecast.days.filter(({ decision }) => decision.reason === 'promised')).toHaveLength(21)
    expect(texts(forecast.promised.map(({ amount }) => amount))).toEqual(['100.00 EUR'])
  })
})

describe('how old the payment data is', () => {
  const policy = { paymentDataDays: 3 }

  test('kept up, it stays as old as it is on the first day', () => {
    const { days } = run(customer({ paidUntil: '2026-11-19' }), { policy })
    expect(days.some(({ decision }) => decision.reason === 'stale-payments')).toBe(false)
  })

  test('as it is, nobody is reminded once it is too old', () => {
    const assume: Assumption = { payments: 'none', data: 'as-is' }
    const { days } = run(customer({ paidUntil: '2026-11-19' }), { policy, assume })
    expect(days.some(({ decision }) => decision.kind === 'contact')).toBe(false)
    expect(days.at(-1)?.decision.reason).toBe('stale-payments')
  })
})

describe('what customers usually pay', () => {
  const paidBill = (id: string, dueOn: string, paidOn: string): [ReturnType<typeof aBill>, Payment] => [
    aBill(id, ['10.00'], { dueOn: day(dueOn), issuedOn: day('2026-06-01') }),
    { ...aPayment(`p-${id}`, '10.00', { [id]: '10.00' }), receivedOn: day(paidOn) },
  ]
  const history = (...paid: [ReturnType<typeof aBill>, Payment][]) => ({
    invoices: [bill(), ...paid.map(([each]) => each)],
    payments: paid.map(([, each]) => each),
  })

  test.each([
    [[5], 5],
    [[0, 4, 30], 4],
    [[2, 8], 8],
    [[-3], -3],
    [[], undefined],
  ])('delays of %j days are usually %s', (delays, median) => {
    const paid = delays.map((delay, at) => paidBill(`x${at}`, '2026-07-10', addDays(day('2026-07-10'), delay)))
    const { account } = customer({ account: history(...paid) })
    expect(usualDelay(account)).toBe(median)
  })

  test('a bill that was paid in part only says nothing', () => {
    const [part, payment] = paidBill('x', '2026-07-10', '2026-07-12')
    const half = { ...payment, allocations: [{ invoice: part.id, amount: euros('5.00') }] }
    expect(usualDelay(customer({ account: history([part, half]) }).account)).toBeUndefined()
  })

  test('reminders end when it is paid as late as usual', () => {
    const account = history(paidBill('x', '2026-07-10', '2026-07-20'))
    const forecast = run(customer({ account }), { assume: usual })
    expect(comes(forecast)).toEqual(['2026-11-23 before', '2026-11-30 due', '2026-12-07 overdue'])
    expect(forecast.assumed.map(({ receivedOn }) => receivedOn)).toEqual(['2026-12-10'])
    expect(forecast.days.at(-1)?.decision.reason).toBe('nothing-open')
  })

  test.each([
    ['the day before', '2026-12-09', 1],
    ['on the day', '2026-12-10', 1],
    ['the day after: it is later than usual already', '2026-12-11', 0],
  ])('a simulation that begins %s expects it', (_, begin, count) => {
    const { account } = customer({ account: history(paidBill('x', '2026-07-10', '2026-07-20')) })
    expect(usualPayments(account, begin as Day)).toHaveLength(count)
  })

  test('who has never paid is not expected to', () => {
    expect(comes(run(customer(), { assume: usual }))).toEqual(comes(run(customer())))
  })
})

describe('the totals', () => {
  const subscription = {
    id: 's-1' as SubscriptionId,
    customer: customerAt(1),
    productId: 'p',
    skuId: 's',
    product: 'Microsoft 365 Business Premium',
    quantity: 12,
    term: 'P1Y',
    billing: 'monthly',
    start: day('2026-01-01'),
    status: 'active',
    source: { import: 'i', line: 1 },
  } as unknown as Subscription
  const billed = bill('a')
  const lines = [aLine(1, '100.00', { subscription: subscription.id, taxRate: billed.lines[0]?.taxRate })]
  const one = customer({
    account: {
      invoices: [{ ...billed, lines }],
      subscriptions: [subscription, { ...subscription, id: 's-2' as never }],
    },
  })

  test('count who is written to, what is due by stage, and the access of unpaid subscriptions alone', () => {
    const quiet = customer({ customer: { id: customerAt(2) }, account: { invoices: [] } })
    const { totals } = simulate({ situations: [one, quiet], policies: [aPolicy()], from, days: 50, assume: none })
    expect(totals).toMatchObject({
      customers: 2,
      contacts: 4,
      customersContacted: 1,
      peopleContacted: 2,
      forStaff: 2,
      access: { customers: 1, subscriptions: 1, seats: 12 },
    })
    expect(totals.stages.map(({ stage, contacts, bills, due }) => [stage, contacts, bills, texts(due)])).toEqual([
      ['before', 1, 1, ['100.00 EUR']],
      ['due', 1, 1, ['100.00 EUR']],
      ['overdue', 1, 1, ['100.00 EUR']],
      ['warning', 1, 1, ['100.00 EUR']],
      ['person', 0, 1, ['100.00 EUR']],
      ['proposal', 0, 1, ['100.00 EUR']],
    ])
    expect(Object.values(totals.reasons).reduce((sum, count) => sum + count, 0)).toBe(100)
  })

  test('are the same in whatever order the customers come', () => {
    const many = [1, 2, 3, 4].map((at) =>
      customer({ customer: aCustomer(at), account: { invoices: [bill(`b${at}`, `${at}0.00`)] } }),
    )
    const sums = (situations: readonly SimulatedCustomer[]) => {
      const { totals } = simulate({ situations, policies: [aPolicy()], from, days: 40, assume: none })
      return JSON.stringify({
        ...totals,
        stages: totals.stages.map(({ due, ...rest }) => [rest, texts(due)]),
        promised: 0,
        paid: 0,
      })
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 4 }), (order) => {
        expect(sums(order)).toBe(sums(many))
      }),
      { numRuns: 10 },
    )
  })
})

describe('two policies side by side', () => {
  const gentle = {
    stages: [{ id: 'due', when: 'after' as const, days: 0, action: 'remind' as const }],
    promises: undefined,
  }

  test('the same policy parts nowhere, whatever its versions are called', () => {
    expect(compareForecasts(run(customer()), run(customer(), { policy: { name: 'other' } }))).toEqual([])
  })

  test('each day on which they part is told with both verdicts', () => {
    const differences = compareForecasts(run(customer()), run(customer(), { policy: gentle }))
    const verdicts = differences.map(({ day: on, ours, theirs }) => [on, ours.decision.kind, theirs.decision.kind])
    expect(verdicts).toEqual(
      expect.arrayContaining([
        ['2026-11-23', 'contact', 'none'],
        ['2026-12-30', 'staff', 'none'],
      ]),
    )
    expect(differences.some(({ day: on }) => on === '2026-11-30')).toBe(false)
  })
})

test('the agenda says what comes by day: messages, warnings, the due date, and what staff gets', () => {
  const items = agendaOf(run(customer()))
  expect(items.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    '2026-11-23 message',
    '2026-11-30 due',
    '2026-11-30 message',
    '2026-12-07 message',
    '2026-12-14 warning',
    '2026-12-21 person',
    '2026-12-30 proposal',
  ])
})

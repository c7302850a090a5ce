import { describe, expect, test } from 'vitest'
import { foresee } from '../../src/collections/foresight.ts'
import { provisioningFact, provisioningFacts } from '../../src/collections/provisioning-facts.ts'
import { suspensionScope } from '../../src/collections/suspension-scope.ts'
import type { Account } from '../../src/ledger/account.ts'
import type { Dispute } from '../../src/ledger/dispute.ts'
import { day } from '../../src/values/day.ts'
import type { DisputeId } from '../../src/values/ids.ts'
import { moneyOf } from '../../src/values/money.ts'
import { aLine, aPayment, euros, gbp } from '../ledger/examples.ts'
import { adega, bills, bought, id } from './suspension-world.ts'

const today = day('2026-11-23')
const account = (over: Partial<Account> = {}): Account => ({
  customer: adega,
  invoices: bills,
  payments: [aPayment('paid', '240.00', { 'p-1': '240.00' })],
  subscriptions: bought,
  disputes: [],
  ...over,
})
const contested = (invoice: string, lines: number[], amount: string): Dispute => ({
  id: `d-${invoice}` as DisputeId,
  customer: adega.id,
  invoice: id(invoice),
  lines,
  amount: euros(amount),
  reason: 'wrong',
  openedAt: '2026-11-20T10:00:00.000Z' as Dispute['openedAt'],
})
const scopeOf = (invoices: string[], over: Partial<Account> = {}) =>
  suspensionScope(account(over), invoices.map(id), today)
const chosen = (invoices: string[], over: Partial<Account> = {}) =>
  scopeOf(invoices, over).subscriptions.map((one) => one.id)

describe('what is suspended', () => {
  test('are the subscriptions that the unpaid bills bill, and nothing else of the customer', () => {
    expect(chosen(['u-1'])).toEqual(['annual', 'monthly'])
    expect(chosen(['u-2', 'u-3'])).toEqual(['legacy', 'azure'])
  })

  test('is nothing for a bill that is paid, or that names no subscription', () => {
    expect(scopeOf(['p-1'])).toMatchObject({ bills: [], subscriptions: [] })
    expect(scopeOf(['x-1']).bills).toHaveLength(1)
    expect(chosen(['x-1'])).toEqual([])
  })

  test('a bill that is paid in part still counts, by what is left', () => {
    const paid = [aPayment('part', '249.99', { 'u-1': '249.99' })]
    expect(scopeOf(['u-1'], { payments: paid }).bills[0]?.amount).toEqual(euros('0.01'))
    expect(chosen(['u-1'], { payments: [aPayment('all', '250.00', { 'u-1': '250.00' })] })).toEqual([])
  })

  test('a contested line puts nothing at stake, the other lines of the bill do', () => {
    expect(chosen(['u-1'], { disputes: [contested('u-1', [1], '200.00')] })).toEqual(['monthly'])
    expect(chosen(['u-1'], { disputes: [contested('u-1', [], '250.00')] })).toEqual([])
  })

  test('a charge that was taken back on the same bill puts nothing at stake', () => {
    const [first, ...others] = bills
    const lines = [...first!.lines, aLine(3, '-50.00', { subscription: first!.lines[1]!.subscription })]
    expect(chosen(['u-1'], { invoices: [{ ...first!, lines }, ...others] })).toEqual(['annual'])
  })

  test('every other subscription is listed with why it is left alone', () => {
    const left = scopeOf(['u-1'], { disputes: [contested('u-1', [1], '200.00')] }).leftOut
    expect(left.map((one) => [one.id, one.why, one.paidUntil])).toEqual([
      ['annual', 'disputed', undefined],
      ['legacy', 'other-bill', undefined],
      ['azure', 'other-bill', undefined],
      ['prepaid', 'paid', '2027-01-31'],
      ['gone', 'not-running', undefined],
      ['later', 'other-bill', undefined],
      ['never-billed', 'not-billed', undefined],
    ])
  })
})

const suspensionFor = (invoices: string[], over: Partial<Account> = {}) => {
  const scope = scopeOf(invoices, over)
  return {
    bills: scope.bills.map(({ invoice, amount }) => ({
      invoice: invoice.id,
      number: invoice.number,
      amount,
      dueOn: invoice.dueOn,
    })),
    subscriptions: [...scope.subscriptions],
    leftOut: [...scope.leftOut],
    autoRenew: { state: 'offered' as const },
  }
}
const seen = (invoices: string[], on = '2026-12-02', over: Partial<Account> = {}) =>
  foresee(account(over), suspensionFor(invoices, over), day(on))
const ofOne = (invoices: string[], which: string, on?: string) =>
  seen(invoices, on).subscriptions.find(({ scoped }) => scoped.id === which)!

describe('what suspending does', () => {
  test.each([
    ['an annual term of new commerce', ['u-1'], 'annual', 'new', 'yes', 'on', '2027-01-31'],
    ['a monthly term of new commerce', ['u-1'], 'monthly', 'new', 'yes', 'unknown', '2026-12-14'],
    ['a legacy subscription', ['u-2'], 'legacy', 'legacy', 'no', 'off', '2027-03-02'],
    ['an Azure plan', ['u-3'], 'azure', 'new', 'no', 'unknown', '2026-12-03'],
  ])('to %s', (_, invoices, which, commerce, keeps, renew, until) => {
    const one = ofOne(invoices, which)
    expect([one.scoped.commerce, one.keepsBilling, one.autoRenew, one.dataUntil?.day]).toEqual([
      commerce,
      keeps,
      renew,
      until,
    ])
  })

  test('is called unknown where nobody knows how it was bought, and the earlier day counts', () => {
    const imported = bills.map((bill) => ({ ...bill, origin: { type: 'import' as const, import: 'books' } }))
    const near = seen(['u-1'], '2026-12-02', { invoices: imported }).subscriptions
    expect(near.map((one) => [one.scoped.commerce, one.keepsBilling, one.dataUntil?.day])).toEqual([
      ['unknown', 'unknown', '2027-01-31'],
      ['unknown', 'unknown', '2026-12-14'],
    ])
    const early = seen(['u-1'], '2026-10-01', { invoices: imported }).subscriptions
    expect(early.map((one) => one.dataUntil?.day)).toEqual(['2026-12-30', '2026-12-14'])
  })

  test('until when data is kept, nobody promises of a term that has ended by then', () => {
    expect(ofOne(['u-1'], 'monthly', '2026-12-14').dataUntil?.day).toBe('2026-12-14')
    expect(ofOne(['u-1'], 'monthly', '2026-12-15').dataUntil).toBeUndefined()
  })

  test('until when data is kept, nothing is said of a day that has passed', () => {
    const on = (today: string) =>
      foresee(account(), { ...suspensionFor(['u-1']), before: undefined }, day('2026-12-07'), day(today)).subscriptions
    expect(on('2026-12-14').map((one) => one.dataUntil?.day)).toEqual(['2027-01-31', '2026-12-14'])
    expect(on('2026-12-15').map((one) => one.dataUntil?.day)).toEqual(['2027-01-31', undefined])
    expect(on('2027-02-01').map((one) => one.dataUntil)).toEqual([undefined, undefined])
  })

  test('to renew or not is as a person noted it, whatever the files say', () => {
    const before = [{ subscription: bought[0]!.id, status: 'active', autoRenew: false }]
    const { subscriptions } = foresee(account(), { ...suspensionFor(['u-1']), before }, day('2026-12-02'))
    expect(subscriptions.map(({ autoRenew }) => autoRenew)).toEqual(['off', 'unknown'])
  })

  test('the people are the seats, usage has none; what is due is an amount a currency', () => {
    const pounds = { ...bills[1]!, currency: gbp, total: moneyOf('30.00', gbp) }
    const both = seen(['u-1', 'u-2', 'u-3'], undefined, { invoices: [bills[0]!, pounds, ...bills.slice(2)] })
    expect(both.people).toBe(18)
    expect(both.due).toEqual([euros('330.00'), moneyOf('30.00', gbp)])
  })

  test('names the rules that it goes by, each with its source, and the milder means', () => {
    expect(seen(['u-2']).rules).toEqual(['access-lost', 'legacy-not-billed', 'legacy-data'])
    expect(seen(['u-3']).rules).toEqual(['access-lost', 'azure-inactive-first', 'azure-data'])
    expect(seen(['u-1']).rules).toContain('new-commerce-billed')
    for (const rule of seen(['u-1', 'u-2', 'u-3']).rules)
      expect(provisioningFact(rule, today)).toMatchObject({ source: expect.any(String), checked: expect.any(String) })
    expect(seen(['u-1']).means).toEqual(['promise', 'instalments', 'auto-renew-off', 'call'])
  })

  test('a subscription whose own paid bill covers the day is shown so', () => {
    const [first, ...others] = bills
    const addition = { ...first!.lines[0]!, subscription: bought[4]!.id }
    const invoices = [{ ...first!, lines: [addition] }, ...others]
    expect(seen(['u-1'], undefined, { invoices }).subscriptions[0]).toMatchObject({ paidUntil: '2027-01-31' })
  })

  test('a rule holds from its day on', () => {
    expect(provisioningFact('extended-service-term', day('2026-05-03'))).toBeUndefined()
    expect(provisioningFact('extended-service-term', day('2026-05-04'))).toBeDefined()
    expect(new Set(provisioningFacts.map(({ id: one, effective }) => `${one} ${effective}`)).size).toBe(
      provisioningFacts.length,
    )
  })
})

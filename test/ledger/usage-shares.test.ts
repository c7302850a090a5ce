import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Charge } from '../../src/ledger/charge.ts'
import type { InvoiceLine } from '../../src/ledger/invoice.ts'
import { compareUsageCost, joinUsage } from '../../src/ledger/join-usage.ts'
import type { UsageRecord } from '../../src/ledger/usage.ts'
import { usageRise } from '../../src/ledger/usage-rise.ts'
import { type UsageShare, usageSharesOf } from '../../src/ledger/usage-shares.ts'
import { day } from '../../src/values/day.ts'
import { decimal, decimalText } from '../../src/values/decimal.ts'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { amountText, money } from '../../src/values/money.ts'
import { aBill, aCharge, eur, euros } from './examples.ts'

const plan = 'plan-1' as SubscriptionId
const sql = 'SQL Database - vCore - EU West'

const usage = (
  over: Partial<Omit<UsageRecord, 'quantity' | 'cost'>> & { quantity?: string; cost?: string } = {},
): UsageRecord => ({
  subscription: plan,
  azureSubscription: 'production',
  azureSubscriptionName: 'Production',
  resourceGroup: 'shop',
  meterCategory: 'SQL Database',
  meterSubcategory: 'General Purpose',
  meterName: 'vCore',
  meterRegion: 'EU West',
  unit: '1 Hour',
  currency: eur,
  firstDay: day('2026-06-01'),
  lastDay: day('2026-06-30'),
  lines: 30,
  ...over,
  quantity: decimal(over.quantity ?? '10'),
  cost: decimal(over.cost ?? '1'),
})

const line = (net: string, over: Partial<InvoiceLine> = {}): InvoiceLine => ({
  ...aBill('bill', ['1.00']).lines[0]!,
  subscription: plan,
  meter: sql,
  quantity: decimal('30'),
  net: euros(net),
  ...over,
})

const said = (shares: readonly UsageShare[]) =>
  shares.map((share) => [
    share.azureSubscription,
    share.resourceGroup,
    decimalText(share.quantity),
    amountText(share.net),
  ])

describe('a line is split over the usage behind it', () => {
  test('by cost, to the cent, the largest remainder first', () => {
    const three = [usage({ resourceGroup: 'a' }), usage({ resourceGroup: 'b' }), usage({ resourceGroup: 'c' })]
    expect(said(usageSharesOf(line('100.00'), three))).toEqual([
      ['production', 'a', '10', '33.34'],
      ['production', 'b', '10', '33.33'],
      ['production', 'c', '10', '33.33'],
    ])
  })

  test('with what the customer is billed, never with the cost', () => {
    const shares = usageSharesOf(line('54.00'), [
      usage({ cost: '43.1234567891' }),
      usage({ resourceGroup: 'web', cost: '6.87' }),
    ])
    expect(said(shares).map(([, , , net]) => net)).toEqual(['46.58', '7.42'])
    const everything = JSON.stringify(shares, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
    for (const secret of ['43.12', '4312', '6.87', '687', 'cost', 'rice']) expect(everything).not.toContain(secret)
  })

  test('records of one group and meter are one share, whatever credit they had and however the group is written', () => {
    const shares = usageSharesOf(line('9.00'), [
      usage({ creditType: 'Partner Earned Credit Applied' }),
      usage({ resourceGroup: 'SHOP', creditType: 'Credit Not Applied' }),
    ])
    expect(said(shares)).toEqual([['production', 'shop', '20', '9.00']])
  })

  test('usage that was taken back gets its share with the other sign', () => {
    const shares = usageSharesOf(line('9.00'), [
      usage({ cost: '12' }),
      usage({ resourceGroup: 'old', quantity: '-2', cost: '-3' }),
    ])
    expect(said(shares)).toEqual([
      ['production', 'shop', '10', '12.00'],
      ['production', 'old', '-2', '-3.00'],
    ])
  })

  test('a line that takes back is split in negative shares', () => {
    const shares = usageSharesOf(line('-9.00'), [usage({ cost: '-2' }), usage({ resourceGroup: 'web', cost: '-1' })])
    expect(said(shares).map(([, , , net]) => net)).toEqual(['-6.00', '-3.00'])
  })

  test.each([
    ['all but cancels out', '100', '-99.9999999999'],
    ['is too small to tell', '0.00000000000000000001', '0.00000000000000000003'],
  ])('cost that %s makes no more of a line than it is', (_, one, other) => {
    const shares = usageSharesOf(line('10.00'), [usage({ cost: one }), usage({ resourceGroup: 'web', cost: other })])
    expect(shares.map(({ net }) => amountText(net))).toEqual(['5.00', '5.00'])
  })

  test('usage that cost nothing is split by quantity', () => {
    const shares = usageSharesOf(line('6.00'), [
      usage({ cost: '0' }),
      usage({ resourceGroup: 'web', cost: '0', quantity: '20' }),
    ])
    expect(said(shares).map(([, , , net]) => net)).toEqual(['2.00', '4.00'])
  })

  test.each([
    ['the meter of another plan', { subscription: 'plan-2' as SubscriptionId }],
    ['another meter', { meterName: 'vCore Reserved' }],
    ['the meter in another region', { meterRegion: 'EU North' }],
  ])('%s is not behind it', (_, over) => {
    expect(usageSharesOf(line('6.00'), [usage(over)])).toEqual([])
  })

  test('a line without a meter, and a credit, have no usage behind them', () => {
    expect(usageSharesOf(line('6.00', { meter: undefined }), [usage()])).toEqual([])
    expect(usageSharesOf(line('-6.00', { creditReason: 'Azure Credit Offer' }), [usage()])).toEqual([])
  })

  test.each([
    'vCore',
    'SQL Database - vCore',
    'SQL Database - General Purpose - vCore',
    'SQL Database - General Purpose - vCore - EU West',
    'sql database / vcore (EU West)',
  ])('the meter is known as %s', (meter) => {
    expect(usageSharesOf(line('6.00', { meter }), [usage()])).toHaveLength(1)
  })
})

describe('a bill joined to its usage', () => {
  test('two lines of a tiered meter share its usage, which is counted once', () => {
    const free = line('0.00', { number: 1, quantity: decimal('5') })
    const paid = line('81.33', { number: 2, quantity: decimal('32') })
    const [joined, ...more] = joinUsage(
      [free, paid],
      [usage({ quantity: '30', cost: '70' }), usage({ resourceGroup: 'web', quantity: '7', cost: '11.33' })],
    )
    expect(more).toEqual([])
    expect(joined).toMatchObject({ meter: sql, net: euros('81.33') })
    expect(joined!.difference.toFixed()).toBe('0')
    expect(said(joined!.shares)).toEqual([
      ['production', 'shop', '30', '70.00'],
      ['production', 'web', '7', '11.33'],
    ])
  })

  test('thousands of meters in thousands of groups are joined in a moment', () => {
    const meters = Array.from({ length: 5000 }, (_, at) => `Meter ${at}`)
    const records = meters.map((meterName) => usage({ meterName, resourceGroup: `group of ${meterName}` }))
    const started = performance.now()
    const joined = joinUsage(
      meters.map((meter, at) => line('10.00', { number: at + 1, meter })),
      records,
    )
    expect(joined.every(({ shares }) => shares.length === 1)).toBe(true)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('a difference in quantity is stated and nothing is corrected', () => {
    const [joined] = joinUsage([line('10.00', { quantity: decimal('10.01') })], [usage({ quantity: '10' })])
    expect([joined!.billed, joined!.used, joined!.difference].map(decimalText)).toEqual(['10.01', '10', '0.01'])
    expect(joined!.shares.map(({ net }) => net)).toEqual([euros('10.00')])
  })

  test('a meter without usage stands there without shares, and seats do not', () => {
    const seats = line('100.00', { meter: undefined })
    expect(joinUsage([seats, line('10.00')], [])).toMatchObject([{ meter: sql, shares: [] }])
  })

  test('billing staff see by how much the invoice and the daily usage differ', () => {
    const metered = (subtotal: string, more: Partial<Charge>): Charge =>
      aCharge({ subtotal, more: { subscription: plan, meter: sql, ...more } })
    const charges = [metered('410.17', {}), metered('-86.40', { chargeType: 'customerCredit' })]
    const [compared, ...more] = compareUsageCost(charges, [
      usage({ cost: '400.1799999999' }),
      usage({ cost: '9.9942' }),
    ])
    expect(more).toEqual([])
    expect(compared!.difference.toFixed()).toBe('-0.0041999999')
  })
})

describe('a rise', () => {
  const shares = (...nets: [group: string, net: string][]): UsageShare[] =>
    nets.flatMap(([resourceGroup, net]) => usageSharesOf(line(net), [usage({ resourceGroup })]))

  test('names what rose, what fell, what is new and what is gone, the largest first', () => {
    const rises = usageRise(
      shares(['a', '10.00'], ['b', '5.00'], ['c', '7.00'], ['same', '1.00']),
      shares(['A', '30.00'], ['c', '4.00'], ['d', '2.00'], ['same', '1.00']),
    )
    expect(rises.map(({ resourceGroup, rise }) => [resourceGroup, amountText(rise)])).toEqual([
      ['a', '20.00'],
      ['b', '-5.00'],
      ['c', '-3.00'],
      ['d', '2.00'],
    ])
  })

  test('two currencies cannot be compared', () => {
    const [euro] = shares(['a', '10.00'])
    const reais = { ...euro!, net: money(1n, 'BRL' as typeof eur) }
    expect(() => usageRise([euro!], [reais])).toThrow(RangeError)
  })
})

const cents = fc.bigInt({ min: -1_000_000n, max: 1_000_000n })
const someUsage = fc.array(
  fc
    .record({
      resourceGroup: fc.constantFrom('a', 'b', 'B', 'c', ''),
      azureSubscription: fc.constantFrom('production', 'test'),
      cost: fc.integer({ min: -50_000, max: 900_000 }).map((cost) => `${cost}e-10`),
      quantity: fc.integer({ min: -5, max: 900 }).map(String),
    })
    .map(usage),
  { minLength: 1, maxLength: 12 },
)
const runs = { numRuns: process.env.SALDO_LONG ? 10_000 : 300 }

test('shares always sum to the line, and rises to the difference of the shares', () => {
  const summed = (nets: readonly { readonly minor: bigint }[]) => nets.reduce((sum, { minor }) => sum + minor, 0n)
  fc.assert(
    fc.property(cents, cents, someUsage, someUsage, (before, after, was, is) => {
      const from = usageSharesOf(line('0.00', { net: money(before, eur) }), was)
      const to = usageSharesOf(line('0.00', { net: money(after, eur) }), is)
      expect(summed(from.map(({ net }) => net))).toBe(before)
      expect(summed(to.map(({ net }) => net))).toBe(after)
      expect(summed(usageRise(from, to).map(({ rise }) => rise))).toBe(after - before)
    }),
    runs,
  )
})

import { describe, expect, test } from 'vitest'
import { atFixedPrice, withMargin } from '../../src/ledger/price-line.ts'
import { shareOf } from '../../src/ledger/prorate.ts'
import { decimal } from '../../src/values/decimal.ts'
import { amountText } from '../../src/values/money.ts'
import { aCharge, eur } from './examples.ts'

const june = { term: ['2021-06-18', '2022-06-17'] as const, from: '2021-06-20', to: '2021-07-17' }
const march = { term: ['2022-03-05', '2023-03-04'] as const, to: '2022-04-04' }
const upgrade = { term: ['2021-06-18', '2022-06-17'] as const, from: '2021-06-25', to: '2021-07-17' }

// Partner Center docs, common-billing-scenarios: the price of a full cycle, the days, seats and Subtotal of each line.
const rows = [
  ['new', '10.08', { ...june, from: '2021-06-18' }, 30, 30, '10', '100.80'],
  ['addQuantity', '10.08', june, 28, 30, '10', '-94.08'],
  ['addQuantity', '10.08', june, 28, 30, '12', '112.89'],
  ['removeQuantity', '10.08', june, 28, 30, '8', '75.26'],
  ['new', '12', { ...march, from: '2022-03-05' }, 31, 31, '10', '120.00'],
  ['addQuantity', '12', { ...march, from: '2022-03-07' }, 29, 31, '10', '-112.25'],
  ['addQuantity', '12', { ...march, from: '2022-03-07' }, 29, 31, '15', '168.38'],
  ['addQuantity', '12', { ...march, from: '2022-03-10' }, 26, 31, '15', '-150.96'],
  ['addQuantity', '12', { ...march, from: '2022-03-10' }, 26, 31, '25', '251.61'],
  ['removeQuantity', '12', { ...march, from: '2022-03-12' }, 24, 31, '25', '-232.25'],
  ['removeQuantity', '12', { ...march, from: '2022-03-12' }, 24, 31, '23', '213.67'],
  ['removeQuantity', '12', { ...march, from: '2022-03-14' }, 22, 31, '23', '-195.87'],
  ['removeQuantity', '12', { ...march, from: '2022-03-14' }, 22, 31, '20', '170.32'],
  ['addQuantity', '12', { ...march, from: '2022-03-25' }, 11, 31, '20', '-85.16'],
  ['addQuantity', '12', { ...march, from: '2022-03-25' }, 11, 31, '30', '127.74'],
  // Here Microsoft rounds the unit first: ours, rounded once, is up to a cent a seat more exact.
  [
    'cancelImmediate',
    '10.08',
    { term: ['2021-07-15', '2021-08-14'] as const, from: '2021-07-17', to: '2021-08-14' },
    29,
    31,
    '10',
    '-94.29',
  ],
  ['convert', '10.08', upgrade, 23, 30, '300', '-2318.40'],
  ['convert', '6.43', upgrade, 23, 30, '300', '1478.90'],
] as const

describe('a fixed price follows the days that Microsoft bills', () => {
  test.each(rows)('%s at %s, line %#', (type, price, dates, billed, of, seats, subtotal) => {
    const charge = aCharge({ type, price, ...dates, seats, subtotal })
    const whole = billed === of
    expect(shareOf(charge)).toEqual(whole ? { billed: 1, of: 1 } : { billed, of })
    const { net } = atFixedPrice(charge, { fixed: decimal(price), currency: eur })
    expect(amountText(net)).toBe(subtotal)
  })

  // Reference 7.5: three years bought on 15 July 2022 and aligned to the calendar month end on 30 June 2025.
  test.each([
    ['three prepaid years', '2022-07-15', '2025-07-14', { billed: 1, of: 1 }],
    ['those that start on a leap day', '2024-02-29', '2027-02-27', { billed: 1, of: 1 }],
    ['a first term cut short to end with the month', '2022-07-15', '2025-06-30', { billed: 1082, of: 1096 }],
  ])('%s: the share of three years', (_, from, to, share) => {
    const more = { billingFrequency: undefined, termAndBillingCycle: 'Three-year commitment' }
    const charge = aCharge({ term: [from, to], from, to, more })
    expect(shareOf(charge)).toEqual(share)
  })

  test('a prepaid year is its annual price', () => {
    const charge = aCharge({
      price: '120.96',
      subtotal: '1209.60',
      to: '2023-03-04',
      more: { billingFrequency: undefined },
    })
    expect(amountText(atFixedPrice(charge, { fixed: decimal('120.96'), currency: eur }).net)).toBe('1209.60')
  })

  test('a change to annual billing counts whole months and rounds the unit first', () => {
    const more = { billingFrequency: 'Annual', orderDate: '2022-04-05' as never }
    const charge = aCharge({
      type: 'changeBillingPlan',
      price: '250',
      from: '2022-04-05',
      to: '2023-03-04',
      subtotal: '2291.60',
      more,
    })
    expect(shareOf(charge)).toEqual({ billed: 11, of: 12 })
    expect(amountText(atFixedPrice(charge, { fixed: decimal('250'), currency: eur }).net)).toBe('2291.60')
  })

  test('a part never costs more than the whole, though the cycle counts fewer days than it has', () => {
    const charge = aCharge({
      type: 'addQuantity',
      term: ['2021-01-31', '2022-01-30'],
      from: '2021-03-01',
      to: '2021-03-30',
    })
    expect(shareOf(charge)).toEqual({ billed: 28, of: 28 })
  })

  test('a trial stays free', () => {
    const charge = aCharge({ price: '52.61', eup: '0', seats: '25', subtotal: '0', more: { qualifiers: ['Trial'] } })
    expect(amountText(atFixedPrice(charge, { fixed: decimal('52.61'), currency: eur }).net)).toBe('0.00')
  })
})

describe('a margin', () => {
  test.each([
    ['100.00', '15', '115.00'],
    ['0.10', '15', '0.12'],
    ['0.03', '15', '0.03'],
    ['94.08', '12.5', '105.84'],
    ['155.63', '0', '155.63'],
  ])('on %s of %s %% makes %s, and a refund its mirror', (cost, margin, net) => {
    expect(amountText(withMargin(aCharge({ subtotal: cost }), decimal(margin)).net)).toBe(net)
    const refund = withMargin(aCharge({ subtotal: `-${cost}` }), decimal(margin))
    expect([amountText(refund.net), refund.quantity.toFixed()]).toEqual([`-${net}`, '-10'])
  })

  test('is not taken on a credit', () => {
    const credit = aCharge({ type: 'customerCredit', subtotal: '-20.00', more: { subscription: undefined } })
    expect(amountText(withMargin(credit, decimal('15')).net)).toBe('-20.00')
  })
})

import { describe, expect, test } from 'vitest'
import { taxOn } from '../../src/ledger/bill-totals.ts'
import { billingOf, cycleDays, cycleOf, termOf } from '../../src/ledger/billing-cycle.ts'
import { explainCharge } from '../../src/ledger/explain-line.ts'
import { shareOf } from '../../src/ledger/prorate.ts'
import { decimal } from '../../src/values/decimal.ts'
import { amountText, moneyFrom } from '../../src/values/money.ts'
import { aCharge, eur, euros } from '../ledger/examples.ts'
import { seatRow } from './documented-rows.ts'

// Partner Center docs, common-billing-scenarios: the rows of a table are numbered as in the reference, section 7.2.
const terms = {
  june: { term: ['2021-06-18', '2022-06-17'], to: '2021-07-17' },
  march: { term: ['2022-03-05', '2023-03-04'], to: '2022-04-04' },
  july: { term: ['2021-07-15', '2021-08-14'], to: '2021-08-14' },
  trial: { term: ['2021-06-25', '2022-06-24'], to: '2021-07-24' },
} as const

const rows = [
  ['1', 'june', 'new', '10.08', '2021-06-18', 10, '100.80', '1/1', 'exact'],
  ['2', 'june', 'addQuantity', '10.08', '2021-06-20', -10, '-94.08', '28/30', 'exact'],
  ['2', 'june', 'addQuantity', '10.08', '2021-06-20', 12, '112.89', '28/30', 'B'],
  ['3', 'june', 'removeQuantity', '10.08', '2021-06-20', -12, '-112.89', '28/30', 'B'],
  ['3', 'june', 'removeQuantity', '10.08', '2021-06-20', 8, '75.26', '28/30', 'B'],
  ['4', 'march', 'new', '12', '2022-03-05', 10, '120.00', '1/1', 'exact'],
  ['5', 'march', 'addQuantity', '12', '2022-03-07', -10, '-112.25', '29/31', 'B'],
  ['5', 'march', 'addQuantity', '12', '2022-03-07', 15, '168.38', '29/31', 'B'],
  ['6', 'march', 'addQuantity', '12', '2022-03-10', -15, '-150.96', '26/31', 'B'],
  ['6', 'march', 'addQuantity', '12', '2022-03-10', 25, '251.61', '26/31', 'B'],
  ['7', 'march', 'removeQuantity', '12', '2022-03-12', -25, '-232.25', '24/31', 'A'],
  ['7', 'march', 'removeQuantity', '12', '2022-03-12', 23, '213.67', '24/31', 'A'],
  ['8', 'march', 'removeQuantity', '12', '2022-03-14', -23, '-195.87', '22/31', 'B'],
  ['8', 'march', 'removeQuantity', '12', '2022-03-14', 20, '170.32', '22/31', 'B'],
  ['9', 'march', 'addQuantity', '12', '2022-03-25', -20, '-85.16', '11/31', 'B'],
  ['9', 'march', 'addQuantity', '12', '2022-03-25', 30, '127.74', '11/31', 'B'],
  ['10', 'july', 'cancelImmediate', '10.08', '2021-07-17', -10, '-94.20', '29/31', 'A'],
  ['11', 'june', 'convert', '10.08', '2021-06-25', -300, '-2316.00', '23/30', 'A'],
  ['11', 'june', 'convert', '6.43', '2021-06-25', 300, '1476.00', '23/30', 'A'],
  ['12', 'june', 'convert', '10.08', '2021-06-25', -100, '-772.00', '23/30', 'A'],
  ['12', 'june', 'convert', '6.43', '2021-06-25', 100, '492.00', '23/30', 'A'],
  ['13', 'trial', 'convert', '52.61', '2021-06-25', 25, '1315.25', '1/1', 'exact'],
] as const

describe('a documented seat line', () => {
  test.each(rows)('row %s (%s): %s at %s from %s, %i -> %s, %s of the cycle by rule %s', (...row) => {
    const [, of, type, price, from, seats, subtotal, share, rule] = row
    const charge = seatRow({ ...terms[of], type, price, from, seats, subtotal })
    const { billed, of: days } = shareOf(charge)
    const { kind, rounded, rule: by } = explainCharge(charge)
    expect([`${billed}/${days}`, kind, amountText(rounded), by]).toEqual([share, 'reproduced', subtotal, rule])
  })

  test('a prepaid year is one line of its annual price', () => {
    const year = seatRow({
      type: 'new',
      term: terms.march.term,
      from: '2022-03-05',
      to: '2023-03-04',
      price: '120.96',
      seats: 10,
      subtotal: '1209.60',
      frequency: '',
    })
    expect([billingOf(year), termOf(year), explainCharge(year)]).toMatchObject([
      'annual',
      'P1Y',
      { kind: 'reproduced', rule: 'exact' },
    ])
  })

  test('a change to annual billing after a month costs eleven months of twelve, the unit rounded down first', () => {
    const change = seatRow({
      type: 'changeBillingPlan',
      term: ['2022-03-05', '2025-03-04'],
      from: '2022-04-05',
      to: '2023-03-04',
      price: '250',
      seats: 10,
      subtotal: '2291.60',
      frequency: 'Annual',
    })
    expect(shareOf(change)).toEqual({ billed: 11, of: 12 })
    expect(explainCharge(change)).toMatchObject({ kind: 'reproduced', rule: 'A' })
  })
})

const lastDay = '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31'.split(' ')
const dayBefore = '01-30 02-27 03-30 04-29 05-30 06-29 07-30 08-30 09-29 10-30 11-29 12-30'.split(' ')
const dayBeforeThat = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const monthEnds = [lastDay, dayBefore].flatMap((starts) =>
  starts.map((start, at) => {
    const next = at === 11 ? `2022-${starts[0]}` : `2021-${starts[at + 1]}`
    return { bought: `2021-${starts[0]}`, from: `2021-${start}`, to: dayBeforeThat(next) }
  }),
)

describe('a documented cycle of an annual term that was bought at the end of January', () => {
  test.each(monthEnds)('bought $bought: $from to $to', ({ bought, from, to }) => {
    const charge = seatRow({
      type: 'cycleCharge',
      term: [bought, dayBeforeThat(bought.replace('2021', '2022'))],
      from,
      to,
      price: '12',
      seats: 10,
      subtotal: '120.00',
    })
    expect([cycleOf(charge), shareOf(charge)]).toEqual([
      { from, to },
      { billed: 1, of: 1 },
    ])
  })

  test.each([
    ['2021-02-21', '2021-03-20', 'monthly', 28],
    ['2021-03-21', '2021-04-20', 'monthly', 31],
    ['2021-06-18', '2022-06-17', 'annual', 365],
    ['2023-06-18', '2024-06-17', 'annual', 366],
  ] as const)('a cycle from %s to %s, %s, counts %i days', (from, to, billing, days) => {
    expect(cycleDays({ from, to } as never, billing)).toBe(days)
  })
})

describe('documented usage', () => {
  const meter = {
    meter: 'Virtual Machines',
    termAndBillingCycle: undefined,
    billingFrequency: undefined,
    subscriptionEnd: undefined,
  }
  test.each([
    ['29', '21.39'],
    ['210.950039', '155.63'],
    ['555.950039', '410.17'],
  ])('of %s units at 0.868 with 15 %% partner earned credit costs %s', (seats, subtotal) => {
    const more = { ...meter, priceAdjustments: ['15.0% Partner earned credit for services managed'] }
    const charge = aCharge({ price: '0.868', seats, subtotal, eup: decimal(subtotal).div(seats).toFixed(18), more })
    expect(explainCharge(charge)).toMatchObject({ kind: 'reproduced', rule: 'usage' })
  })

  test('above the free units of a tiered meter is rounded half-up', () => {
    const charge = aCharge({ price: '2.5415', seats: '32', subtotal: '81.33', eup: '2.5415', more: meter })
    expect(explainCharge(charge)).toMatchObject({ kind: 'reproduced', rule: 'H' })
  })

  test('above what a plan includes is an exact line', () => {
    const charge = aCharge({ price: '0.10', seats: '50', subtotal: '5.00', more: meter })
    expect(explainCharge(charge)).toMatchObject({ kind: 'reproduced', rule: 'exact' })
  })
})

test('the tax of a bill is taken on the sum of its lines, as documented for groups', () => {
  expect(amountText(taxOn(euros('20.00'), decimal('10')))).toBe('2.00')
  const perLine = ['9.75', '10.25'].map((net) => amountText(taxOn(euros(net), decimal('10'))))
  expect(perLine).toEqual(['0.98', '1.03'])
})

describe('a first term that is cut short to end with another', () => {
  test.each([
    ['a month', '2022-07-15', '2022-07-31', 'Monthly', 'One-Month', '17/31', 'P1M'],
    ['a prepaid year', '2022-07-15', '2023-06-30', '', 'One-Year', '351/365', 'P1Y'],
    ['a year aligned to 1 Oct', '2022-07-01', '2022-10-01', '', 'One-Year', '93/365', 'P1Y'],
  ] as const)('%s from %s to %s is billed by its days', (_, from, to, frequency, words, share, term) => {
    const charge = seatRow({
      type: 'new',
      term: [from, to],
      from,
      to,
      price: '120',
      seats: 1,
      subtotal: '1.00',
      frequency,
      words,
    })
    const { billed, of } = shareOf(charge)
    expect([`${billed}/${of}`, termOf(charge)]).toEqual([share, term])
  })
})

describe('legacy lines are rounded half-up, each by itself', () => {
  test.each([
    ['4.00', 1, 31, 31, '4.00'],
    ['4.00', 1, 19, 31, '2.45'],
    ['4.00', 2, 12, 31, '3.10'],
    ['4.00', 2, 31, 31, '8.00'],
  ] as const)('%s a month for %i: %i of %i days are %s', (price, seats, billed, of, amount) => {
    expect(amountText(moneyFrom(decimal(price).times(seats).times(billed).div(of), eur, 'half-up'))).toBe(amount)
  })
})

import { describe, expect, test } from 'vitest'
import { billingOf, cycleDays, cycleEndingOn, termOf } from '../../src/ledger/billing-cycle.ts'
import { addDays, day } from '../../src/values/day.ts'
import { aCharge } from './examples.ts'

// Partner Center docs, common-billing-scenarios-monthly.
describe('a monthly term is found from its end', () => {
  test.each([
    ['2021-01-31', '2021-02-27'],
    ['2021-01-30', '2021-02-27'],
    ['2021-02-28', '2021-03-27'],
    ['2021-02-27', '2021-03-26'],
    ['2021-05-31', '2021-06-29'],
    ['2021-05-30', '2021-06-29'],
    ['2021-06-30', '2021-07-29'],
    ['2021-06-29', '2021-07-28'],
    ['2021-07-31', '2021-08-30'],
    ['2021-07-30', '2021-08-29'],
  ])('bought on %s, ends on %s', (bought, ends) => {
    expect(cycleEndingOn(day(ends), 1, day(bought))).toEqual({ from: bought, to: ends })
  })
})

describe('an annual term billed monthly keeps its distance from the month’s end', () => {
  const lastDay = '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31'.split(' ')
  const dayBefore = '01-30 02-27 03-30 04-29 05-30 06-29 07-30 08-30 09-29 10-30 11-29 12-30'.split(' ')
  const cycles = [lastDay, dayBefore].flatMap((starts) =>
    starts.map((start, at) => {
      const next = starts[at + 1] ? `2021-${starts[at + 1]}` : `2022-${starts[0]}`
      return [`2021-${starts[0]}`, `2021-${start}`, addDays(day(next), -1)] as const
    }),
  )
  test.each(cycles)('bought on %s, %s to %s', (bought, from, to) => {
    expect(cycleEndingOn(to, 1, day(bought))).toEqual({ from, to })
  })
})

test('an end that no rule of its term leads to is a cycle aligned to that end', () => {
  expect(cycleEndingOn(day('2022-07-31'), 1, day('2022-07-15'))).toEqual({ from: '2022-07-01', to: '2022-07-31' })
})

test.each([
  ['2021-02-18', '2021-03-17', 'monthly', 28],
  ['2021-03-18', '2021-04-17', 'monthly', 31],
  ['2023-03-01', '2024-02-29', 'annual', 366],
  ['2021-03-01', '2022-02-28', 'annual', 365],
  ['2021-03-01', '2024-02-29', 'once', 1096],
] as const)('a cycle from %s to %s, %s, counts as %i days', (from, to, billing, days) => {
  expect(cycleDays({ from: day(from), to: day(to) }, billing)).toBe(days)
})

describe('how a charge comes back', () => {
  const once = { billingFrequency: undefined }
  test.each([
    ['a frequency says so', {}, ['2022-03-05', '2023-03-04'], 'monthly', 'P1Y'],
    ['annual of three years', { billingFrequency: 'Annual' }, ['2022-03-05', '2025-03-04'], 'annual', 'P3Y'],
    ['a prepaid month', once, ['2022-03-05', '2022-04-04'], 'monthly', 'P1M'],
    ['a prepaid year', once, ['2022-03-05', '2023-03-04'], 'annual', 'P1Y'],
    ['three prepaid years', once, ['2022-03-05', '2025-03-04'], 'once', 'P3Y'],
    ['a year aligned to a shorter end', once, ['2022-07-01', '2022-10-01'], 'annual', 'P1Y'],
    [
      'an Azure plan',
      { ...once, termAndBillingCycle: undefined, subscriptionDescription: 'Azure plan' },
      ['2022-03-05', '2023-03-04'],
      'usage',
      'none',
    ],
    [
      'a meter',
      { ...once, termAndBillingCycle: undefined, meter: 'B2s' },
      ['2022-03-05', '2022-04-04'],
      'usage',
      'none',
    ],
  ] as const)('%s', (_, more, term, billing, commitment) => {
    const charge = aCharge({ term, more })
    expect([billingOf(charge), termOf(charge)]).toEqual([billing, commitment])
  })

  test('a perpetual licence has no end', () => {
    const none = {
      chargeEnd: undefined,
      subscriptionEnd: undefined,
      termAndBillingCycle: undefined,
      billingFrequency: undefined,
    }
    expect([billingOf(aCharge({ more: none })), termOf(aCharge({ more: none }))]).toEqual(['once', 'none'])
  })
})

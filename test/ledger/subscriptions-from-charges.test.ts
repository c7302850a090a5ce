import { describe, expect, test } from 'vitest'
import type { Charge } from '../../src/ledger/charge.ts'
import { subscriptionsFromCharges } from '../../src/ledger/subscriptions-from-charges.ts'
import { day } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { ImportId, SubscriptionId } from '../../src/values/ids.ts'
import { aCharge, customerAt } from './examples.ts'

const through = day('2022-03-31')
const month = (charges: Charge[], from = 'import-1') => ({ import: from as ImportId, charges })
const from = (charges: Charge[], until = through) => subscriptionsFromCharges(customerAt(1), [month(charges)], until)
const only = (charges: Charge[], until = through) => from(charges, until)[0]

/** A seat change: what was, at a minus, and what is. */
const change = (type: string, on: string, was: string, is: string, more: Partial<Charge> = {}): Charge[] => [
  aCharge({ type, from: on, seats: was, subtotal: '-1.00', more }),
  aCharge({ type, from: on, seats: is, subtotal: '1.00', more }),
]

// Partner Center docs, common-billing-scenarios: rows 4 to 9.
const march = [
  { after: '10', charges: [aCharge()] },
  { after: '15', charges: change('addQuantity', '2022-03-07', '10', '15') },
  { after: '25', charges: change('addQuantity', '2022-03-10', '15', '25') },
  { after: '23', charges: change('removeQuantity', '2022-03-12', '25', '23') },
  { after: '20', charges: change('removeQuantity', '2022-03-14', '23', '20') },
  { after: '30', charges: change('addQuantity', '2022-03-25', '20', '30') },
]

describe('seats are those after the last change', () => {
  test.each(march.map(({ after }, at) => [after, at + 1] as const))('%s after %i events', (after, count) => {
    const charges = march.slice(0, count).flatMap((event) => event.charges)
    expect(only(charges)).toMatchObject({ quantity: Number(after), status: 'active' })
    expect(only(charges.toReversed())?.quantity).toBe(Number(after))
  })

  test('a day with several changes adds up', () => {
    const charges = [
      aCharge(),
      ...change('addQuantity', '2022-03-07', '10', '12'),
      ...change('addQuantity', '2022-03-07', '12', '15'),
    ]
    expect(only(charges)?.quantity).toBe(15)
  })

  test('seats added on the day of purchase are on top of it', () => {
    expect(only([aCharge(), ...change('addQuantity', '2022-03-05', '10', '15')])?.quantity).toBe(15)
  })

  test('a new cycle on the day of a change counts all seats', () => {
    const cycle = aCharge({ type: 'cycleCharge', from: '2022-04-05', to: '2022-05-04', seats: '12' })
    const charges = [aCharge(), cycle, ...change('addQuantity', '2022-04-05', '12', '14')]
    expect(only(charges, day('2022-04-30'))?.quantity).toBe(14)
  })

  test('the two parts of one product have the same seats', () => {
    expect(only([aCharge({ price: '30' }), aCharge({ line: 3, price: '5' })])?.quantity).toBe(10)
  })

  test('a credit of another period changes nothing', () => {
    const credit = aCharge({ type: 'customerCredit', from: '2022-03-20', seats: '3', subtotal: '-9.00' })
    expect(only([aCharge(), credit])?.quantity).toBe(10)
  })

  test('a history that begins with a change has the seats of the change', () => {
    expect(only(change('addQuantity', '2022-03-07', '10', '12'))?.quantity).toBe(12)
  })
})

describe('upgrades', () => {
  const other = {
    subscription: 'subscription-2' as SubscriptionId,
    productId: 'CFQ7TTC0LFLX',
    productName: 'Microsoft 365 E3',
  }
  const on = '2022-03-12'

  test('in full they keep the subscription and change the product', () => {
    const { subscription: _, ...product } = other
    const charges = [
      aCharge({ seats: '300' }),
      aCharge({ type: 'convert', from: on, seats: '300', subtotal: '-2316.00' }),
      aCharge({ type: 'convert', from: on, seats: '300', subtotal: '1476.00', more: product }),
    ]
    expect(from(charges)).toMatchObject([{ quantity: 300, product: 'Microsoft 365 E3', status: 'active' }])
  })

  test('in part they take seats from the base to a new subscription', () => {
    const charges = [
      aCharge({ seats: '300' }),
      aCharge({ type: 'convert', from: on, seats: '100', subtotal: '-772.00' }),
      aCharge({ type: 'convert', from: on, seats: '100', subtotal: '492.00', more: other }),
    ]
    expect(from(charges).map(({ quantity, product }) => [quantity, product])).toEqual([
      [200, 'Microsoft 365 Business Premium'],
      [100, 'Microsoft 365 E3'],
    ])
  })

  test('from a trial its free seats become paid ones', () => {
    const trial = { qualifiers: ['Trial'] }
    const term = ['2022-03-05', '2022-04-03'] as const
    const charges = [
      aCharge({ seats: '25', subtotal: '0', eup: '0', term, more: trial }),
      aCharge({ type: 'convert', from: on, seats: '25', subtotal: '0', eup: '0', term, more: trial }),
      aCharge({ type: 'convert', from: on, seats: '25', subtotal: '1315.25', term: ['2022-03-12', '2023-03-11'] }),
    ]
    expect(only(charges)).toMatchObject({ quantity: 25, term: 'P1Y', start: '2022-03-12', end: '2023-03-11' })
    expect(only(charges.slice(0, 1))).toMatchObject({ quantity: 25, term: 'P1M', status: 'active' })
  })
})

describe('status', () => {
  const monthly = aCharge({ term: ['2022-03-05', '2022-04-04'] })
  test.each([
    [
      'cancelled by a cancellation',
      [aCharge(), aCharge({ type: 'cancelImmediate', from: '2022-03-08', subtotal: '-100.00' })],
      '2022-03-31',
      'cancelled',
      0,
    ],
    [
      'cancelled when no seat is left',
      [aCharge(), aCharge({ type: 'convert', from: '2022-03-08', subtotal: '-100.00' })],
      '2022-03-31',
      'cancelled',
      0,
    ],
    ['active while its renewal can still come', [monthly], '2022-04-05', 'active', 10],
    ['expired when the file is in that would show its renewal', [monthly], '2022-04-06', 'expired', 10],
    [
      'active after its renewal',
      [monthly, aCharge({ type: 'renew', from: '2022-04-05', to: '2022-05-04', term: ['2022-04-05', '2022-05-04'] })],
      '2022-04-30',
      'active',
      10,
    ],
  ] as const)('%s', (_, charges, until, status, quantity) => {
    expect(only([...charges], day(until))).toMatchObject({ status, quantity })
  })

  test('Azure usage has no seats, no end and no term', () => {
    const azure = {
      subscriptionDescription: 'Azure plan',
      termAndBillingCycle: undefined,
      billingFrequency: undefined,
      meter: 'B2s',
    }
    const found = only([aCharge({ seats: '210.950039', more: azure })], day('2024-01-31'))
    expect(found).toMatchObject({ term: 'none', billing: 'usage', status: 'active' })
    expect([found?.quantity, found?.end]).toEqual([undefined, undefined])
  })
})

test('usage is there since its first line', () => {
  const azure = {
    meter: 'B2s',
    termAndBillingCycle: undefined,
    subscriptionStart: undefined,
    subscriptionEnd: undefined,
  }
  const months = [
    month([aCharge({ from: '2022-03-01', to: '2022-03-31', more: azure })]),
    month([aCharge({ from: '2022-04-01', to: '2022-04-30', more: azure })], 'import-2'),
  ]
  expect(subscriptionsFromCharges(customerAt(1), months, day('2022-04-30'))[0]?.start).toBe('2022-03-01')
})

test('a promotion lasts as long as the last line names it', () => {
  const promoted = aCharge({ more: { promotionId: '39NFJQT1PFPN' } })
  expect(only([promoted])?.promotionId).toBe('39NFJQT1PFPN')
  const without = aCharge({ type: 'cycleCharge', from: '2022-04-05', to: '2022-05-04' })
  expect(only([promoted, without], day('2022-04-30'))?.promotionId).toBeUndefined()
})

test('months follow one another, and the source is the last line', () => {
  const later = aCharge({
    line: 9,
    type: 'cycleCharge',
    from: '2022-04-05',
    to: '2022-05-04',
    seats: '11',
    more: { billableQuantity: decimal(11) },
  })
  const months = [month([aCharge()]), month([later], 'import-2')]
  const [found] = subscriptionsFromCharges(customerAt(1), months, day('2022-04-30'))
  expect(found).toMatchObject({ quantity: 11, source: { import: 'import-2', line: 9 } })
})

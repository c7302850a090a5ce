import { expect, test } from 'vitest'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { type Bill, told } from './documented-bills.ts'
import { type DocumentedRow, seatRow } from './documented-rows.ts'

const inJune = { term: ['2021-06-18', '2022-06-17'], to: '2021-07-17', price: '10.08' } as const
const other = { productId: 'CFQ7TTC0OTHR', productName: 'Microsoft 365 Apps for business', event: 'upgrade' }
const upgraded = { more: { event: 'upgrade' } }

const all = (type: string, from: string, to: string, seats: number, subtotal: string, more = {}) =>
  seatRow({ ...inJune, type, from, to, seats, subtotal, more })
const cheaper = (over: Omit<DocumentedRow, 'term' | 'price'>) => seatRow({ ...inJune, price: '6.43', ...over })

test('row 11: a full upgrade in mid-cycle is a change of plan in its month and in the next', () => {
  const before: Bill = ['2021-05', [all('cycleCharge', '2021-05-18', '2021-06-17', 300, '3024.00')]]
  const june: Bill = [
    '2021-06',
    [
      all('cycleCharge', '2021-06-18', '2021-07-17', 300, '3024.00'),
      all('convert', '2021-06-25', '2021-07-17', -300, '-2316.00', upgraded.more),
      cheaper({ type: 'convert', from: '2021-06-25', to: '2021-07-17', seats: 300, subtotal: '1476.00', more: other }),
    ],
  ]
  const after: Bill = [
    '2021-07',
    [
      cheaper({
        type: 'cycleCharge',
        from: '2021-07-18',
        to: '2021-08-17',
        seats: 300,
        subtotal: '1929.00',
        more: other,
      }),
    ],
  ]
  expect(told(before, june)).toEqual(['plan -840.00'])
  expect(told(june, after)).toEqual(['plan -255.00'])
})

test('row 12: a partial upgrade moves a hundred of three hundred seats to a new subscription', () => {
  const made = { ...other, subscription: 'subscription-2' as SubscriptionId }
  const before: Bill = ['2021-05', [all('cycleCharge', '2021-05-18', '2021-06-17', 300, '3024.00')]]
  const june: Bill = [
    '2021-06',
    [
      all('cycleCharge', '2021-06-18', '2021-07-17', 300, '3024.00'),
      all('convert', '2021-06-25', '2021-07-17', -100, '-772.00', upgraded.more),
      cheaper({ type: 'convert', from: '2021-06-25', to: '2021-07-17', seats: 100, subtotal: '492.00', more: made }),
    ],
  ]
  const after: Bill = [
    '2021-07',
    [
      all('cycleCharge', '2021-07-18', '2021-08-17', 200, '2016.00'),
      cheaper({
        type: 'cycleCharge',
        from: '2021-07-18',
        to: '2021-08-17',
        seats: 100,
        subtotal: '643.00',
        more: { ...made, event: undefined },
      }),
    ],
  ]
  expect(told(before, june)).toEqual(['plan -280.00'])
  expect(told(june, after)).toEqual(['plan -85.00'])
})

test('row 13: a trial becomes a paid subscription', () => {
  const trial = { qualifiers: ['Trial'] }
  const free = { type: 'new', term: ['2021-05-26', '2021-06-24'], price: '0', seats: 25, subtotal: '0.00' } as const
  const paid = { term: ['2021-06-25', '2022-06-24'], type: 'convert', from: '2021-06-25', to: '2021-07-24' } as const
  const before: Bill = [
    '2021-05',
    [seatRow({ ...free, from: '2021-05-26', to: '2021-06-24', words: 'One-Month', frequency: '', more: trial })],
  ]
  const june: Bill = [
    '2021-06',
    [
      seatRow({ ...paid, price: '0', seats: 25, subtotal: '0.00', more: { ...trial, event: 'paid' } }),
      seatRow({ ...paid, price: '52.61', seats: 25, subtotal: '1315.25', more: { event: 'paid' } }),
    ],
  ]
  expect(told(before, june)).toEqual(['plan 1315.25'])
})

test('a trial of software that is sold as a service is renewed at its price', () => {
  const service = { words: 'One-Month', price: '2.00', seats: 1 } as const
  const june: Bill = [
    '2021-06',
    [
      seatRow({
        ...service,
        type: 'new',
        term: ['2021-06-10', '2021-07-09'],
        from: '2021-06-10',
        to: '2021-07-09',
        subtotal: '0.00',
        more: { qualifiers: ['Trial'] },
      }),
    ],
  ]
  const july: Bill = [
    '2021-07',
    [
      seatRow({
        ...service,
        type: 'renew',
        term: ['2021-07-10', '2021-08-09'],
        from: '2021-07-10',
        to: '2021-08-09',
        subtotal: '2.00',
      }),
    ],
  ]
  expect(told(june, july)).toEqual(['unit-price 2.00'])
})

test('a billing plan that becomes annual after a month is a change of plan, for ten seats 2,291.60', () => {
  const term = ['2022-03-05', '2025-03-04'] as const
  const march: Bill = [
    '2022-03',
    [
      seatRow({
        type: 'new',
        term,
        from: '2022-03-05',
        to: '2022-04-04',
        price: '22',
        seats: 10,
        subtotal: '220.00',
        words: 'Three-Year',
      }),
    ],
  ]
  const april: Bill = [
    '2022-04',
    [
      seatRow({
        type: 'changeBillingPlan',
        term,
        from: '2022-04-05',
        to: '2023-03-04',
        price: '250',
        seats: 10,
        subtotal: '2291.60',
        frequency: 'Annual',
        words: 'Three-Year',
      }),
    ],
  ]
  expect(told(march, april)).toEqual(['plan 2071.60'])
})

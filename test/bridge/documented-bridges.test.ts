import { expect, test } from 'vitest'
import { type Bill, steady, told } from './documented-bills.ts'
import { seatRow } from './documented-rows.ts'

const inJune = { term: ['2021-06-18', '2022-06-17'], to: '2021-07-17', price: '10.08' } as const
const inMarch = { term: ['2022-03-05', '2023-03-04'], to: '2022-04-04', price: '12' } as const
const may: Bill = ['2021-05', [steady('2021-05-01', '2021-05-31')]]
const pair = (
  day: string,
  type: string,
  before: [number, string],
  after: [number, string],
  of = inJune as typeof inJune | typeof inMarch,
) =>
  [before, after].map(([seats, subtotal]) =>
    seatRow({ ...of, type, from: day, seats, subtotal, more: { event: `${type} ${day}` } }),
  )

test('rows 1 to 3: seats added and removed on the third day, then a whole month of what is left', () => {
  const first: Bill = [
    '2021-06',
    [
      seatRow({ ...inJune, type: 'new', from: '2021-06-18', seats: 10, subtotal: '100.80' }),
      ...pair('2021-06-20', 'addQuantity', [-10, '-94.08'], [12, '112.89']),
      ...pair('2021-06-20', 'removeQuantity', [-12, '-112.89'], [8, '75.26']),
      steady('2021-06-01', '2021-06-30'),
    ],
  ]
  const next: Bill = [
    '2021-07',
    [
      seatRow({ ...inJune, type: 'cycleCharge', from: '2021-07-18', to: '2021-08-17', seats: 8, subtotal: '80.64' }),
      steady('2021-07-01', '2021-07-31'),
    ],
  ]
  expect(told(may, first)).toEqual(['product-started 100.80', 'partial-period -18.82'])
  expect(told(first, next)).toEqual(['quantity -20.16', 'partial-period 18.82'])
})

test('rows 4 to 9: five changes in one month are one driver, and thirty seats stay', () => {
  const first: Bill = [
    '2022-03',
    [
      seatRow({ ...inMarch, type: 'new', from: '2022-03-05', seats: 10, subtotal: '120.00' }),
      ...pair('2022-03-07', 'addQuantity', [-10, '-112.25'], [15, '168.38'], inMarch),
      ...pair('2022-03-10', 'addQuantity', [-15, '-150.96'], [25, '251.61'], inMarch),
      ...pair('2022-03-12', 'removeQuantity', [-25, '-232.25'], [23, '213.67'], inMarch),
      ...pair('2022-03-14', 'removeQuantity', [-23, '-195.87'], [20, '170.32'], inMarch),
      ...pair('2022-03-25', 'addQuantity', [-20, '-85.16'], [30, '127.74'], inMarch),
    ],
  ]
  const next: Bill = [
    '2022-04',
    [seatRow({ ...inMarch, type: 'cycleCharge', from: '2022-04-05', to: '2022-05-04', seats: 30, subtotal: '360.00' })],
  ]
  expect(told(first, next)).toEqual(['quantity 240.00', 'partial-period -155.23'])
})

test('row 10: bought and cancelled within two days', () => {
  const term = { term: ['2021-07-15', '2021-08-14'], to: '2021-08-14', price: '10.08' } as const
  const june: Bill = ['2021-06', [steady('2021-06-01', '2021-06-30')]]
  const july: Bill = [
    '2021-07',
    [
      seatRow({ ...term, type: 'new', from: '2021-07-15', seats: 10, subtotal: '100.80' }),
      seatRow({ ...term, type: 'cancelImmediate', from: '2021-07-17', seats: -10, subtotal: '-94.20' }),
      steady('2021-07-01', '2021-07-31'),
    ],
  ]
  const august: Bill = ['2021-08', [steady('2021-08-01', '2021-08-31')]]
  expect(told(june, july)).toEqual(['product-started 100.80', 'product-ended -94.20'])
  expect(told(july, august)).toEqual(['product-ended -6.60'])
})

test('software bought and cancelled on the same day changes nothing', () => {
  const service = {
    term: ['2021-06-10', '2021-07-09'],
    from: '2021-06-10',
    to: '2021-07-09',
    price: '10.00',
    words: 'One-Month',
  } as const
  const june: Bill = [
    '2021-06',
    [
      seatRow({ ...service, type: 'new', seats: 1, subtotal: '10.00' }),
      seatRow({ ...service, type: 'cancelImmediate', seats: -1, subtotal: '-10.00' }),
      steady('2021-06-01', '2021-06-30'),
    ],
  ]
  expect(told(may, june)).toEqual([])
})

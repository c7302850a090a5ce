import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitPriceOf } from '../../src/ledger/unit-price.ts'
import { decimal } from '../../src/values/decimal.ts'
import { money, moneyFrom } from '../../src/values/money.ts'
import { eur, euros } from './examples.ts'

test.each([
  ['120.00', '10', '12'],
  ['112.89', '12', '9.4075'],
  ['-112.25', '-10', '11.225'],
  ['155.63', '210.950039', '0.73776'],
  ['0.00', '25', '0'],
  ['5.00', '0', '0'],
])('%s for %s is %s each', (net, quantity, price) => {
  expect(unitPriceOf(euros(net), decimal(quantity)).toFixed()).toBe(price)
})

test('the unit price times the quantity is the amount, for any amount and quantity', () => {
  const quantity = fc.bigInt({ min: 1n, max: 10n ** 15n }).map((millionths) => decimal(millionths).div(1_000_000))
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), quantity, (minor, amount) => {
      const net = money(minor, eur)
      expect(moneyFrom(unitPriceOf(net, amount).times(amount), eur, 'half-up')).toEqual(net)
    }),
    { numRuns: process.env.SALDO_LONG ? 5000 : 300 },
  )
})

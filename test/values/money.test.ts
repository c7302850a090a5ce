import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currency } from '../../src/values/currency.ts'
import { decimal } from '../../src/values/decimal.ts'
import {
  add,
  amountText,
  compare,
  money,
  moneyFrom,
  moneyFromJson,
  moneyJson,
  moneyOf,
  split,
  subtract,
  sum,
} from '../../src/values/money.ts'

const runs = { numRuns: process.env.SALDO_LONG ? 10_000 : 300 }
const minor = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
const anyMoney = fc
  .tuple(minor, fc.constantFrom('EUR', 'GBP', 'BRL', 'JPY', 'KWD'))
  .map(([value, code]) => money(value, currency(code)))

const eur = currency('EUR')

test.each([
  ['1234.5', 'EUR', 123450n],
  ['-0.01', 'EUR', -1n],
  ['1.500', 'EUR', 150n],
  ['12', 'JPY', 12n],
  ['1.234', 'KWD', 1234n],
])('%s %s is read exactly', (text, code, expected) => {
  expect(moneyOf(text, currency(code)).minor).toBe(expected)
})

test.each(['1.005', '', '1,00', '1e3', '.5', '5.', '+1', '0x10', ' 1'])('"%s" is no amount in EUR', (text) => {
  expect(() => moneyOf(text, eur)).toThrow(RangeError)
})

test('two currencies are neither added, subtracted nor compared', () => {
  for (const action of [add, subtract, compare])
    expect(() => action(money(1n, eur), money(1n, currency('GBP')))).toThrow('EUR and GBP')
})

describe('rounding to the currency', () => {
  test.each([
    ['0.125', 'half-up', '0.13'],
    ['-0.125', 'half-up', '-0.13'],
    ['0.125', 'half-even', '0.12'],
    ['0.129', 'down', '0.12'],
    ['-0.129', 'down', '-0.12'],
    ['0E-20', 'half-up', '0.00'],
  ] as const)('%s %s is %s', (value, rounding, expected) => {
    expect(amountText(moneyFrom(decimal(value), eur, rounding))).toBe(expected)
  })
})

describe('for any amount', () => {
  test('reading what was written gives it back', () => {
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(moneyOf(amountText(value), value.currency)).toEqual(value)
      }),
      runs,
    )
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(moneyFromJson(moneyJson(value))).toEqual(value)
      }),
      runs,
    )
  })

  test('adding and subtracting lose nothing', () => {
    fc.assert(
      fc.property(minor, minor, (a, b) => {
        expect(subtract(add(money(a, eur), money(b, eur)), money(b, eur)).minor).toBe(a)
      }),
      runs,
    )
  })

  test('splitting loses nothing, and parts are within a minor unit of their share', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some((each) => each > 0n))
    fc.assert(
      fc.property(anyMoney, weights, (value, all) => {
        const parts = split(value, all)
        const whole = all.reduce((a, b) => a + b, 0n)
        expect(sum(parts, value.currency)).toEqual(value)
        parts.forEach((part, at) => {
          const off = part.minor * whole - value.minor * all[at]!
          expect((off < 0n ? -off : off) < whole).toBe(true)
        })
      }),
      runs,
    )
  })
})

test.each([
  ['none', []],
  ['all zero', [0n, 0n]],
  ['a negative one', [1n, -1n, 5n]],
])('weights cannot split an amount: %s', (_, weights) => {
  expect(() => split(money(100n, eur), weights)).toThrow(RangeError)
})

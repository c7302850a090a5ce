import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currency } from '../../src/values/currency.ts'
import { day } from '../../src/values/day.ts'
import {
  formatDay,
  formatDecimal,
  formatMoney,
  formatPercent,
  formatPeriod,
  parseMoney,
} from '../../src/values/format.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { money, moneyOf } from '../../src/values/money.ts'
import { monthOf, period, periodOf } from '../../src/values/period.ts'

/** Typographic spaces as plain ones, to read the expectations by eye. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')
const inAll = (say: (language: Language) => string) => languages.map((language) => plain(say(language)))

test.each([
  ['1234567.50', 'EUR', ['€1,234,567.50', '1 234 567,50 €', '€ 1.234.567,50', '1.234.567,50 €']],
  ['1234.50', 'EUR', ['€1,234.50', '1234,50 €', '€ 1.234,50', '1234,50 €']],
  ['-0.01', 'GBP', ['-£0.01', '-0,01 £', '-£ 0,01', '-0,01 GBP']],
  ['1234.00', 'BRL', ['R$1,234.00', '1234,00 R$', 'R$ 1.234,00', '1234,00 BRL']],
  ['12345', 'JPY', ['JP¥12,345', '12 345 JP¥', 'JP¥ 12.345', '12.345 JPY']],
])('%s %s', (amount, code, expected) => {
  expect(inAll((language) => formatMoney(moneyOf(amount, currency(code)), language))).toEqual(expected)
})

test('every digit of an amount and of a unit price is kept', () => {
  expect(formatMoney(moneyOf('90071992547409931.07', currency('EUR')), 'en')).toBe('€90,071,992,547,409,931.07')
  expect(formatDecimal('1234.000000000000000001', 'en')).toBe('1,234.000000000000000001')
})

test.each([
  ['23', ['23%', '23%', '23%', '23 %']],
  ['12.5', ['12.5%', '12,5%', '12,5%', '12,5 %']],
])('%s percent', (percent, expected) => {
  expect(inAll((language) => formatPercent(percent, language))).toEqual(expected)
})

test('a day has its month’s name in every language', () => {
  expect(inAll((language) => formatDay(day('2026-02-03'), language))).toEqual([
    '3 February 2026',
    '3 de fevereiro de 2026',
    '3 de fevereiro de 2026',
    '3 de febrero de 2026',
  ])
})

test.each([
  ['a month', monthOf('2026-10'), ['October 2026', 'outubro de 2026', 'outubro de 2026', 'octubre de 2026']],
  ['a year', periodOf('2026'), ['2026', '2026', '2026', '2026']],
  [
    'months',
    periodOf('2026-07/2026-09'),
    ['July – September 2026', 'julho – setembro de 2026', 'julho – setembro de 2026', 'julio–septiembre de 2026'],
  ],
  [
    'days',
    period(day('2026-10-18'), day('2026-11-17')),
    [
      '18 October – 17 November 2026',
      '18 de outubro – 17 de novembro de 2026',
      '18 de outubro – 17 de novembro de 2026',
      '18 de octubre – 17 de noviembre de 2026',
    ],
  ],
])('a period of %s', (_, value, expected) => {
  expect(inAll((language) => formatPeriod(value, language))).toEqual(expected)
})

describe.each(languages)('in %s', (language) => {
  test('reading what was written gives any amount back', () => {
    const amount = fc.tuple(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.constantFrom('EUR', 'GBP', 'BRL', 'USD', 'JPY', 'KWD', 'CHF'),
    )
    fc.assert(
      fc.property(amount, ([minor, code]) => {
        const value = money(minor, currency(code))
        expect(parseMoney(formatMoney(value, language), language, value.currency)).toEqual(value)
      }),
      { numRuns: process.env.SALDO_LONG ? 10_000 : 300 },
    )
  })
})

describe('what people type', () => {
  test.each([
    ['en', '1,234.50', '1234.50'],
    ['en', 'EUR 1234.5', '1234.50'],
    ['pt-PT', '1 234,50€', '1234.50'],
    ['pt-BR', '1.234,50', '1234.50'],
    ['es', '-1.234,5 EUR', '-1234.50'],
    ['es', '\u22121234', '-1234.00'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(parseMoney(text, language, currency('EUR'))).toEqual(moneyOf(expected, currency('EUR')))
  })

  test.each([
    ['en', '1,5'],
    ['en', '1.234.567'],
    ['es', '1,234.50'],
    ['pt-BR', '12.34'],
    ['en', '£5.00'],
    ['en', '1.005'],
    ['en', ''],
    ['en', '--5'],
    ['en', 'five'],
  ] as const)('%s: %s is refused', (language, text) => {
    expect(() => parseMoney(text, language, currency('EUR'))).toThrow(RangeError)
  })
})

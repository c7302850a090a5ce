import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDecimal } from '../../../src/language/slots/numbers.ts'
import { slotsOf } from './read.ts'

test.each([
  ['€1,234.56', '1234.56', 'EUR'],
  ['1.234,56 €', '1234.56', 'EUR'],
  ['1 234,56 euros', '1234.56', 'EUR'],
  ['EUR 312', '312', 'EUR'],
  ['312.00 EUR', '312.00', 'EUR'],
  ['R$ 1.450', '1450', 'BRL'],
  ['2,5 mil reais', '2500', 'BRL'],
  ['£12k', '12000', 'GBP'],
  ['300 quid', '300', 'GBP'],
  ['US$ 22', '22', 'USD'],
  ['mil euros', '1000', 'EUR'],
  ['1.000 dólares', '1000', 'USD'],
])('"%s" is %s %s', (text, amount, currency) => {
  expect(slotsOf(text)).toEqual({ amount, currency })
})

test.each([
  ['what is the 214.80', '214.80'],
  ['o que são os 637,50', '637.50'],
  ['when does that 1,482 need to be with you', '1482'],
  ['we paid 500 today', '500'],
  ['monthly instalments of 250', '250'],
])('"%s" states the amount %s without a currency', (text, amount) => {
  expect(slotsOf(text)).toMatchObject({ amount })
  expect(slotsOf(text).currency).toBeUndefined()
})

test.each([
  'can I have 10 licences',
  'version 1.0712',
  'line 3',
  'in 2025',
  'a 550 error',
  'we have 3 tenants',
  '0.58 of a month',
])('"%s" states no amount', (text) => {
  expect(slotsOf(text).amount).toBeUndefined()
})

test.each([
  ['can we be billed in pounds', 'GBP'],
  ['em dólares', 'USD'],
  ['en euros', 'EUR'],
])('"%s" states the currency %s alone', (text, currency) => {
  expect(slotsOf(text)).toEqual({ currency })
})

test('a currency that is only talked about is not stated', () => {
  expect(slotsOf('o dólar subiu', 'pt-PT')).toEqual({})
})

test.each([
  ['1.234', '1234'],
  ['1,234', '1234'],
  ['1.234,5', '1234.5'],
  ['1,234.56', '1234.56'],
  ['12,34', '12.34'],
  ['12.3', '12.3'],
  ['1.234.567', '1234567'],
  ['0,99', '0.99'],
])('the shape of %s makes it %s', (text, value) => {
  expect(readDecimal(text)).toBe(value)
})

test.each(['1.2.3', '1.234.56', '1,2345', '0.123', '12.34.56', '1.0712'])(
  'the shape of %s is no sure number',
  (text) => {
    expect(readDecimal(text)).toBeUndefined()
  },
)

test('an amount is read back whichever way it is written', () => {
  const written = fc.record({ cents: fc.nat({ max: 99_999_999 }), locale: fc.constantFrom('en-GB', 'pt-BR', 'de-DE') })
  fc.assert(
    fc.property(written, ({ cents, locale }) => {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(
        text as Intl.StringNumericLiteral,
      )
      expect(slotsOf(`${shown} €`)).toEqual({ amount: text, currency: 'EUR' })
    }),
    { numRuns: process.env.SALDO_LONG ? 20_000 : 300 },
  )
})

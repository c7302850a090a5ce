import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { decimal, decimalText } from '../../src/values/decimal.ts'
import { tenantId } from '../../src/values/ids.ts'
import { currencySchema, daySchema, decimalSchema, idSchema, moneySchema, textOf } from '../../src/values/schemas.ts'

const record = z.object({
  day: daySchema,
  amount: moneySchema,
  rate: decimalSchema,
  currency: currencySchema,
  id: idSchema(),
})
const written = {
  day: '2026-11-22',
  amount: { amount: '-12.50', currency: 'EUR' },
  rate: '0.000000000000000001',
  currency: 'GBP',
  id: 'x',
}

test('a record is read and written as it was', () => {
  expect(z.encode(record, z.decode(record, written))).toEqual(written)
})

test.each([
  ['day', '2026-02-30'],
  ['amount', { amount: '12.505', currency: 'EUR' }],
  ['amount', { amount: '12.50', currency: 'ABC' }],
  ['rate', '1,5'],
  ['currency', 'EURO'],
  ['id', ''],
  ['id', 7],
])('a wrong %s, %j, is refused with its path', (field, value) => {
  const result = z.safeDecode(record, { ...written, [field]: value } as never)
  expect(result.error?.issues).toMatchObject([{ path: [field] }])
})

test('an id is a GUID in lower case', () => {
  const tenant = textOf(tenantId)
  expect(z.decode(tenant, '0E984725-C51C-4BF4-9960-E1C80E27ABA0')).toBe('0e984725-c51c-4bf4-9960-e1c80e27aba0')
  expect(z.safeDecode(tenant, 'contoso').success).toBe(false)
})

test('any decimal is written without an exponent and read back the same', () => {
  const digits = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
  fc.assert(
    fc.property(digits, ([value, scale]) => {
      const exact = decimal(value).div(decimal(10n ** BigInt(scale)))
      expect(decimalText(exact)).toMatch(/^-?\d+(\.\d+)?$/)
      expect(decimal(decimalText(exact)).eq(exact)).toBe(true)
    }),
  )
})

test.each(['0E-20', '0.000000000000000000', '-0'])('%s is zero', (text) => {
  expect(decimal(text).eq(0)).toBe(true)
})

test('a binary fraction is no decimal', () => {
  expect(() => decimal(0.1)).toThrow('pass decimals as text')
})

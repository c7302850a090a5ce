import { describe, expect, test } from 'vitest'
import { findPrice } from '../../src/ledger/find-price.ts'
import type { PriceBook } from '../../src/ledger/price-book.ts'
import { decimal } from '../../src/values/decimal.ts'
import { aCustomer, aPriceBook, eur, gbp } from './examples.ts'

const line = { productId: 'P', skuId: 'S', billing: 'monthly' } as const
const margin = (percent: number) => ({ margin: decimal(percent) })
const customer = aCustomer()
const found = (rules: PriceBook['rules'], to = customer) => {
  const price = findPrice(aPriceBook({ rules }), to, line)
  return price && 'margin' in price ? Number(price.margin) : price && Number(price.fixed)
}

describe('the most specific rule wins, wherever it stands', () => {
  const all = [
    { billing: 'monthly' as const, price: margin(1) },
    { productId: 'P', price: margin(2) },
    { productId: 'P', billing: 'monthly' as const, price: margin(3) },
    { skuId: 'S', price: margin(4) },
    { productId: 'P', skuId: 'S', price: margin(5) },
    { customer: customer.tenant, price: margin(6) },
    { customer: customer.tenant, productId: 'P', price: margin(7) },
  ]
  test.each(all.map((_, at) => at + 1))('%i rules', (count) => {
    expect(found(all.slice(0, count))).toBe(count)
    expect(found(all.slice(0, count).reverse())).toBe(count)
  })
})

test('of two equal rules the first one wins', () => {
  expect(
    found([
      { productId: 'P', price: margin(1) },
      { productId: 'P', price: margin(2) },
    ]),
  ).toBe(1)
})

test('a rule for another product, sku, customer or billing does not hold', () => {
  const other = aCustomer(2).tenant
  const rules = [{ productId: 'X' }, { skuId: 'X' }, { customer: other }, { billing: 'annual' as const }]
  expect(found(rules.map((rule) => ({ ...rule, price: margin(1) })))).toBe(15)
})

test('a book may price a product in several currencies', () => {
  const rules = [
    { productId: 'P', price: { fixed: decimal(10), currency: eur } },
    { productId: 'P', price: { fixed: decimal(9), currency: gbp } },
  ]
  expect([found(rules), found(rules, aCustomer(1, { currency: gbp }))]).toEqual([10, 9])
})

test('without a rule and a default there is no price', () => {
  expect(findPrice(aPriceBook({ default: undefined }), customer, line)).toBeUndefined()
})

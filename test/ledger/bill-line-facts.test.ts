import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { draftBill } from '../../src/ledger/bill-out.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import { type InvoiceLine, invoiceLineSchema } from '../../src/ledger/invoice.ts'
import type { PriceBook } from '../../src/ledger/price-book.ts'
import { promotionTexts } from '../../src/ledger/promotion-texts.ts'
import { currency } from '../../src/values/currency.ts'
import { day } from '../../src/values/day.ts'
import { decimal, decimalText } from '../../src/values/decimal.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aCharge, aCustomer, aPriceBook, aSupplierInvoice, eur } from './examples.ts'

const lineOf = (charge: Charge, priceBook: PriceBook = aPriceBook()): InvoiceLine => {
  const issued = { issuedOn: day('2022-04-08'), id: 'b' as InvoiceId, number: 'NOR-2022-0001' }
  const supplierInvoice = aSupplierInvoice()
  const drafted = draftBill({ charges: [charge], customer: aCustomer(), priceBook, supplierInvoice, ...issued })
  if (drafted.kind === 'refused') throw new Error(JSON.stringify(drafted.faults))
  return drafted.invoice.lines[0]!
}
const fixed = aPriceBook({ rules: [{ productId: 'CFQ7TTC0LH18', price: { fixed: decimal('19.90'), currency: eur } }] })
const added = aCharge({ type: 'addQuantity', from: '2022-03-07', subtotal: '168.38', seats: '15', eup: '11.23' })
const promoted = aCharge({
  more: {
    promotionId: '39NFJQT1PFPN',
    priceAdjustments: ['15.0% Partner earned credit for services managed', '10.0% Promotional discount'],
  },
  price: '14.117647058823529412',
  eup: '10.80',
  subtotal: '108.00',
})

describe('a line of a bill says what its explanation needs', () => {
  test('the customer’s price of a whole cycle, the days, the term and how it is billed', () => {
    const line = lineOf(added)
    expect(decimalText(line.cyclePrice!)).toBe('13.8')
    expect(line).toMatchObject({ share: { billed: 29, of: 31 }, term: 'P1Y', billing: 'monthly' })
  })

  test('a fixed price is the price of a whole cycle', () => {
    expect(decimalText(lineOf(added, fixed).cyclePrice!)).toBe('19.9')
  })

  test('a whole cycle is billed whole', () => {
    expect(lineOf(aCharge()).share).toEqual({ billed: 1, of: 1 })
  })

  test('the price that was billed is meant, not a list price that came later', () => {
    expect(decimalText(lineOf(aCharge({ price: '14', eup: '12' })).cyclePrice!)).toBe('13.8')
  })

  test('a price in another currency is the customer’s, at the rate as billed', () => {
    const more = { pricingCurrency: currency('USD'), exchangeRate: decimal('0.9') }
    const line = lineOf(aCharge({ price: '12', subtotal: '108.00', more }))
    expect(decimalText(line.cyclePrice!)).toBe('12.42')
  })

  test.each([
    ['usage', aCharge({ more: { meter: 'D2 v3', termAndBillingCycle: undefined } })],
    ['a credit', aCharge({ type: 'customerCredit', subtotal: '-20.00', more: { subscription: undefined } })],
  ])('%s has no price of a cycle', (_, charge) => {
    expect(lineOf(charge).cyclePrice).toBeUndefined()
  })

  test('a trial is free, whatever the price after it', () => {
    const trial = aCharge({ price: '52.61', eup: '0', seats: '25', subtotal: '0', more: { qualifiers: ['Trial'] } })
    for (const book of [aPriceBook(), fixed]) expect(decimalText(lineOf(trial, book).cyclePrice!)).toBe('0')
  })

  test('is stored and read back as it is, and older lines without it are read too', () => {
    const line = lineOf(added)
    const stored = z.encode(invoiceLineSchema, line)
    const read = invoiceLineSchema.decode(stored)
    expect(z.encode(invoiceLineSchema, read)).toEqual(stored)
    expect([decimalText(read.cyclePrice!), read.share]).toEqual(['13.8', { billed: 29, of: 31 }])
    const older = { ...stored, cyclePrice: undefined, share: undefined, term: undefined, billing: undefined }
    expect(invoiceLineSchema.decode(older).cyclePrice).toBeUndefined()
  })
})

describe('a promotion', () => {
  test('stands on a line whose price follows it, without what the partner earns', () => {
    expect(lineOf(promoted)).toMatchObject({
      promotionId: '39NFJQT1PFPN',
      adjustments: ['10.0% Promotional discount'],
    })
  })

  test('is nothing to a fixed price', () => {
    const line = lineOf(promoted, fixed)
    expect([line.promotionId, line.adjustments]).toEqual([undefined, undefined])
  })

  test.each([
    ['15.0% Partner earned credit for services managed', false],
    ['15% PEC', false],
    ['Partner discount', false],
    ['Reseller margin 20% off', false],
    ['Promotion', true],
    ['10.0% Promotional discount', true],
    ['25% off the first year', true],
    ['Tier 2', false],
  ])('%s may be read by the customer: %s', (text, shown) => {
    expect(promotionTexts(aCharge({ more: { priceAdjustments: [text] } }))).toEqual(shown ? [text] : [])
  })
})

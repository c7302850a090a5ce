import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftBill } from '../../src/ledger/bill-out.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import { explainAmount, explainCharge, explainLine } from '../../src/ledger/explain-line.ts'
import type { InvoiceLine } from '../../src/ledger/invoice.ts'
import type { PriceBook } from '../../src/ledger/price-book.ts'
import { currency } from '../../src/values/currency.ts'
import { day } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { amountText, asDecimal, moneyOf } from '../../src/values/money.ts'
import { aCharge, aCustomer, aPriceBook, aSupplierInvoice, eur, euros } from './examples.ts'

const june = { term: ['2021-06-18', '2022-06-17'] as const, from: '2021-06-20', to: '2021-07-17' }
const march = { term: ['2022-03-05', '2023-03-04'] as const, to: '2022-04-04' }
const upgrade = { term: ['2021-06-18', '2022-06-17'] as const, from: '2021-06-25', to: '2021-07-17' }
const july = { term: ['2021-07-15', '2021-08-14'] as const, from: '2021-07-17', to: '2021-08-14' }

type Dates = { readonly term: readonly [string, string]; readonly from: string; readonly to: string }
type Row = readonly [string, string, Dates, number, number, string, string, string, string]

// Reference 7.2: price, billed and cycle days, EUP as shown, seats, Subtotal, and the first rule that gives it.
const documented: readonly Row[] = [
  ['new', '10.08', { ...june, from: '2021-06-18' }, 30, 30, '10.08', '10', '100.80', 'exact'],
  ['addQuantity', '10.08', june, 28, 30, '-9.408', '10', '-94.08', 'exact'],
  ['addQuantity', '10.08', june, 28, 30, '9.408', '12', '112.89', 'B'],
  ['removeQuantity', '10.08', june, 28, 30, '-9.408', '12', '-112.89', 'B'],
  ['removeQuantity', '10.08', june, 28, 30, '9.408', '8', '75.26', 'B'],
  ['new', '12', { ...march, from: '2022-03-05' }, 31, 31, '12.00', '10', '120.00', 'exact'],
  ['addQuantity', '12', { ...march, from: '2022-03-07' }, 29, 31, '-11.23', '10', '-112.25', 'B'],
  ['addQuantity', '12', { ...march, from: '2022-03-07' }, 29, 31, '11.23', '15', '168.38', 'B'],
  ['addQuantity', '12', { ...march, from: '2022-03-10' }, 26, 31, '-10.06', '15', '-150.96', 'B'],
  ['addQuantity', '12', { ...march, from: '2022-03-10' }, 26, 31, '10.06', '25', '251.61', 'B'],
  ['removeQuantity', '12', { ...march, from: '2022-03-12' }, 24, 31, '-9.29', '25', '-232.25', 'A'],
  ['removeQuantity', '12', { ...march, from: '2022-03-12' }, 24, 31, '9.29', '23', '213.67', 'A'],
  ['removeQuantity', '12', { ...march, from: '2022-03-14' }, 22, 31, '-8.52', '23', '-195.87', 'B'],
  ['removeQuantity', '12', { ...march, from: '2022-03-14' }, 22, 31, '8.52', '20', '170.32', 'B'],
  ['addQuantity', '12', { ...march, from: '2022-03-25' }, 11, 31, '-4.26', '20', '-85.16', 'B'],
  ['addQuantity', '12', { ...march, from: '2022-03-25' }, 11, 31, '4.26', '30', '127.74', 'B'],
  ['cancelImmediate', '10.08', july, 29, 31, '-9.42', '10', '-94.20', 'A'],
  ['convert', '10.08', upgrade, 23, 30, '-7.72', '300', '-2316.00', 'A'],
  ['convert', '6.43', upgrade, 23, 30, '4.92', '300', '1476.00', 'A'],
  ['convert', '10.08', upgrade, 23, 30, '-7.72', '100', '-772.00', 'A'],
  ['convert', '6.43', upgrade, 23, 30, '4.92', '100', '492.00', 'A'],
  [
    'convert',
    '52.61',
    { ...upgrade, to: '2021-07-24', term: ['2021-06-25', '2022-06-24'] },
    30,
    30,
    '52.61',
    '25',
    '1315.25',
    'exact',
  ],
]

const chargeOf = ([type, price, dates, , , eup, seats, subtotal]: Row): Charge =>
  aCharge({ type, price, ...dates, eup, seats, subtotal })

describe('Microsoft’s documented seat lines (reference 7.2)', () => {
  test.each(documented)('%s at %s, line %#', (...row) => {
    const [, , , billed, of, , , subtotal, rule] = row
    const explained = explainCharge(chargeOf(row))
    expect(explained).toMatchObject({ kind: 'reproduced', rule })
    expect(amountText(explained.rounded)).toBe(subtotal)
    expect(explained.billed * of).toBe(billed * explained.of)
  })

  test('a change to annual billing: the price of eleven months is rounded before it is multiplied', () => {
    const more = { billingFrequency: 'Annual', orderDate: day('2022-04-05') }
    const dates = { from: '2022-04-05', to: '2023-03-04', eup: '229.16', more }
    const change = aCharge({ type: 'changeBillingPlan', price: '250', subtotal: '2291.60', ...dates })
    expect(explainCharge(change)).toMatchObject({ kind: 'reproduced', rule: 'A', billed: 11, of: 12 })
  })

  test('a prepaid year and a change at the anniversary need no rounding', () => {
    const year = aCharge({
      price: '120.96',
      subtotal: '1209.60',
      to: '2023-03-04',
      more: { billingFrequency: undefined },
    })
    const monthly = aCharge({ type: 'changeBillingPlan', price: '20', subtotal: '200.00' })
    for (const charge of [year, monthly]) expect(explainCharge(charge)).toMatchObject({ rule: 'exact' })
  })
})

describe('documented usage (reference 7.4)', () => {
  const meter = (eup: string, quantity: string, subtotal: string, more: Partial<Charge> = {}) =>
    aCharge({
      price: '0.868',
      eup,
      seats: quantity,
      subtotal,
      more: {
        meter: 'D2 v3',
        termAndBillingCycle: undefined,
        subscriptionEnd: undefined,
        billingFrequency: undefined,
        ...more,
      },
    })
  const earned = { priceAdjustments: ['15.0% Partner earned credit for services managed'] }

  test.each([
    ['29', '0.737586206896551724', '21.39'],
    ['210.950039', '0.737757775678894090', '155.63'],
    ['555.950039', '0.737782120541418', '410.17'],
  ])('%s units under partner earned credit', (quantity, eup, subtotal) => {
    expect(explainCharge(meter(eup, quantity, subtotal, earned))).toMatchObject({ kind: 'reproduced', rule: 'usage' })
  })

  test('a tiered meter is rounded to the nearest cent, and its free units are free', () => {
    expect(explainCharge({ ...meter('2.5415', '32', '81.33'), unitPrice: decimal('2.5415') })).toMatchObject({
      rule: 'H',
    })
    expect(explainCharge(meter('0', '5', '0.00'))).toMatchObject({ kind: 'reproduced', rule: 'exact' })
  })

  test('another currency is rounded down before and after the rate', () => {
    const usd = { pricingCurrency: currency('USD'), exchangeRate: decimal('0.9103') }
    // 0.868 x 29 = 25.172, down 25.17; x 0.9103 = 22.912251, down 22.91.
    expect(explainCharge(meter('0.868', '29', '22.91', usd))).toMatchObject({ kind: 'reproduced', rule: 'usage' })
  })
})

// Reference 7.6: price, billed and cycle days, quantity, amount.
describe('documented legacy lines are rounded to the nearest cent', () => {
  test.each([
    ['4.00', 1, 1, '-1', '-4.00', 'exact'],
    ['4.00', 19, 31, '1', '2.45', 'A'],
    ['4.00', 12, 31, '2', '3.10', 'H'],
    ['4.00', 1, 1, '2', '8.00', 'exact'],
    ['211.20', 1, 365, '1', '0.58', 'H'],
    ['211.20', 27, 365, '2', '31.25', 'H'],
    ['211.20', 337, 365, '2', '390.00', 'H'],
    ['48.00', 1, 1, '-1', '-48.00', 'exact'],
  ])('%s x %i / %i x %s = %s by %s', (price, billed, of, quantity, amount, rule) => {
    const basis = { price: decimal(price), billed, of, quantity: decimal(quantity) }
    const explained = explainAmount([basis], euros(amount))
    expect([explained.kind, explained.rule, amountText(explained.rounded)]).toEqual(['reproduced', rule, amount])
  })
})

const bill = (charges: readonly Charge[], priceBook: PriceBook = aPriceBook()): readonly InvoiceLine[] => {
  const issued = { issuedOn: day('2022-04-08'), id: 'b' as InvoiceId, number: 'NOR-2022-0001' }
  const drafted = draftBill({
    charges,
    customer: aCustomer(),
    priceBook,
    supplierInvoice: aSupplierInvoice(),
    ...issued,
  })
  if (drafted.kind === 'refused') throw new Error(JSON.stringify(drafted.faults))
  return drafted.invoice.lines
}
const fixedAt = (price: string): PriceBook =>
  aPriceBook({ rules: [{ productId: 'CFQ7TTC0LH18', price: { fixed: decimal(price), currency: eur } }] })

describe('a line of a customer’s bill', () => {
  test.each(documented)('is worked out from what stands on it: %s at %s, line %#', (...row) => {
    for (const book of [aPriceBook(), aPriceBook({ default: { margin: decimal(0) } }), fixedAt('19.90')]) {
      const [line] = bill([chargeOf(row)], book)
      expect(explainLine(line!)).toMatchObject({ kind: 'reproduced', rounded: line!.net })
    }
  })

  test('names the price of a whole cycle and the days', () => {
    const [line] = bill([chargeOf(documented[2]!)], fixedAt('19.90'))
    expect(explainLine(line!)).toMatchObject({ rule: 'exact', billed: 28, of: 30, price: decimal('19.90') })
    expect(explainLine(line!).exact.toFixed()).toBe('222.88')
  })

  test('of an older bill, which names no price of a cycle, is its unit price times the quantity', () => {
    const [line] = bill([chargeOf(documented[2]!)])
    const older = { ...line!, cyclePrice: undefined, share: undefined, billing: undefined }
    expect(explainLine(older)).toMatchObject({ kind: 'reproduced', billed: 1, of: 1, price: older.unitPrice })
  })

  test('that was altered is reproduced by no rule, and the difference is named', () => {
    const [line] = bill([chargeOf(documented[2]!)])
    const altered = { ...line!, net: euros('131.00') }
    const explained = explainLine(altered)
    expect(explained.kind).toBe('not-reproduced')
    if (explained.kind === 'not-reproduced')
      expect(asDecimal(explained.rounded).plus(asDecimal(explained.difference)).toFixed(2)).toBe('131.00')
  })

  test('of any seats, price, day and margin is reproduced; a cent more or less is not', () => {
    const days = fc.integer({ min: 6, max: 31 })
    const cents = fc.integer({ min: 1, max: 90_000 })
    fc.assert(
      fc.property(
        days,
        cents,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        (from, price, seats, margin, unitFirst) => {
          const whole = decimal(price).div(100)
          const billed = decimal(36 - from)
          const exact = whole.times(billed).div(31)
          const subtotal = unitFirst ? exact.round(2, 0).times(seats) : exact.times(seats).round(2, 0)
          const dates = { ...march, from: `2022-03-${String(from).padStart(2, '0')}` }
          const charge = aCharge({
            type: 'addQuantity',
            price: whole.toFixed(),
            eup: exact.toFixed(),
            seats: String(seats),
            subtotal: subtotal.toFixed(2),
            ...dates,
          })
          const [line] = bill([charge], aPriceBook({ default: { margin: decimal(margin) } }))
          expect(explainLine(line!).kind).toBe('reproduced')
          const more = { ...line!, net: moneyOf(decimal(amountText(line!.net)).plus('2').toFixed(2), eur) }
          if (seats < 100) expect(explainLine(more).kind).toBe('not-reproduced')
        },
      ),
      { numRuns: process.env.SALDO_LONG ? 5000 : 200 },
    )
  })
})

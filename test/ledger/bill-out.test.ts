import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftBill, draftBills } from '../../src/ledger/bill-out.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import type { Customer } from '../../src/ledger/customer.ts'
import type { PriceBook } from '../../src/ledger/price-book.ts'
import { day } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { add, amountText, sum } from '../../src/values/money.ts'
import { aCharge, aCustomer, aPriceBook, aSupplierInvoice, customerAt, eur, gbp } from './examples.ts'

const draft = (charges: Charge[], customer: Customer = aCustomer(), priceBook: PriceBook = aPriceBook()) =>
  draftBill({
    charges,
    customer,
    priceBook,
    supplierInvoice: aSupplierInvoice(),
    issuedOn: day('2022-04-08'),
    id: 'bill-1' as InvoiceId,
    number: 'NOR-2022-0001',
  })
const drafted = (...given: Parameters<typeof draft>) => {
  const result = draft(...given)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.faults))
  return result.invoice
}
const problems = (...given: Parameters<typeof draft>) => {
  const result = draft(...given)
  return result.kind === 'refused' ? result.faults : []
}

test('a bill has the margin on the cost, the tax on the sum, and its due date', () => {
  const bill = drafted([aCharge(), aCharge({ line: 3, subtotal: '0.10', seats: '1', more: { productId: 'P2' } })])
  expect(bill).toMatchObject({ kind: 'invoice', status: 'draft', issuedOn: '2022-04-08', dueOn: '2022-05-08' })
  expect(bill.lines.map(({ net }) => amountText(net))).toEqual(['138.00', '0.12'])
  expect([amountText(bill.net), amountText(bill.total)]).toEqual(['138.12', '169.89'])
  expect(bill.taxes).toMatchObject([{ name: 'IVA' }])
})

test('tax is on the sum of the lines, not on each', () => {
  const cents = [2, 3, 4].map((line) =>
    aCharge({ line, seats: '1', subtotal: '0.02', more: { productId: `P${line}` } }),
  )
  expect(
    amountText(drafted(cents, aCustomer(), aPriceBook({ default: { margin: decimal(0) } })).taxes[0]!.amount),
  ).toBe('0.01')
})

test('every line keeps the charges behind it', () => {
  expect(drafted([aCharge({ line: 7 })]).lines[0]?.charges).toEqual([{ import: 'import-1', line: 7 }])
})

test('a free line stays on the bill', () => {
  const trial = aCharge({ seats: '25', subtotal: '0', eup: '0', more: { qualifiers: ['Trial'] } })
  expect(drafted([trial]).lines).toHaveLength(1)
})

test('a refund and its charge are two lines of one event', () => {
  const pair = [
    aCharge({ type: 'addQuantity', subtotal: '-112.25', from: '2022-03-07', more: { event: 'e1' } }),
    aCharge({
      line: 3,
      type: 'addQuantity',
      seats: '15',
      subtotal: '168.38',
      from: '2022-03-07',
      more: { event: 'e1' },
    }),
  ]
  const { lines } = drafted(pair)
  expect(lines.map(({ quantity, event }) => [quantity.toFixed(), event])).toEqual([
    ['-10', 'e1'],
    ['15', 'e1'],
  ])
})

describe('two lines that are the parts of one charge', () => {
  const parts = [
    aCharge({ price: '30', subtotal: '300.00', more: { event: 'e' } }),
    aCharge({ line: 3, price: '5', subtotal: '50.00', more: { event: 'e' } }),
  ]
  const fixed = aPriceBook({ rules: [{ productId: 'CFQ7TTC0LH18', price: { fixed: decimal('40'), currency: eur } }] })

  test('cost the fixed price once, with both charges behind the line', () => {
    const { lines, net } = drafted(parts, aCustomer(), fixed)
    expect(amountText(net)).toBe('400.00')
    expect(lines.map(({ charges }) => charges.map(({ line }) => line))).toEqual([[2, 3]])
  })

  test('are two lines by margin', () => {
    expect(drafted(parts).lines.map(({ net }) => amountText(net))).toEqual(['345.00', '57.50'])
  })

  test('are two charges when they cost the same', () => {
    const twice = [aCharge(), aCharge({ line: 3 })]
    expect(amountText(drafted(twice, aCustomer(), fixed).net)).toBe('800.00')
  })
})

describe('credits from Microsoft', () => {
  const credit = (more: Partial<Charge> = {}) =>
    aCharge({
      type: 'customerCredit',
      subtotal: '-20.00',
      more: { subscription: undefined, creditReason: 'Azure Credit Offer', ...more },
    })

  test('are passed on as they are, whatever the price book says', () => {
    const fixed = aPriceBook({ default: { fixed: decimal('40'), currency: eur } })
    for (const book of [aPriceBook(), fixed, aPriceBook({ default: undefined })])
      expect(amountText(drafted([credit()], aCustomer(), book).net)).toBe('-20.00')
  })

  test('that exceed the charges make a credit note', () => {
    expect(drafted([credit()]).kind).toBe('credit-note')
  })

  test('in another currency are refused', () => {
    expect(problems([credit()], aCustomer(1, { currency: gbp }))).toHaveLength(1)
  })
})

describe('what stands in the way is refused with what to do', () => {
  test('a margin across currencies', () => {
    const [fault] = problems([aCharge({ line: 9 })], aCustomer(1, { currency: gbp }))
    expect(fault).toMatchObject({ line: 9, product: 'Microsoft 365 Business Premium' })
    expect(fault?.problem).toBe('a margin cannot turn EUR into GBP: nothing is converted')
    expect(fault?.remedy).toContain('CFQ7TTC0LH18, skuId 0001 a fixed price in GBP')
  })

  test('a product without a price', () => {
    expect(problems([aCharge()], aCustomer(), aPriceBook({ default: undefined }))[0]?.problem).toBe(
      'no price in EUR for this product',
    )
  })

  test('a customer that nobody knows', () => {
    const numbers = () => ({ id: 'x' as InvoiceId, number: 'X' })
    const charges = new Map([[customerAt(5), [aCharge()]]])
    const given = { charges, customers: new Map(), supplierInvoice: aSupplierInvoice(), priceBook: aPriceBook() }
    const result = draftBills({ ...given, issuedOn: day('2022-04-08'), numbers })
    expect(result).toMatchObject({ kind: 'refused', faults: [{ customer: customerAt(5) }] })
  })

  test('no fault names an amount', () => {
    const faults = problems([aCharge({ subtotal: '98765.43' })], aCustomer(1, { currency: gbp }))
    expect(JSON.stringify(faults)).not.toContain('98765')
  })
})

test('a fixed price in the customer’s currency needs no exchange rate', () => {
  const rules = [{ skuId: '0001', price: { fixed: decimal('10.50'), currency: gbp } }]
  const bill = drafted([aCharge()], aCustomer(1, { currency: gbp }), aPriceBook({ rules }))
  expect([amountText(bill.net), bill.currency, bill.lines[0]?.exchange]).toEqual(['105.00', 'GBP', undefined])
})

test('the rate as billed is shown where Microsoft priced in another currency', () => {
  const usd = 'USD' as typeof eur
  const azure = aCharge({
    more: { pricingCurrency: usd, exchangeRate: decimal('0.92'), exchangeRateDate: day('2022-02-25') },
  })
  expect(drafted([azure]).lines[0]?.exchange).toMatchObject({ pricingCurrency: 'USD', date: '2022-02-25' })
})

test('lines and tax add up to the total, whatever the charges', () => {
  const charge = fc.record({
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    seats: fc.integer({ min: 1, max: 999 }),
  })
  const rates = fc.record({ margin: fc.integer({ min: 0, max: 9999 }), tax: fc.integer({ min: 0, max: 2700 }) })
  fc.assert(
    fc.property(fc.array(charge, { minLength: 1, maxLength: 20 }), rates, (given, { margin, tax }) => {
      const charges = given.map(({ cents, seats }, at) =>
        aCharge({
          line: at + 2,
          seats: `${seats}`,
          subtotal: decimal(cents).div(100).toFixed(),
          more: { orderId: `${at}` },
        }),
      )
      const book = aPriceBook({ default: { margin: decimal(margin).div(100) } })
      const bill = drafted(charges, aCustomer(1, { taxRate: decimal(tax).div(100) }), book)
      expect(
        sum(
          bill.lines.map(({ net }) => net),
          eur,
        ),
      ).toEqual(bill.net)
      expect(
        add(
          bill.net,
          sum(
            bill.taxes.map(({ amount }) => amount),
            eur,
          ),
        ),
      ).toEqual(bill.total)
      expect(bill.lines).toHaveLength(charges.length)
    }),
    { numRuns: process.env.SALDO_LONG ? 2000 : 100 },
  )
})

import { describe, expect, test } from 'vitest'
import { askedSchema } from '../../src/answers/asked.ts'
import type { Answered, BillingAsking } from '../../src/answers/asking.ts'
import { billingNext } from '../../src/answers/billing-next.ts'
import { chargeCredit } from '../../src/answers/charge-credit.ts'
import { chargeCurrency } from '../../src/answers/charge-currency.ts'
import { chargeProration } from '../../src/answers/charge-proration.ts'
import { chargeTax } from '../../src/answers/charge-tax.ts'
import { invoiceLine } from '../../src/answers/invoice-line.ts'
import { say } from '../../src/language/say.ts'
import type { Account } from '../../src/ledger/account.ts'
import { draftBill } from '../../src/ledger/bill-out.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import type { Subscription } from '../../src/ledger/subscription.ts'
import { currency } from '../../src/values/currency.ts'
import { day, instant } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { ImportId, InvoiceId, SubscriptionId } from '../../src/values/ids.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { monthOf } from '../../src/values/period.ts'
import {
  aBill,
  aCharge,
  aCustomer,
  aLine,
  aPayment,
  aPriceBook,
  aSupplierInvoice,
  customerAt,
  euros,
} from '../ledger/examples.ts'

const customer = aCustomer()
const atCost = aPriceBook({ default: { margin: decimal(0) } })

const billed = (charges: readonly Charge[], over: Partial<Invoice> = {}): Invoice => {
  const issued = { issuedOn: day('2022-04-08'), id: 'b-1' as InvoiceId, number: 'NOR-2022-0001' }
  const drafted = draftBill({ charges, customer, priceBook: atCost, supplierInvoice: aSupplierInvoice(), ...issued })
  if (drafted.kind === 'refused') throw new Error(JSON.stringify(drafted.faults))
  return { ...drafted.invoice, status: 'issued', ...over }
}
const account = (invoices: readonly Invoice[], over: Partial<Account> = {}): Account => ({
  customer,
  invoices,
  payments: [],
  subscriptions: [],
  disputes: [],
  ...over,
})
const asking = (of: Account, slots: object = {}, over: Partial<BillingAsking> = {}): BillingAsking => ({
  ...askedSchema.parse({ intent: 'charge.proration', slots }),
  principal: { kind: 'customer', key: { tenant: customer.tenant, objectId: 'o' as never }, customer, roles: [] },
  now: instant('2022-04-20T10:00:00Z'),
  language: 'en',
  offering: undefined,
  account: of,
  today: day('2022-04-20'),
  ...over,
})
const words = ({ answer }: Answered, language: Language = 'en') => {
  const { lead, rows, notes } = say(answer, language)
  return { lead, rows: rows.map(({ text }) => text), notes }
}
const kindsOf = ({ answer }: Answered) => [answer.kind, ...(answer.notes ?? []).map(({ kind }) => kind)]

// Reference 7.2, rows 1 to 3 as one bill: 10 seats bought on 18 June, 12 since the 20th, and 8 of another product's 12 left.
const june = { term: ['2021-06-18', '2022-06-17'] as const, price: '10.08', to: '2021-07-17' }
const change = (
  line: number,
  seats: string,
  subtotal: string,
  over: { type?: string; event?: string; name?: string } = {},
) =>
  aCharge({
    ...june,
    line,
    type: over.type ?? 'addQuantity',
    from: '2021-06-20',
    eup: subtotal.startsWith('-') ? '-9.408' : '9.408',
    seats,
    subtotal,
    more: {
      event: over.event ?? 'e1',
      ...(over.name ? { productName: over.name, productId: over.name, subscription: over.name as SubscriptionId } : {}),
    },
  })
const added = [change(3, '10', '-94.08'), change(4, '12', '112.89')]
const bought = aCharge({ ...june, from: '2021-06-18', subtotal: '100.80' })

describe('part of a cycle', () => {
  test('refund and charge of one change stand together, with the calculation in numbers', () => {
    const answered = chargeProration(asking(account([billed([bought, ...added])])))
    expect(words(answered).rows).toEqual([
      'Microsoft 365 Business Premium, from 20 June 2021: 10 → 12 licences for 28 of 30 days. ' +
        'New quantity: €10.08 ÷ 30 × 28 × 12 = €112.896, billed €112.89 (line 3). ' +
        'Previous quantity credited: €10.08 ÷ 30 × 28 × -10 = -€94.08, billed -€94.08 (line 2). Together €18.81.',
    ])
    expect(words(answered).notes).toContain('Rounding, line 3: rounded down to the cent, once, at the end.')
    expect(words(answered).notes.join(' ')).not.toContain('line 2')
  })

  test('whoever asks about one half gets both', () => {
    const bill = account([billed([bought, ...added])])
    for (const slots of [{ line: 2 }, { line: 3 }, { amount: '112.89' }, { amount: '94.08' }, { product: 'premium' }])
      expect(words(chargeProration(asking(bill, slots))).rows, JSON.stringify(slots)).toHaveLength(1)
  })

  test('a line for a whole cycle is said to be one, and worked out', () => {
    const answered = chargeProration(asking(account([billed([bought, ...added])]), { line: 1 }))
    expect(answered.answer.kind).toBe('charge.proration.whole')
    expect(words(answered).rows[0]).toContain('€10.08 × 10 = €100.80, billed €100.80')
  })

  test('a bill without any says so, and offers the one that has', () => {
    const later = billed([bought], { id: 'b-2' as InvoiceId, number: 'NOR-2022-0002' })
    const answered = chargeProration(asking(account([later, billed([bought, ...added])])))
    expect(answered.answer.kind).toBe('charge.proration.none')
    expect(answered.offers[0]?.asked).toMatchObject({ intent: 'charge.proration', slots: { invoice: 'NOR-2022-0001' } })
  })

  test('of more than three the biggest come first, the others when asked', () => {
    const many = ['A', 'B', 'C', 'D'].flatMap((name, at) => [
      change(2 + at * 2, '10', '-94.08', { event: name, name }),
      change(3 + at * 2, String(11 + at), ['103.48', '112.89', '122.30', '131.71'][at]!, { event: name, name }),
    ])
    const bill = account([billed(many)])
    const short = chargeProration(asking(bill))
    expect(words(short).rows.map((row) => row.slice(0, 1))).toEqual(['D', 'C', 'B'])
    expect(words(short).notes[0]).toBe('One smaller change comes to €9.40 in total.')
    const offer = short.offers.find(({ step }) => step.kind === 'next.all-of-it')
    expect(askedSchema.parse(offer?.asked)).toMatchObject({ intent: 'charge.proration', all: true })
    expect(words(chargeProration(asking(bill, {}, { all: true }))).rows).toHaveLength(4)
  })

  test('who removed seats and still pays learns until when they are committed', () => {
    const running: Subscription = {
      id: 'subscription-1' as SubscriptionId,
      customer: customerAt(1),
      productId: 'P',
      skuId: '1',
      product: 'Microsoft 365 Business Premium',
      quantity: 8,
      term: 'P1Y',
      billing: 'monthly',
      start: day('2021-06-18'),
      end: day('2022-06-17'),
      status: 'active',
      source: { import: 'i' as ImportId, line: 2 },
    }
    const fewer = [
      change(3, '12', '-112.89', { type: 'removeQuantity' }),
      change(4, '8', '75.26', { type: 'removeQuantity' }),
    ]
    const answered = chargeProration(asking(account([billed(fewer)], { subscriptions: [running] })))
    expect(words(answered).rows[0]).toContain('12 → 8 licences for 28 of 30 days')
    expect(words(answered).rows[0]).toContain('Together -€37.63.')
    expect(words(answered).notes.join(' ')).toContain('within 7 days of being bought, added or renewed')
    expect(words(answered).notes).toContain('Microsoft 365 Business Premium: 8 licences until 17 June 2022.')
    const later = asking(account([billed(fewer)], { subscriptions: [running] }), {}, { today: day('2022-06-18') })
    expect(words(chargeProration(later)).notes.join(' ')).not.toContain('until 17 June 2022')
  })

  test('a change of the billing plan counts months, and rounds the price of one unit first', () => {
    const more = { billingFrequency: 'Annual', orderDate: day('2022-04-05') }
    const dates = { from: '2022-04-05', to: '2023-03-04', eup: '229.16', more }
    const plan = aCharge({ type: 'changeBillingPlan', price: '250', subtotal: '2291.60', ...dates })
    const { rows, notes } = words(chargeProration(asking(account([billed([plan])]))))
    expect(rows[0]).toContain('€250.00 ÷ 12 × 11 × 10 = €2,291.6666…, billed €2,291.60; 11 of 12 months.')
    expect(notes).toContain(
      'Line 1: €250.00 ÷ 12 × 11 is first rounded down to €229.16 for one unit; × 10 = €2,291.60.',
    )
  })

  test('an upgrade names both products', () => {
    const over = { ...june, type: 'convert', from: '2021-06-25', seats: '300', more: { event: 'e' } }
    const old = aCharge({ ...over, eup: '-7.72', subtotal: '-2316.00', more: { event: 'e', productName: 'Old plan' } })
    const fresh = aCharge({ ...over, line: 3, price: '6.43', eup: '4.92', subtotal: '1476.00' })
    const [row] = words(chargeProration(asking(account([billed([old, fresh])])))).rows
    expect(row).toContain('€6.43 ÷ 30 × 23 × 300 = €1,478.90, billed €1,476.00 (line 2).')
    expect(row).toContain('Credit for Old plan: €10.08 ÷ 30 × 23 × -300 = -€2,318.40, billed -€2,316.00 (line 1).')
    expect(row).toContain('Together -€840.00.')
  })

  test('a bill that came in without the price of a cycle is told as it stands', () => {
    const period = { from: day('2022-03-07'), to: day('2022-04-04') }
    const stated = aLine(1, '30.00', {
      chargeType: 'addQuantity',
      quantity: decimal(3),
      unitPrice: decimal('10'),
      period,
    })
    const bill = { ...aBill('ft-1', ['30.00']), lines: [stated] }
    expect(words(chargeProration(asking(account([bill])))).rows[0]).toContain(
      '3 × €10.00 = €30.00. The unit price is for these days.',
    )
  })
})

test('invoice.line has its calculation', () => {
  const answered = invoiceLine(asking(account([billed([bought, ...added])]), { line: 3 }))
  expect(kindsOf(answered)).toEqual(['invoice.line', 'note.calculation', 'note.rounding', 'note.pair'])
  expect(words(answered).notes[0]).toBe('The calculation: €10.08 for a full period ÷ 30 × 28 days × 12 = €112.896')
})

describe('tax', () => {
  test('each rate as billed, and which way it was rounded', () => {
    const { rows, lead } = words(chargeTax(asking(account([billed([bought, ...added])]))))
    expect(lead).toContain('€27.51 tax on €119.61')
    expect(rows).toEqual(['IVA 23% on €119.61: €27.5103, rounded to the nearest cent: €27.51'])
  })

  test('none is said to be none', () => {
    const untaxed = aBill('ft-1', ['30.00'])
    expect(chargeTax(asking(account([untaxed]))).answer.kind).toBe('charge.tax.zero')
  })

  test('an amount other than rate times base is shown as it was billed', () => {
    const bill = aBill('ft-1', ['20.00'])
    const odd = { ...bill, taxes: [{ name: 'IVA', rate: decimal(10), base: euros('20.00'), amount: euros('2.01') }] }
    expect(words(chargeTax(asking(account([odd])))).rows).toEqual([
      'IVA 10% on €20.00: €2.01, as billed; the rate on this base would give €2.00',
    ])
  })

  test('an amount that is asked for is the tax, wherever it stands', () => {
    const older = aBill('ft-1', ['20.00'], { taxRate: '23' })
    const answered = chargeTax(
      asking(account([aBill('ft-2', ['10.00'], { taxRate: '23' }), older]), { amount: '4.60' }),
    )
    expect(words(answered).lead).toContain('FT-1')
  })
})

describe('exchange rate', () => {
  const usd = { pricingCurrency: currency('USD'), exchangeRateDate: day('2022-02-24') }
  const meter = (line: number, rate: string) =>
    aCharge({
      line,
      price: '1',
      eup: '1',
      seats: '10',
      subtotal: '9.10',
      more: { ...usd, exchangeRate: decimal(rate), meter: `M${line}`, termAndBillingCycle: undefined },
    })

  test('the billed one, its day and the lines it is on', () => {
    const { rows } = words(
      chargeCurrency(asking(account([billed([bought, meter(3, '0.91'), meter(4, '0.91'), meter(5, '0.92')])]))),
    )
    expect(rows).toEqual([
      'USD to EUR: 0.91, rate of 24 February 2022; Microsoft 365 Business Premium, lines 2, 3, €18.20 before tax',
      'USD to EUR: 0.92, rate of 24 February 2022; Microsoft 365 Business Premium, line 4, €9.10 before tax',
    ])
  })

  test('none where the bill has none', () => {
    const answered = chargeCurrency(asking(account([billed([bought])])))
    expect([answered.answer.kind, words(answered).lead]).toEqual([
      'charge.currency.none',
      'Invoice NOR-2022-0001 has no exchange rate: its prices are set in EUR.',
    ])
  })
})

describe('credits', () => {
  const bill = aBill('ft-1', ['100.00'], { issuedOn: day('2022-03-08') })
  const note = aBill('nc-1', ['-30.00'], { kind: 'credit-note', corrects: bill.id, issuedOn: day('2022-04-02') })

  test('a credit note says what it was applied to and what is left', () => {
    expect(words(chargeCredit(asking(account([note, bill])))).rows).toEqual([
      'Credit note NC-1 of 2 April 2022: €30.00. All of it was applied to invoice FT-1.',
    ])
    const paid = account([note, bill], { payments: [aPayment('p', '90.00', { 'ft-1': '90.00' })] })
    expect(words(chargeCredit(asking(paid))).rows).toEqual([
      'Credit note NC-1 of 2 April 2022: €30.00. €10.00 was applied to invoice FT-1; €20.00 is left.',
    ])
    expect(words(chargeCredit(asking(paid))).lead).toContain('€20.00 of your credit has not been applied')
  })

  test('a refund on a bill, a change in the customer’s favour, an overpayment', () => {
    const granted = aCharge({ line: 9, type: 'customerCredit', subtotal: '-20.00', more: { subscription: undefined } })
    const fewer = [
      change(3, '12', '-112.89', { type: 'removeQuantity' }),
      change(4, '8', '75.26', { type: 'removeQuantity' }),
    ]
    const over = account([billed([bought, ...fewer, granted])], { payments: [aPayment('p', '5.00')] })
    const { rows } = words(chargeCredit(asking(over)))
    expect(rows[0]).toContain(
      'lines 2, 3: Microsoft 365 Business Premium (a change: licences removed), €37.63 before tax',
    )
    expect(rows[1]).toContain('line 4')
    expect(rows[2]).toBe('Payment of €5.00 received on 20 October 2026: €5.00 is left, not applied to any invoice.')
  })

  test.each([
    [{ invoice: 'FT-1' }, 'charge.credit'],
    [{ amount: '30' }, 'charge.credit'],
    [{ period: '2022-04' }, 'charge.credit'],
    [{ amount: '31' }, 'charge.credit.none'],
    [{ product: 'visio' }, 'charge.credit.none'],
    [{ invoice: 'FT-9' }, 'invoice.unknown'],
  ])('%j: %s', (slots, kind) => {
    expect(chargeCredit(asking(account([note, bill]), slots)).answer.kind).toBe(kind)
  })
})

test('every explanation can be said in every language, with the same figures', () => {
  const exchanged = aCharge({ line: 5, more: { pricingCurrency: currency('USD'), exchangeRate: decimal('1') } })
  const granted = aCharge({ line: 9, type: 'customerCredit', subtotal: '-20.00', more: { subscription: undefined } })
  const of = account([billed([bought, ...added, exchanged, granted], { period: monthOf('2022-03') })])
  for (const explain of [chargeProration, chargeTax, chargeCurrency, chargeCredit, billingNext])
    for (const language of languages) {
      const { lead, rows } = words(explain(asking(of)), language)
      expect(`${lead} ${rows.join(' ')}`, `${explain.name} ${language}`).not.toContain('{')
    }
})

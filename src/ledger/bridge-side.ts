import { currency as currencyOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { asDecimal } from '../values/money.ts'
import { daysIn, type Period } from '../values/period.ts'
import { billingOf, cycleEndingOn, cycleOf, termOf } from './billing-cycle.ts'
import type { BridgeLine, BridgeSide } from './bridge/bridge-line.ts'
import type { Charge, SupplierInvoice } from './charge.ts'
import { isChange } from './charge-types.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'
import { type Share, shareOf } from './prorate.ts'
import { quantityOf } from './quantity-of.ts'

/**
 * Bills of one customer in one currency as a side of a bridge: what the customer was billed, nothing of what it cost. `period` is what
 * they are asked for, where that is more than they cover. Throws RangeError without a bill, and for bills in several currencies.
 */
export function sideOfInvoices(invoices: readonly Invoice[], period = spanOf(invoices)): BridgeSide {
  const currency = onlyOne(invoices.map((invoice) => invoice.currency))
  const taxes = invoices.flatMap((invoice) => invoice.taxes.map(({ amount }) => asDecimal(amount)))
  return {
    currency,
    period,
    total: sumOf(invoices.map(({ total }) => asDecimal(total))),
    tax: sumOf(taxes),
    lines: invoices.flatMap((invoice) => invoice.lines.map((line) => ofInvoice(invoice, line))),
  }
}

/** One customer's charges of supplier invoices as a side of a bridge: what Microsoft billed the partner. COST: never for a customer. */
export function sideOfCharges(
  billed: readonly ChargesOfInvoice[],
  period = spanOf(billed.map(ofSupplier)),
): BridgeSide {
  const currency = onlyOne(billed.flatMap(({ charges }) => charges.map((charge) => charge.currency)))
  const charges = billed.flatMap((each) => each.charges)
  return {
    currency,
    period,
    total: sumOf(charges.map(({ total }) => total)),
    tax: sumOf(charges.map(({ taxTotal }) => taxTotal)),
    lines: billed.flatMap(({ supplierInvoice, charges }) => charges.map((charge) => ofCharge(supplierInvoice, charge))),
  }
}

export type ChargesOfInvoice = { readonly supplierInvoice: SupplierInvoice; readonly charges: readonly Charge[] }
const ofSupplier = ({ supplierInvoice }: ChargesOfInvoice): SupplierInvoice => supplierInvoice

const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), decimal(0))

function spanOf(documents: readonly { readonly period: Period }[]): Period {
  const [first, ...others] = documents.map(({ period }) => period)
  if (!first) throw new RangeError('a side of a bridge needs a bill')
  return others.reduce(
    (span, { from, to }) => ({ from: from < span.from ? from : span.from, to: to > span.to ? to : span.to }),
    first,
  )
}

function onlyOne(currencies: readonly string[]): BridgeSide['currency'] {
  const [first, ...others] = new Set(currencies)
  // Nothing is converted, so amounts of two currencies have no difference.
  if (!first || others.length > 0) throw new RangeError('a side of a bridge is in one currency')
  return currencyOf(first)
}

function ofInvoice(invoice: Invoice, line: InvoiceLine): BridgeLine {
  const { adjustments = [], promotionId } = line
  return {
    document: invoice.id,
    number: line.number,
    billed: invoice.period,
    productId: line.productId,
    skuId: line.skuId,
    product: line.product,
    chargeType: line.chargeType.toLowerCase(),
    subscription: line.subscription,
    period: line.period,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    net: asDecimal(line.net),
    billing: line.billing,
    term: line.term,
    ...wholenessOf(line),
    meter: line.meter,
    event: line.event,
    promotion: promotionOf(adjustments, promotionId),
    creditReason: line.creditReason,
    exchange: line.exchange,
    corrects: line.corrects !== undefined,
  }
}

function wholenessOf(line: InvoiceLine): Pick<BridgeLine, 'share' | 'whole'> {
  if (!isChange(line.chargeType)) return all
  const share = line.share ?? shareByDays(line)
  const { period, cycle } = line
  return { share, whole: cycle && period ? period.from <= cycle.from : share.billed === share.of }
}

/** Of a bill that came without its lines' shares: a monthly cycle from the day after the one that its last day ends. */
function shareByDays({ period }: InvoiceLine): Share {
  if (!period || daysIn(period) > 31) return { billed: 1, of: 1 }
  const cycle = cycleEndingOn(period.to, 1, undefined)
  return { billed: Math.min(daysIn(period), daysIn(cycle)), of: daysIn(cycle) }
}

function ofCharge(supplierInvoice: SupplierInvoice, charge: Charge): BridgeLine {
  const { chargeStart: from, chargeEnd: to, pricingCurrency, exchangeRate, exchangeRateDate } = charge
  const exchanged = pricingCurrency && exchangeRate && pricingCurrency !== charge.currency
  return {
    document: supplierInvoice.number,
    number: charge.line,
    billed: supplierInvoice.period,
    productId: charge.productId,
    skuId: charge.skuId,
    product: charge.productName || charge.skuName,
    chargeType: charge.chargeType.toLowerCase(),
    subscription: charge.subscription,
    period: from && to ? { from, to } : undefined,
    quantity: quantityOf(charge),
    unitPrice: charge.effectiveUnitPrice.abs(),
    net: charge.subtotal,
    billing: billingOf(charge),
    term: termOf(charge),
    ...wholeness(charge),
    meter: charge.meter,
    event: charge.event,
    promotion: promotionOf(promotional(charge.priceAdjustments ?? []), charge.promotionId),
    creditReason: charge.creditReason,
    exchange: exchanged ? { pricingCurrency, rate: exchangeRate, date: exchangeRateDate } : undefined,
    corrects: false,
  }
}

const all = { share: { billed: 1, of: 1 }, whole: true }

/** Only a change can bill a part of a cycle; for all other lines nothing is worked out. */
function wholeness(charge: Charge): Pick<BridgeLine, 'share' | 'whole'> {
  const { chargeType, chargeStart } = charge
  if (!isChange(chargeType)) return all
  const cycle = cycleOf(charge)
  return { share: shareOf(charge, cycle), whole: !cycle || !chargeStart || chargeStart <= cycle.from }
}

/** Microsoft's earned credit for the partner stands in the same cell and is no promotion. */
const promotional = (adjustments: readonly string[]): readonly string[] =>
  adjustments.filter((text) => !/partner earned credit/i.test(text))

const promotionOf = (adjustments: readonly string[], id = ''): string => [id, ...adjustments.toSorted()].join('|')

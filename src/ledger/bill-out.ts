import { addDays, type Day } from '../values/day.ts'
import { decimal } from '../values/decimal.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { totalsOf } from './bill-totals.ts'
import { billingOf, cycleOf, termOf } from './billing-cycle.ts'
import type { Charge, SupplierInvoice } from './charge.ts'
import { partsOf } from './charge-parts.ts'
import type { Customer } from './customer.ts'
import { findPrice } from './find-price.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'
import { isCredit } from './is-refund.ts'
import type { PriceBook } from './price-book.ts'
import { atFixedPrice, type PricedLine, withMargin } from './price-line.ts'
import { promotionTexts } from './promotion-texts.ts'
import { shareOf } from './prorate.ts'
import { unitPriceOf } from './unit-price.ts'

/** Why a charge cannot be billed on, for the partner's billing staff. Names no amount. */
export type BillFault = {
  readonly customer: CustomerId
  readonly supplierInvoice: string
  /** Line in Microsoft's file; absent when the whole customer is meant. */
  readonly line?: number
  readonly product?: string
  readonly problem: string
  readonly remedy: string
}

type DraftLine = Omit<InvoiceLine, 'number'>
type Billed = { readonly customer: Customer; readonly supplierInvoice: SupplierInvoice; readonly priceBook: PriceBook }

function lineOf(
  { customer, supplierInvoice }: Billed,
  charges: readonly Charge[],
  priced: PricedLine,
  byMargin: boolean,
): DraftLine {
  const charge = charges[0] as Charge
  const { chargeStart: from, chargeEnd: to, pricingCurrency, exchangeRate } = charge
  const cycle = cycleOf(charge)
  const exchanged = byMargin && pricingCurrency && exchangeRate && pricingCurrency !== charge.currency
  return {
    productId: charge.productId,
    skuId: charge.skuId,
    product: charge.productName || charge.skuName,
    chargeType: charge.chargeType,
    subscription: charge.subscription,
    period: from && to ? { from, to } : undefined,
    quantity: priced.quantity,
    unitPrice: unitPriceOf(priced.net, priced.quantity),
    net: priced.net,
    cyclePrice: priced.cyclePrice,
    share: cycle && shareOf(charge, cycle),
    cycle,
    term: termOf(charge),
    billing: billingOf(charge),
    taxRate: customer.taxRate,
    meter: charge.meter,
    event: charge.event,
    // A fixed price follows no promotion and no rate of Microsoft's.
    ...(byMargin ? promotionOf(charge) : {}),
    creditReason: charge.creditReason,
    exchange: exchanged ? { pricingCurrency, rate: exchangeRate, date: charge.exchangeRateDate } : undefined,
    charges: charges.map(({ line }) => ({ import: supplierInvoice.import, line })),
  }
}

function promotionOf(charge: Charge): Pick<InvoiceLine, 'promotionId' | 'adjustments'> {
  const texts = promotionTexts(charge)
  return { promotionId: charge.promotionId, adjustments: texts.length > 0 ? [...texts] : undefined }
}

const faultOf = (
  { customer, supplierInvoice }: Billed,
  charge: Charge,
  problem: string,
  remedy: string,
): BillFault => ({
  customer: customer.id,
  supplierInvoice: supplierInvoice.number,
  line: charge.line,
  product: charge.productName || charge.skuName,
  problem,
  remedy,
})

/** One charge, which may have several parts, as lines of the bill: by margin a line a part, at a fixed price one line for all. */
function linesOf(billed: Billed, parts: readonly Charge[]): readonly DraftLine[] | BillFault {
  const { customer, priceBook } = billed
  const charge = parts[0] as Charge
  const sameCurrency = charge.currency === customer.currency
  const credit = isCredit(charge) && sameCurrency
  const price = findPrice(priceBook, customer, { ...charge, billing: billingOf(charge) })
  const fix = `Give productId ${charge.productId}, skuId ${charge.skuId} a fixed price in ${customer.currency} in the price book.`
  if (!price && !credit) return faultOf(billed, charge, `no price in ${customer.currency} for this product`, fix)
  if (price && 'fixed' in price && !credit) return [lineOf(billed, parts, atFixedPrice(charge, price), false)]
  if (!sameCurrency)
    return faultOf(
      billed,
      charge,
      `a margin cannot turn ${charge.currency} into ${customer.currency}: nothing is converted`,
      fix,
    )
  const margin = price && 'margin' in price ? price.margin : decimal(0)
  return parts.map((part) => lineOf(billed, [part], withMargin(part, margin), true))
}

export type DraftBill = Billed & {
  readonly charges: readonly Charge[]
  readonly issuedOn: Day
  readonly id: InvoiceId
  /** Saldo's own number. */
  readonly number: string
}

/**
 * One customer's bill for its charges of a supplier invoice, or everything that stands in its way. Lines keep the charges behind
 * them; free lines stay on it. A bill that comes out below zero is a credit note.
 */
export function draftBill(
  draft: DraftBill,
): { kind: 'drafted'; invoice: Invoice } | { kind: 'refused'; faults: BillFault[] } {
  const { customer, supplierInvoice, issuedOn, id, number } = draft
  const priced = partsOf(draft.charges).map((parts) => linesOf(draft, parts))
  const faults = priced.filter((result): result is BillFault => 'problem' in result)
  if (faults.length > 0) return { kind: 'refused', faults }
  const lines = (priced as (readonly DraftLine[])[]).flat().map((line, at) => ({ number: at + 1, ...line }))
  const totals = totalsOf(lines, customer.currency, customer.taxName)
  const invoice: Invoice = {
    id,
    customer: customer.id,
    kind: totals.total.minor < 0n ? 'credit-note' : 'invoice',
    status: 'draft',
    number,
    issuedOn,
    dueOn: addDays(issuedOn, customer.netDays),
    period: supplierInvoice.period,
    currency: customer.currency,
    lines,
    ...totals,
    origin: { type: 'bill-out', supplierInvoice: supplierInvoice.number },
  }
  return { kind: 'drafted', invoice }
}

export type DraftBills = {
  readonly charges: ReadonlyMap<CustomerId, readonly Charge[]>
  readonly supplierInvoice: SupplierInvoice
  readonly customers: ReadonlyMap<CustomerId, Customer>
  readonly priceBook: PriceBook
  readonly issuedOn: Day
  /** The id and own number of the bill at a position, counted from 0 in the order of `charges`. */
  readonly numbers: (position: number) => { readonly id: InvoiceId; readonly number: string }
}

export const unknownCustomer = (customer: CustomerId, supplierInvoice: string): BillFault => ({
  customer,
  supplierInvoice,
  problem: 'this customer is not known, so neither its currency, nor its tax, nor its terms are',
  remedy: 'Import a customers file that has it, then issue the bills again.',
})

/** The bills of all customers of a supplier invoice that fit in memory: all of them, or every fault of all of them. */
export function draftBills(
  draft: DraftBills,
): { kind: 'drafted'; invoices: Invoice[] } | { kind: 'refused'; faults: BillFault[] } {
  const invoices: Invoice[] = []
  const faults: BillFault[] = []
  let position = 0
  for (const [id, charges] of draft.charges) {
    const customer = draft.customers.get(id)
    if (!customer) {
      faults.push(unknownCustomer(id, draft.supplierInvoice.number))
      continue
    }
    const bill = draftBill({ ...draft, charges, customer, ...draft.numbers(position++) })
    if (bill.kind === 'drafted') invoices.push(bill.invoice)
    else faults.push(...bill.faults)
  }
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'drafted', invoices }
}

import type { Currency } from '../../values/currency.ts'
import type { Day } from '../../values/day.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { add, type Money, negate } from '../../values/money.ts'
import type { Period } from '../../values/period.ts'
import { amountAt, amountOf, currencyOf, dayOf, decimalOf, isCharge, periodAt, rateAt } from './element-values.ts'
import { childrenOf, find, need, refusedAt, type XmlElement } from './xml-element.ts'

/** A line of the document, or an allowance or charge on the whole of it, which is a line of the bill as well. */
export type UblLine = {
  readonly element: XmlElement
  readonly kind: 'imported' | 'allowance' | 'charge'
  readonly product: string
  readonly productId: string
  readonly period?: Period
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  readonly net: Money
  readonly rate: Decimal
}

export type UblTax = {
  readonly element: XmlElement
  readonly rate: Decimal
  readonly base: Money
  readonly amount: Money
}

/** A UBL 2.1 invoice or credit note as far as EN 16931 goes. Amounts of a credit note are positive here, as written. */
export type UblDocument = {
  readonly root: XmlElement
  readonly kind: 'invoice' | 'credit-note'
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn?: Day
  readonly period?: Period
  readonly currency: Currency
  /** The number of the bill that it corrects. */
  readonly corrects?: string
  /** Tax, registration and other numbers that the customer is known by, as written. */
  readonly customerNumbers: readonly string[]
  readonly lines: readonly UblLine[]
  readonly taxes: readonly UblTax[]
}

/** UNTDID 1001 codes of documents that somebody has to pay (EN 16931, BT-3). Drafts, orders and statements are none. */
const invoiceCodes = new Set(
  '80 82 84 130 202 203 204 211 218 219 295 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456 457 527 575 623 633 751 780 817 870 875 876 877 935'.split(
    ' ',
  ),
)
const creditNoteCodes = new Set('81 83 261 262 296 308 381 396 420 458 532'.split(' '))

/** Reads the document without adding anything up. Throws ImportRefused for what is missing or cannot be read. */
export function ublDocumentOf(root: XmlElement): UblDocument {
  const kind = kindOf(root)
  const currency = currencyOf(need(root, 'DocumentCurrencyCode'))
  const due = find(root, 'DueDate') ?? find(root, 'PaymentMeans/PaymentDueDate')
  const corrects = find(root, 'BillingReference/InvoiceDocumentReference/ID')?.text
  return {
    root,
    kind,
    number: need(root, 'ID').text.toUpperCase(),
    issuedOn: dayOf(need(root, 'IssueDate')),
    ...(due && { dueOn: dayOf(due) }),
    period: periodAt(root),
    currency,
    ...(kind === 'credit-note' && corrects && { corrects }),
    customerNumbers: customerNumbersOf(root),
    lines: [...linesOf(root, kind, currency), ...documentLevelOf(root, currency)],
    taxes: taxesOf(root, currency),
  }
}

function kindOf(root: XmlElement): UblDocument['kind'] {
  const kind = root.name === 'CreditNote' ? 'credit-note' : 'invoice'
  const code = find(root, kind === 'invoice' ? 'InvoiceTypeCode' : 'CreditNoteTypeCode')
  const known = kind === 'invoice' ? invoiceCodes : creditNoteCodes
  if (!code || known.has(code.text)) return kind
  throw refusedAt(code, {
    problem: `this type of document is no ${kind.replace('-', ' ')}`,
    remedy: 'Import bills and credit notes only, each as its own document type.',
  })
}

function customerNumbersOf(root: XmlElement): string[] {
  const party = need(root, 'AccountingCustomerParty/Party')
  const numbers = [
    ...childrenOf(party, 'PartyTaxScheme').map((scheme) => find(scheme, 'CompanyID')),
    ...childrenOf(party, 'PartyLegalEntity').map((entity) => find(entity, 'CompanyID')),
    ...childrenOf(party, 'PartyIdentification').map((identification) => find(identification, 'ID')),
  ]
  return numbers.map((element) => element?.text ?? '').filter((text) => text !== '')
}

function linesOf(root: XmlElement, kind: UblDocument['kind'], currency: Currency): UblLine[] {
  const [name, quantity] =
    kind === 'invoice' ? ['InvoiceLine', 'InvoicedQuantity'] : ['CreditNoteLine', 'CreditedQuantity']
  need(root, name)
  return childrenOf(root, name).map((element) => {
    const base = find(element, 'Price/BaseQuantity')
    const price = decimalOf(need(element, 'Price/PriceAmount'))
    if (base && decimalOf(base).eq(0))
      throw refusedAt(base, { problem: 'a price for nothing', remedy: 'Write the quantity that the price is for.' })
    return {
      element,
      kind: 'imported',
      product: need(element, 'Item/Name').text,
      productId:
        (find(element, 'Item/SellersItemIdentification/ID') ?? find(element, 'Item/StandardItemIdentification/ID'))
          ?.text ?? '',
      period: periodAt(element),
      quantity: decimalOf(need(element, quantity)),
      unitPrice: base ? price.div(decimalOf(base)) : price,
      net: amountOf(need(element, 'LineExtensionAmount'), currency),
      rate: rateAt(find(element, 'Item/ClassifiedTaxCategory')),
    }
  })
}

function documentLevelOf(root: XmlElement, currency: Currency): UblLine[] {
  return childrenOf(root, 'AllowanceCharge').map((element) => {
    const amount = amountOf(need(element, 'Amount'), currency)
    const net = isCharge(element) ? amount : negate(amount)
    const kind = isCharge(element) ? 'charge' : 'allowance'
    const reason = find(element, 'AllowanceChargeReason')?.text
    const quantity = decimal(isCharge(element) ? 1 : -1)
    const unitPrice = decimalOf(need(element, 'Amount'))
    return {
      element,
      kind,
      product: reason || kind,
      productId: '',
      quantity,
      unitPrice,
      net,
      rate: rateAt(find(element, 'TaxCategory')),
    }
  })
}

/** One entry a rate: categories of the same rate (zero-rated and exempt) are one tax of the bill. */
function taxesOf(root: XmlElement, currency: Currency): UblTax[] {
  const byRate = new Map<string, UblTax>()
  for (const element of childrenOf(root, 'TaxTotal').flatMap((total) => childrenOf(total, 'TaxSubtotal'))) {
    const rate = rateAt(need(element, 'TaxCategory'))
    const base = amountAt(element, 'TaxableAmount', currency)
    const amount = amountOf(need(element, 'TaxAmount'), currency)
    const before = byRate.get(rate.toFixed())
    byRate.set(
      rate.toFixed(),
      before
        ? { ...before, base: add(before.base, base), amount: add(before.amount, amount) }
        : { element, rate, base, amount },
    )
  }
  return [...byRate.values()]
}

import type { Customer } from '../../ledger/customer.ts'
import type { Invoice, InvoiceLine } from '../../ledger/invoice.ts'
import { addDays } from '../../values/day.ts'
import { decimal } from '../../values/decimal.ts'
import type { InvoiceId } from '../../values/ids.ts'
import { add, asDecimal, type Money, negate } from '../../values/money.ts'
import { monthOf, type Period } from '../../values/period.ts'
import type { UblTotals } from './check-totals.ts'
import type { UblDocument, UblLine } from './ubl-document.ts'

export type UblInvoice = {
  readonly document: UblDocument
  readonly totals: UblTotals
  readonly customer: Customer
  readonly id: InvoiceId
  readonly import: string
  readonly corrects?: InvoiceId
}

/** The bill that a document is. A credit note's amounts turn negative; a rounding of the payable amount becomes a line. */
export function invoiceOfUbl({ document, totals, customer, id, import: from, corrects }: UblInvoice): Invoice {
  const signed = (value: Money): Money => (document.kind === 'credit-note' ? negate(value) : value)
  const sign = document.kind === 'credit-note' ? -1 : 1
  const lines = document.lines.map((line, at) => lineOf(line, at + 1, signed(line.net), sign))
  const taxes = document.taxes.map(({ rate, base, amount }) => ({
    name: customer.taxName,
    rate,
    base: signed(base),
    amount: signed(amount),
  }))
  const rounding = signed(totals.rounding)
  if (rounding.minor !== 0n) {
    lines.push(roundingLine(lines.length + 1, rounding))
    const untaxed = taxes.find(({ rate }) => rate.eq(0))
    if (untaxed) taxes.splice(taxes.indexOf(untaxed), 1, { ...untaxed, base: add(untaxed.base, rounding) })
    else taxes.push({ name: customer.taxName, rate: decimal(0), base: rounding, amount: { ...rounding, minor: 0n } })
  }
  return {
    id,
    customer: customer.id,
    kind: document.kind,
    status: 'issued',
    number: document.number,
    // The document is the certified one: whoever made it made the number.
    legal: { number: document.number, document: document.root.file, import: from },
    issuedOn: document.issuedOn,
    dueOn: document.dueOn ?? addDays(document.issuedOn, document.kind === 'invoice' ? customer.netDays : 0),
    period: periodOfDocument(document),
    currency: document.currency,
    lines,
    net: add(signed(totals.net), rounding),
    taxes,
    total: add(signed(totals.gross), rounding),
    ...(corrects && { corrects }),
    origin: { type: 'import', import: from },
  }
}

/** The document's own period, else from its lines' first day to their last, else the month it was issued in. */
function periodOfDocument({ period, lines, issuedOn }: UblDocument): Period {
  if (period) return period
  const periods = lines.map((line) => line.period).filter((each) => each !== undefined)
  const from = periods.map((each) => each.from).sort()[0]
  const to = periods
    .map((each) => each.to)
    .sort()
    .at(-1)
  return from && to ? { from, to } : monthOf(issuedOn)
}

const lineOf = (line: UblLine, number: number, net: Money, sign: 1 | -1): InvoiceLine => ({
  number,
  productId: line.productId,
  skuId: '',
  product: line.product,
  chargeType: line.kind,
  ...(line.period && { period: line.period }),
  quantity: line.quantity.times(sign),
  unitPrice: line.unitPrice,
  net,
  taxRate: line.rate,
  charges: [],
})

const roundingLine = (number: number, net: Money): InvoiceLine => ({
  number,
  productId: '',
  skuId: '',
  product: 'Rounding',
  chargeType: 'rounding',
  quantity: decimal(1),
  unitPrice: asDecimal(net),
  net,
  taxRate: decimal(0),
  charges: [],
})

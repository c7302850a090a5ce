import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { decimalText } from '../values/decimal.ts'
import { amountText } from '../values/money.ts'
import { periodOf } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedLine, countFact, textFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { latestInvoice, showInvoice } from './offers.ts'
import { ofPeriod, pickInvoice, sameAmount } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { ofInvoice } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export type Found = { readonly invoice: Invoice; readonly line: InvoiceLine }

/** What a question about lines comes to. `answered`: there is no such bill or number, or there are several. */
export type FoundLines =
  | { readonly kind: 'found'; readonly found: readonly Found[]; readonly bills: readonly Invoice[] }
  | { readonly kind: 'answered'; readonly answered: Answered }

export const namesLine = ({ line, amount, product }: BillingAsking['slots']): boolean =>
  line !== undefined || Boolean(amount) || Boolean(product)

/** The lines that a number, an amount or a product names, on the named bill, else on all of them, newest bill first. */
export function findLines(asking: BillingAsking): FoundLines {
  const { account, slots } = asking
  if (slots.line !== undefined) return byNumber(asking, slots.line)
  const bills = slots.invoice || slots.period || slots.date ? named(asking) : account.invoices
  if (!('length' in bills)) return { kind: 'answered', answered: bills }
  const found = slots.amount ? ofAmount(bills, slots.amount, slots.product) : ofProduct(bills, slots.product ?? '')
  return { kind: 'found', found, bills }
}

/** The bills that the question names, or the answer that there are none. */
function named(asking: BillingAsking): readonly Invoice[] | Answered {
  const { account, slots } = asking
  if (!slots.invoice && slots.period) {
    const bills = ofPeriod(account.invoices, periodOf(slots.period))
    if (bills.length) return bills
  }
  const { invoice, beside, period, date } = slots
  const picked = pickInvoice(account, { invoice, beside, period, date })
  if (picked.kind === 'none') return notFound(asking, picked)
  return picked.kind === 'one' ? [picked.invoice] : picked.invoices
}

function byNumber(asking: BillingAsking, number: number): FoundLines {
  const { invoice: wanted, beside, period, date } = asking.slots
  const picked = pickInvoice(asking.account, { invoice: wanted, beside, period, date })
  if (picked.kind === 'none') return { kind: 'answered', answered: notFound(asking, picked) }
  if (picked.kind === 'several') return { kind: 'answered', answered: whichInvoice(asking, picked.invoices) }
  const { invoice } = picked
  const line = invoice.lines.find((one) => one.number === number)
  if (line) return { kind: 'found', found: [{ invoice, line }], bills: [invoice] }
  const facts = {
    line: askedLine(number),
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    count: countFact(invoice.lines.length, ofInvoice(invoice, 'lines')),
  }
  const offers = [showInvoice(invoice), latestInvoice]
  return { kind: 'answered', answered: reply('invoice.line.none-of-number', facts, { offers }) }
}

export const linesOf = (bills: readonly Invoice[]): readonly Found[] =>
  bills.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })))

const ofProduct = (bills: readonly Invoice[], product: string): readonly Found[] =>
  matchProduct(product, linesOf(bills), ({ line }) => (line.meter ? `${line.product} ${line.meter}` : line.product))

/** The amount of a line, or the price of one unit; of the named product only, where one is named too. */
function ofAmount(bills: readonly Invoice[], amount: string, product?: string): readonly Found[] {
  const lines = linesOf(bills)
  const net = lines.filter(({ line }) => sameAmount(amountText(line.net), amount))
  const found = net.length ? net : lines.filter(({ line }) => sameAmount(decimalText(line.unitPrice), amount))
  const narrowed = product ? matchProduct(product, found, ({ line }) => line.product) : []
  return narrowed.length ? narrowed : found
}

import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { decimalText } from '../values/decimal.ts'
import { amountText } from '../values/money.ts'
import { periodOf } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedAmount, askedLine, askedText, countFact, textFact } from './facts.ts'
import { shown } from './invoice-show.ts'
import { lineFacts } from './line-facts.ts'
import { matchProduct } from './match-product.ts'
import { aPerson, latestInvoice, showInvoice, whatSubscriptions } from './offers.ts'
import { ofPeriod, pickInvoice, sameAmount } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice, ofLine } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = [
  'invoice.line',
  'invoice.line.several',
  'invoice.line.none-of-number',
  'invoice.line.none-of-amount',
  'invoice.line.none-of-product',
  'note.pair',
] as const

type Found = { readonly invoice: Invoice; readonly line: InvoiceLine }

const shownAtMost = 12

/** What a line of a bill is: by its number, its product or its amount; on the named bill, else on the newest that has it. */
export function invoiceLine(asking: BillingAsking): Answered {
  const { account, slots } = asking
  if (slots.line === undefined && !slots.amount && !slots.product) return wholeBill(asking)
  if (slots.line !== undefined) return byNumber(asking, slots.line)
  const bills = slots.invoice || slots.period || slots.date ? named(asking) : account.invoices
  if (!('length' in bills)) return bills
  const found = slots.amount ? ofAmount(bills, slots.amount, slots.product) : ofProduct(bills, slots.product!)
  if (found.length) return lines(slots.amount ? found : newest(found, Boolean(slots.period)))
  const whole = slots.amount && bills.find(({ total }) => sameAmount(amountText(total), slots.amount!))
  if (whole) return shown(asking, whole)
  const offers = [latestInvoice, whatSubscriptions, aPerson]
  return slots.amount
    ? reply('invoice.line.none-of-amount', { amount: askedAmount(slots.amount, account.customer.currency) }, { offers })
    : reply('invoice.line.none-of-product', { product: askedText(slots.product!) }, { offers })
}

/** The bills that the question names, or the answer that there are none. */
function named(asking: BillingAsking): readonly Invoice[] | Answered {
  const { account, slots } = asking
  if (!slots.invoice && slots.period) {
    const bills = ofPeriod(account.invoices, periodOf(slots.period))
    if (bills.length) return bills
  }
  const picked = pickInvoice(account, { invoice: slots.invoice, period: slots.period, date: slots.date })
  if (picked.kind === 'none') return notFound(asking, picked)
  return picked.kind === 'one' ? [picked.invoice] : picked.invoices
}

/** "What is this line?" names none: the bill itself shows them all. */
function wholeBill(asking: BillingAsking): Answered {
  const picked = pickInvoice(asking.account, asking.slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  return picked.kind === 'one' ? shown(asking, picked.invoice) : whichInvoice(asking, picked.invoices)
}

function byNumber(asking: BillingAsking, number: number): Answered {
  const { invoice: wanted, period, date } = asking.slots
  const picked = pickInvoice(asking.account, { invoice: wanted, period, date })
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  const { invoice } = picked
  const line = invoice.lines.find((one) => one.number === number)
  if (line) return lines([{ invoice, line }])
  return reply(
    'invoice.line.none-of-number',
    {
      line: askedLine(number),
      invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
      count: countFact(invoice.lines.length, ofInvoice(invoice, 'lines')),
    },
    { offers: [showInvoice(invoice), latestInvoice] },
  )
}

const all = (bills: readonly Invoice[]): readonly Found[] =>
  bills.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })))

const ofProduct = (bills: readonly Invoice[], product: string): readonly Found[] =>
  matchProduct(product, all(bills), ({ line }) => (line.meter ? `${line.product} ${line.meter}` : line.product))

/** The amount of a line, or the price of one unit; of the named product only, where one is named too. */
function ofAmount(bills: readonly Invoice[], amount: string, product?: string): readonly Found[] {
  const lines = all(bills)
  const net = lines.filter(({ line }) => sameAmount(amountText(line.net), amount))
  const found = net.length ? net : lines.filter(({ line }) => sameAmount(decimalText(line.unitPrice), amount))
  const narrowed = product ? matchProduct(product, found, ({ line }) => line.product) : []
  return narrowed.length ? narrowed : found
}

/** A product stands on every month's bill: the newest one is meant, unless a period was named. */
const newest = (found: readonly Found[], all: boolean): readonly Found[] =>
  all ? found : found.filter(({ invoice }) => invoice.id === found[0]?.invoice.id)

function lines(found: readonly Found[]): Answered {
  const [first] = found
  if (found.length === 1 && first) return one(first)
  const shown = found.slice(0, shownAtMost)
  const source = computed(
    'lines that fit',
    found.map(({ invoice, line }) => ofLine(invoice, line, 'number')),
  )
  const more = found.length - shown.length
  return reply(
    'invoice.line.several',
    { count: countFact(found.length, source) },
    {
      rows: shown.map(({ invoice, line }) => withBill(invoice, line)),
      notes: more ? [{ kind: 'note.more', facts: { more: countFact(more, source) } }] : [],
      offers: first ? [showInvoice(first.invoice), aPerson] : [latestInvoice],
    },
  )
}

function one({ invoice, line }: Found): Answered {
  // A change of seats is billed as two lines, the refund of the old count and the charge of the new: alone neither makes sense.
  const pair = line.event
    ? invoice.lines.filter((other) => other.event === line.event && other.number !== line.number)
    : []
  return reply('invoice.line', withBill(invoice, line), {
    notes: pair.map((other) => ({ kind: 'note.pair', facts: lineFacts(invoice, other) })),
    offers: [showInvoice(invoice), aPerson],
  })
}

const withBill = (invoice: Invoice, line: InvoiceLine) => ({
  invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
  ...lineFacts(invoice, line),
})

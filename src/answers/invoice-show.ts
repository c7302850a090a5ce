import type { Account } from '../ledger/account.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Facts } from '../values/fact.ts'
import { sum } from '../values/money.ts'
import { isMonth, periodOf } from '../values/period.ts'
import type { Answered, BillingAsking, Offer } from './asking.ts'
import { countFact, dayFact, moneyFact, percentFact, textFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { invoiceList } from './invoice-list.ts'
import { lineFacts } from './line-facts.ts'
import { comingInvoice, howToPay, isPaid, openInvoices, whenDue } from './offers.ts'
import { partsChart } from './parts-chart.ts'
import { pickInvoice } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice, ofLine, ofPayment } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = [
  'invoice.show',
  'note.tax',
  'note.more-lines',
  'note.corrected',
  'note.corrects',
  'note.paid-on',
  'note.statement',
] as const

const shownAtMost = 20

/** One bill: its total, how it stands, its lines. */
export function invoiceShow(asking: BillingAsking): Answered {
  const { account, slots } = asking
  const picked = pickInvoice(account, slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'one') return shown(asking, picked.invoice)
  // A year or a quarter asks for a list; one month with two bills asks for one of them.
  if (slots.period && !isMonth(periodOf(slots.period))) return invoiceList(asking)
  return whichInvoice(asking, picked.invoices)
}

export function shown({ account, today }: BillingAsking, invoice: Invoice): Answered {
  const rest = invoice.lines.slice(shownAtMost)
  return reply('invoice.show', invoiceFacts(account, invoice, today), {
    rows: invoice.lines.slice(0, shownAtMost).map((line) => lineFacts(invoice, line)),
    notes: [
      ...moreLines(invoice, rest),
      ...taxNotes(invoice),
      ...corrections(account, invoice),
      ...paidOn(account, invoice),
      ...statement(invoice),
    ],
    chart: partsChart(invoice),
    offers: nextAfter(account, invoice, invoiceFacts(account, invoice, today)),
  })
}

function moreLines(invoice: Invoice, rest: readonly InvoiceLine[]) {
  if (!rest.length) return []
  const rule = computed(
    'lines that are not shown',
    rest.map((line) => ofLine(invoice, line, 'net')),
  )
  const net = sum(
    rest.map((line) => line.net),
    invoice.currency,
  )
  return [{ kind: 'note.more-lines', facts: { more: countFact(rest.length, rule), net: moneyFact(net, rule) } }]
}

const taxNotes = (invoice: Invoice) =>
  invoice.taxes.map(({ name, rate, base, amount }) => ({
    kind: 'note.tax',
    facts: {
      name: textFact(name, ofInvoice(invoice, 'taxes')),
      rate: percentFact(rate, ofInvoice(invoice, 'taxes')),
      base: moneyFact(base, ofInvoice(invoice, 'taxes')),
      amount: moneyFact(amount, ofInvoice(invoice, 'taxes')),
    },
  }))

export function corrections(account: Account, invoice: Invoice) {
  const facts = (other: Invoice): Facts => ({
    invoice: textFact(other.number, ofInvoice(other, 'number')),
    total: moneyFact(other.total, ofInvoice(other, 'total')),
  })
  const corrected = account.invoices.find(({ id }) => id === invoice.corrects)
  return [
    ...account.invoices
      .filter(({ corrects }) => corrects === invoice.id)
      .map((note) => ({ kind: 'note.corrected', facts: facts(note) })),
    ...(corrected ? [{ kind: 'note.corrects', facts: facts(corrected) }] : []),
  ]
}

export function paidOn(account: Account, invoice: Invoice) {
  return account.payments.flatMap((payment) =>
    payment.allocations
      .filter((allocation) => allocation.invoice === invoice.id)
      .map(({ amount }) => ({
        kind: 'note.paid-on',
        facts: {
          paid: moneyFact(amount, ofPayment(payment, 'allocations')),
          on: dayFact(payment.receivedOn, ofPayment(payment, 'receivedOn')),
        },
      })),
  )
}

/** Saldo makes no certified document: what has no legal number is a statement, and says so. */
const statement = (invoice: Invoice) =>
  invoice.legal || invoice.origin.type === 'import' ? [] : [{ kind: 'note.statement', facts: {} }]

function nextAfter(account: Account, invoice: Invoice, { status }: Facts): readonly Offer[] {
  const open =
    status?.value.type === 'term' && !/paid$|credit$/.test(status.value.term.replace('partly-paid', 'partly'))
  if (open) return [howToPay, whenDue(invoice), isPaid(invoice)]
  return account.invoices.length > 1 ? [openInvoices, comingInvoice] : [comingInvoice, openInvoices]
}

import { type Account, type InvoiceState, invoiceState } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Day } from '../values/day.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import { sum } from '../values/money.ts'
import { countFact, dayFact, moneyFact, periodFact, termFact, textFact } from './facts.ts'
import { clockSource, computed, ofInvoice, ofPayment } from './sources.ts'

export const statusTerms = ['paid', 'partly-paid', 'open', 'overdue', 'credit'].map((kind) => `invoice.status.${kind}`)
export const documentTerms = ['document.invoice', 'document.credit-note']

/** Where a bill's open amount comes from: its total, and every payment that pays a part of it. */
const settledBy = (account: Account, invoice: Invoice): Source[] => [
  ofInvoice(invoice, 'total'),
  ...account.payments
    .filter(({ allocations }) => allocations.some((allocation) => allocation.invoice === invoice.id))
    .map((payment) => ofPayment(payment, 'allocations')),
  ...account.invoices.filter(({ corrects }) => corrects === invoice.id).map((note) => ofInvoice(note, 'total')),
]

export const openFact = (account: Account, invoice: Invoice, state: InvoiceState): Fact =>
  moneyFact(state.open, computed('total less what was paid and credited', settledBy(account, invoice)))

/** What a list of bills shows of each. */
export function rowFacts(account: Account, invoice: Invoice, today: Day): Facts {
  const state = invoiceState(account, invoice, today)
  return {
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    period: periodFact(invoice.period, ofInvoice(invoice, 'period')),
    due: dayFact(invoice.dueOn, ofInvoice(invoice, 'dueOn')),
    total: moneyFact(invoice.total, ofInvoice(invoice, 'total')),
    open: openFact(account, invoice, state),
    status: statusFact(account, invoice, state),
  }
}

/** All that the head of one bill says. */
export function invoiceFacts(account: Account, invoice: Invoice, today: Day): Facts {
  const state = invoiceState(account, invoice, today)
  const payments = settledBy(account, invoice)
  const tax = sum(
    invoice.taxes.map(({ amount }) => amount),
    invoice.currency,
  )
  return {
    ...rowFacts(account, invoice, today),
    document: termFact(`document.${invoice.kind}`, ofInvoice(invoice, 'kind')),
    issued: dayFact(invoice.issuedOn, ofInvoice(invoice, 'issuedOn')),
    net: moneyFact(invoice.net, ofInvoice(invoice, 'net')),
    tax: moneyFact(tax, computed('sum of the taxes', [ofInvoice(invoice, 'taxes')])),
    paid: moneyFact(state.paid, computed('sum of the payments for it', payments)),
    overdueDays: countFact(
      state.overdueDays,
      computed('days from the due date to today', [ofInvoice(invoice, 'dueOn'), clockSource]),
    ),
  }
}

const statusFact = (account: Account, invoice: Invoice, { kind }: InvoiceState): Fact =>
  termFact(
    `invoice.status.${kind}`,
    computed('what is open, against the due date', [
      ...settledBy(account, invoice),
      ofInvoice(invoice, 'dueOn'),
      clockSource,
    ]),
  )

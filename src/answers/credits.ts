import { type Account, invoiceState, leftover } from '../ledger/account.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Payment } from '../ledger/payment.ts'
import type { Day } from '../values/day.ts'
import type { Facts, Source } from '../values/fact.ts'
import { type Money, negate, sum } from '../values/money.ts'
import type { Period } from '../values/period.ts'
import { countFact, dayFact, moneyFact, periodFact, termFact, textFact } from './facts.ts'
import { eventsOf } from './line-events.ts'
import { lineFacts } from './line-facts.ts'
import { computed, ofInvoice, ofLine, ofPayment } from './sources.ts'

/** Something in the customer's favour: a credit note, what a bill already took off, or what is left of a payment. */
export type Credit = {
  readonly on: Day
  /** Above zero. */
  readonly amount: Money
  readonly invoice?: Invoice
  /** The bill that a credit note corrects. */
  readonly corrects?: string
  readonly product?: string
  readonly period?: Period
  readonly source: Source
  /** What a row says of it. */
  readonly facts: Facts
}

/** All of an account's credits, newest first. */
export const creditsOf = (account: Account, today: Day): readonly Credit[] =>
  [
    ...account.invoices.filter(({ total }) => total.minor < 0n).map((note) => noteCredit(account, note, today)),
    ...account.invoices.filter(({ total }) => total.minor >= 0n).flatMap(lineCredits),
    ...account.payments.filter((payment) => leftover(payment).minor > 0n).map(paymentCredit),
  ].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))

function noteCredit(account: Account, note: Invoice, today: Day): Credit {
  const state = invoiceState(account, note, today)
  const left = negate(state.open)
  const bill = account.invoices.find(({ id }) => id === note.corrects)
  const source = ofInvoice(note, 'total')
  const applied = computed('what of the credit note its bill has used up', [
    source,
    ...(bill ? [ofInvoice(bill, 'total')] : []),
  ])
  const how = state.credited.minor === 0n ? 'unused' : left.minor > 0n ? 'partly' : 'used'
  return {
    on: note.issuedOn,
    amount: negate(note.total),
    invoice: note,
    corrects: note.corrects,
    product: note.lines.map(({ product }) => product).join(' '),
    period: note.period,
    source,
    facts: {
      form: termFact('credit.note', source),
      invoice: textFact(note.number, ofInvoice(note, 'number')),
      on: dayFact(note.issuedOn, ofInvoice(note, 'issuedOn')),
      amount: moneyFact(negate(note.total), source),
      applied: termFact(`applied.${how}`, applied),
      used: moneyFact(state.credited, applied),
      left: moneyFact(left, applied),
      bill: textFact(bill?.number ?? '–', bill ? ofInvoice(bill, 'number') : source),
    },
  }
}

/** What was taken off on a bill itself: credits, cancellations, and changes that refund more than they charge. */
function lineCredits(invoice: Invoice): readonly Credit[] {
  return eventsOf(invoice).flatMap((event) => {
    const net = sum(
      event.map((line) => line.net),
      invoice.currency,
    )
    const line = event.find((one) => one.net.minor < 0n)
    return net.minor < 0n && line ? [lineCredit(invoice, event, line, net)] : []
  })
}

function lineCredit(invoice: Invoice, event: readonly InvoiceLine[], line: InvoiceLine, net: Money): Credit {
  const source = computed(
    'sum of the lines of one change',
    event.map((one) => ofLine(invoice, one, 'net')),
  )
  const { product, what, period } = lineFacts(invoice, event.find((one) => one.quantity.gt(0)) ?? line)
  return {
    on: invoice.issuedOn,
    amount: negate(net),
    invoice,
    product: line.product,
    period: line.period ?? invoice.period,
    source,
    facts: {
      form: termFact('credit.line', source),
      invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
      on: dayFact(invoice.issuedOn, ofInvoice(invoice, 'issuedOn')),
      // People speak of October's bill, which is dated in November.
      billed: periodFact(invoice.period, ofInvoice(invoice, 'period')),
      lines: textFact(event.map(({ number }) => number).join(', '), source),
      count: countFact(event.length, source),
      ...(product ? { product } : {}),
      ...(what ? { what } : {}),
      ...(period ? { period } : {}),
      amount: moneyFact(negate(net), source),
    },
  }
}

function paymentCredit(payment: Payment): Credit {
  const source = ofPayment(payment, 'allocations')
  return {
    on: payment.receivedOn,
    amount: leftover(payment),
    source,
    facts: {
      form: termFact('credit.payment', source),
      on: dayFact(payment.receivedOn, ofPayment(payment, 'receivedOn')),
      amount: moneyFact(payment.amount, ofPayment(payment, 'amount')),
      left: moneyFact(leftover(payment), computed('payment less what bills have used of it', [source])),
    },
  }
}

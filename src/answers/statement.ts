import { say } from '../language/say.ts'
import type { Words } from '../language/words.ts'
import { type Account, invoiceState } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Offering } from '../support/offering.ts'
import type { Day } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Language } from '../values/language.ts'
import { negate } from '../values/money.ts'
import type { Labelled, StatementSheet } from '../values/statement-sheet.ts'
import { countFact, dayFact, moneyFact, percentFact, textFact } from './facts.ts'
import { issuerFacts } from './invoice-copy.ts'
import { invoiceFacts, openFact } from './invoice-facts.ts'
import { corrections, paidOn } from './invoice-show.ts'
import { lineFacts } from './line-facts.ts'
import { clockSource, computed, ofCustomer, ofInvoice } from './sources.ts'
import { statementPayment } from './statement-payment.ts'

export const kinds = ['statement', 'statement.tax', 'statement.as-of', 'statement.page'] as const
export const terms = ['tax-document.known', 'tax-document.unknown']

/** What a statement is made of. `today` is the day in the customer's time zone on which it says how the bill stands. */
export type Stating = {
  readonly account: Account
  readonly invoice: Invoice
  readonly offering: Offering
  readonly today: Day
  readonly language: Language
}

/** A bill as a billing statement: what the ledger says, in the reader's language. No figure is in it that is no fact. */
export function statementOf(stating: Stating): StatementSheet {
  const { account, invoice, offering, today, language } = stating
  const words = say(
    {
      kind: 'statement',
      facts: statementFacts(stating),
      rows: invoice.lines.map((line) => lineFacts(invoice, line)),
      notes: [
        ...corrections(account, invoice),
        ...paidOn(account, invoice),
        { kind: 'statement.as-of', facts: { today: dayFact(today, clockSource) } },
      ],
    },
    language,
  )
  const { mail, phone, portal } = offering.contact
  const { name, taxNumber } = account.customer
  const label = (column: string): string => words.labels[column] ?? ''
  return {
    language,
    asOf: today,
    title: words.title,
    notice: words.lead,
    partner: { name: offering.name, contact: [mail, phone, portal].filter((way) => way !== undefined) },
    customer: { name, ...(taxNumber && { taxNumber: `${label('taxNumber')}: ${taxNumber}` }) },
    details: detailsOf(words),
    columns: {
      product: label('product'),
      quantity: label('quantity'),
      unitPrice: label('unitPrice'),
      net: label('net'),
    },
    lines: words.rows.map(({ text, cells }) => ({
      product: cells.product ?? '',
      detail: capitalised(text),
      quantity: cells.quantity ?? '',
      unitPrice: cells.unitPrice ?? '',
      net: cells.net ?? '',
    })),
    sums: sumsOf(stating, words),
    remarks: words.notes,
    payment: statementPayment(stating),
    pageOf: (page, pages) => pageOf(page, pages, language),
  }
}

function statementFacts({ account, invoice, offering, today }: Stating): Facts {
  const { customer } = account
  const { invoice: number, ...facts } = invoiceFacts(account, invoice, today)
  const state = invoiceState(account, invoice, today)
  return {
    ...facts,
    ...issuerFacts(invoice, offering),
    ...(number && { number }),
    ...(customer.taxNumber && { taxNumber: textFact(customer.taxNumber, ofCustomer(customer, 'taxNumber')) }),
    credited: moneyFact(state.credited, computed('sum of the credit notes for it', [ofInvoice(invoice, 'total')])),
    creditLeft: moneyFact(negate(state.open), openFact(account, invoice, state).source),
  }
}

const detailsOf = ({ labels, facts }: Words): Labelled[] =>
  ['number', 'period', 'issued', 'due', 'status'].flatMap((name) => {
    const [label, value] = [labels[name], facts[name]]
    return label && value ? [{ label, value: name === 'status' ? capitalised(value) : value }] : []
  })

function sumsOf({ account, invoice, today, language }: Stating, { labels, facts }: Words): StatementSheet['sums'] {
  const sum = (name: string, strong = false) => ({ label: labels[name] ?? '', value: facts[name] ?? '', strong })
  const { kind, paid, credited } = invoiceState(account, invoice, today)
  const source = ofInvoice(invoice, 'taxes')
  const taxes = invoice.taxes.map(({ name, rate, base, amount }) => {
    const said = {
      name: textFact(name, source),
      rate: percentFact(rate, source),
      base: moneyFact(base, source),
      amount: moneyFact(amount, source),
    }
    const words = say({ kind: 'statement.tax', facts: said }, language)
    return { label: words.lead, value: words.facts.amount ?? '' }
  })
  return [
    sum('net'),
    ...taxes,
    sum('total', true),
    ...(paid.minor === 0n ? [] : [sum('paid')]),
    ...(credited.minor === 0n ? [] : [sum('credited')]),
    sum(kind === 'credit' ? 'creditLeft' : 'open', true),
  ]
}

function pageOf(page: number, pages: number, language: Language): string {
  const source = computed('pages of this statement', [])
  const facts = { page: countFact(page, source), pages: countFact(pages, source) }
  return say({ kind: 'statement.page', facts }, language).lead
}

/** Terms are written to fit into a sentence; here they stand alone. */
const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

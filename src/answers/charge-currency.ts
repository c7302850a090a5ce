import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { decimalText } from '../values/decimal.ts'
import type { Facts } from '../values/fact.ts'
import { sum } from '../values/money.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { countFact, dayFact, decimalFact, moneyFact, termFact, textFact } from './facts.ts'
import { aPerson, comingInvoice, showInvoice } from './offers.ts'
import { pickInvoice } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice, ofLine } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = ['charge.currency', 'charge.currency.none', 'note.rate-as-billed'] as const
export const terms = ['known', 'unknown'].map((dated) => `dated.${dated}`)

type Exchanged = InvoiceLine & { readonly exchange: NonNullable<InvoiceLine['exchange']> }

/** At which rate prices in another currency were billed, on which lines. Only rates that stand on the bill. */
export function chargeCurrency(asking: BillingAsking): Answered {
  // A rate is no total and a currency no bill: only what names a bill picks one.
  const { invoice: wanted, beside, period, date } = asking.slots
  const picked = pickInvoice(asking.account, { invoice: wanted, beside, period, date })
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  const { invoice } = picked
  const lines = invoice.lines.filter((line): line is Exchanged => line.exchange !== undefined)
  const groups = [
    ...Map.groupBy(lines, ({ exchange: { pricingCurrency, rate, date: on } }) =>
      [pricingCurrency, decimalText(rate), on].join('|'),
    ).values(),
  ]
  const facts = {
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    currency: textFact(invoice.currency, ofInvoice(invoice, 'currency')),
    count: countFact(
      lines.length,
      computed(
        'lines with a rate',
        lines.map((line) => ofLine(invoice, line, 'exchange')),
      ),
    ),
  }
  if (!groups.length)
    return reply('charge.currency.none', facts, { offers: [showInvoice(invoice), comingInvoice, aPerson] })
  return reply('charge.currency', facts, {
    rows: groups.map((group) => rateFacts(invoice, group)),
    notes: [{ kind: 'note.rate-as-billed', facts: {} }],
    offers: [showInvoice(invoice), aPerson],
  })
}

function rateFacts(invoice: Invoice, lines: readonly Exchanged[]): Facts {
  const [first] = lines as [Exchanged]
  const { pricingCurrency, rate, date } = first.exchange
  const source = ofLine(invoice, first, 'exchange')
  const numbers = computed(
    'lines at this rate',
    lines.map((line) => ofLine(invoice, line, 'exchange')),
  )
  const nets = computed(
    'sum of these lines',
    lines.map((line) => ofLine(invoice, line, 'net')),
  )
  const products = [...new Set(lines.map(({ product }) => product))]
  return {
    pricing: textFact(pricingCurrency, source),
    currency: textFact(invoice.currency, ofInvoice(invoice, 'currency')),
    rate: decimalFact(rate, source),
    dated: termFact(date ? 'dated.known' : 'dated.unknown', source),
    ...(date ? { day: dayFact(date, source) } : {}),
    lines: textFact(lines.map(({ number }) => number).join(', '), numbers),
    count: countFact(lines.length, numbers),
    product: textFact(products.join(', '), ofLine(invoice, first, 'product')),
    net: moneyFact(
      sum(
        lines.map((line) => line.net),
        invoice.currency,
      ),
      nets,
    ),
  }
}

import { taxOn } from '../ledger/bill-totals.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Facts } from '../values/fact.ts'
import { amountText, asDecimal, compare, sum } from '../values/money.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { moneyFact, percentFact, priceFact, termFact, textFact } from './facts.ts'
import { aPerson, howMuchOwed, showInvoice } from './offers.ts'
import { type Picked, pickInvoice, sameAmount } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = ['charge.tax', 'charge.tax.zero', 'note.tax-by-line', 'note.tax-document'] as const
export const terms = ['exact', 'nearest', 'billed'].map((fit) => `taxfit.${fit}`)

/** Each tax of a bill as it was billed: rate, base, amount. No rate is named that the bill does not have. */
export function chargeTax(asking: BillingAsking): Answered {
  const picked = pickTaxed(asking)
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  const { invoice } = picked
  const taxes = ofInvoice(invoice, 'taxes')
  const tax = sum(
    invoice.taxes.map(({ amount }) => amount),
    invoice.currency,
  )
  const facts = {
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    document: termFact(`document.${invoice.kind}`, ofInvoice(invoice, 'kind')),
    net: moneyFact(invoice.net, ofInvoice(invoice, 'net')),
    tax: moneyFact(tax, computed('sum of the taxes', [taxes])),
    total: moneyFact(invoice.total, ofInvoice(invoice, 'total')),
  }
  const zero = invoice.taxes.every(({ amount }) => amount.minor === 0n)
  return reply(zero ? 'charge.tax.zero' : 'charge.tax', facts, {
    rows: invoice.taxes.map((each) => taxFacts(invoice, each)),
    notes: [
      ...(zero ? [] : [{ kind: 'note.tax-by-line', facts: {} }]),
      ...(invoice.legal || invoice.origin.type === 'import' ? [] : [{ kind: 'note.tax-document', facts: {} }]),
    ],
    offers: [showInvoice(invoice), howMuchOwed, aPerson],
  })
}

/** An amount that is named is the tax itself, its base, or the bill's total. */
function pickTaxed({ account, slots }: BillingAsking): Picked {
  const { amount, invoice, period, date } = slots
  if (!amount || invoice || period || date) return pickInvoice(account, slots)
  const found = account.invoices.filter(({ taxes }) =>
    taxes.some((tax) => [tax.amount, tax.base].some((money) => sameAmount(amountText(money), amount))),
  )
  if (!found[0]) return pickInvoice(account, slots)
  return found.length === 1 ? { kind: 'one', invoice: found[0] } : { kind: 'several', invoices: found }
}

function taxFacts(invoice: Invoice, { name, rate, base, amount }: Invoice['taxes'][number]): Facts {
  const source = ofInvoice(invoice, 'taxes')
  const worked = computed('base x rate, half-up', [source])
  const exact = asDecimal(base).times(rate).div(100)
  const fit = exact.eq(asDecimal(amount)) ? 'exact' : compare(taxOn(base, rate), amount) === 0 ? 'nearest' : 'billed'
  return {
    name: textFact(name, source),
    rate: percentFact(rate, source),
    base: moneyFact(base, source),
    exact: priceFact(exact, invoice.currency, worked),
    amount: moneyFact(amount, source),
    fit: termFact(`taxfit.${fit}`, worked),
  }
}

import type { BridgeLine } from '../ledger/bridge/bridge-line.ts'
import { bridge } from '../ledger/bridge.ts'
import { sideOfInvoices } from '../ledger/bridge-side.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Currency } from '../values/currency.ts'
import type { Source } from '../values/fact.ts'
import type { Asked } from './asked.ts'
import type { Answered, BillingAsking, Offer } from './asking.ts'
import { bridgeReply } from './bridge-reply.ts'
import { type Compared, type ComparedSide, comparedBills } from './compared-bills.ts'
import { countFact, periodFact, textFact } from './facts.ts'
import { allCauses, allInvoices, aPerson, comparedWithLastYear, latestInvoice, showInvoice } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofInvoice, ofLine } from './sources.ts'

export const kinds = [
  'invoice.change',
  'invoice.change.alone',
  'invoice.change.none-of-period',
  'invoice.change.other-currency',
  'note.fewer-bills',
] as const

/** Why a bill or a period comes to more or less than another: what changed, to the cent. */
export function invoiceChange(asking: BillingAsking): Answered {
  const compared = comparedBills(asking)
  if (compared.kind === 'answered') return compared.answered
  if (compared.kind === 'alone') return alone(compared)
  const currency = currencyOf(asking, compared.to)
  const [from, to] = [inCurrency(compared.from, currency), inCurrency(compared.to, currency)]
  const invoice = to.invoices.length === 1 ? to.invoices[0] : undefined
  if (from.invoices.length === 0) return otherCurrency(compared)
  return bridgeReply({
    kind: 'invoice.change',
    bridge: bridge(sideOfInvoices(from.invoices, from.period), sideOfInvoices(to.invoices, to.period)),
    from: { name: from.name, source: totalOf(from) },
    to: { name: to.name, source: totalOf(to) },
    sourceOf: sourceIn([...from.invoices, ...to.invoices]),
    all: asking.all ?? false,
    more: invoice && { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) },
    notes: fewerBills(from, to),
    allOffer: allCauses(again(asking)),
    offers: nextAfter(asking, invoice),
  })
}

/** Figures of two currencies are never added up: the customer's own counts, where the bills have it. */
function currencyOf({ account }: BillingAsking, { invoices }: ComparedSide): Currency {
  const own = account.customer.currency
  return invoices.some(({ currency }) => currency === own) ? own : (invoices[0]?.currency ?? own)
}

const inCurrency = (side: ComparedSide, wanted: Currency): ComparedSide => ({
  ...side,
  invoices: side.invoices.filter(({ currency }) => currency === wanted),
})

const totalOf = ({ invoices }: ComparedSide): Source => {
  const totals = invoices.map((invoice) => ofInvoice(invoice, 'total'))
  return totals.length === 1 && totals[0] ? totals[0] : computed('sum of the bills', totals)
}

/** The address of a line of one of these bills. */
function sourceIn(invoices: readonly Invoice[]): (line: BridgeLine) => Source {
  const byId = new Map<string, Invoice>(invoices.map((invoice) => [invoice.id, invoice]))
  return ({ document, number }) => {
    const invoice = byId.get(document)
    const line = invoice?.lines.find((one) => one.number === number)
    if (!invoice || !line) throw new Error('a bridge is made of lines of its bills')
    return ofLine(invoice, line, 'net')
  }
}

function alone({ to, wanted }: Extract<Compared, { kind: 'alone' }>): Answered {
  const [bill] = to.invoices
  const offers = bill ? [showInvoice(bill), aPerson] : [latestInvoice, aPerson]
  return wanted
    ? reply('invoice.change.none-of-period', { period: periodFact(wanted, clockSource), toName: to.name }, { offers })
    : reply('invoice.change.alone', { toName: to.name }, { offers })
}

const otherCurrency = ({ from, to }: Extract<Compared, { kind: 'both' }>): Answered =>
  reply('invoice.change.other-currency', { toName: to.name, fromName: from.name }, { offers: [latestInvoice, aPerson] })

/** A quarter that is not billed whole yet compares with one that is: said, or it would look like a saving. */
function fewerBills(from: ComparedSide, to: ComparedSide) {
  const [before, after] = [from, to].map(({ invoices }) => new Set(invoices.map((each) => each.period.from)).size)
  if (before === after) return []
  const counted = computed(
    'billed months',
    [...from.invoices, ...to.invoices].map((each) => ofInvoice(each, 'period')),
  )
  return [
    {
      kind: 'note.fewer-bills',
      facts: {
        toCount: countFact(after ?? 0, counted),
        fromCount: countFact(before ?? 0, counted),
        toName: to.name,
        fromName: from.name,
      },
    },
  ]
}

const again = ({ intent, slots, against, side }: BillingAsking): Asked => ({ intent, slots, against, side })

function nextAfter(asking: BillingAsking, invoice: Invoice | undefined): readonly Offer[] {
  const year = asking.against?.year ? [] : [comparedWithLastYear(again(asking))]
  return [...(invoice ? [showInvoice(invoice)] : [allInvoices]), ...year, aPerson]
}

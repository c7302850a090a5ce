import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Facts } from '../values/fact.ts'
import { add, amountText, type Money, sum } from '../values/money.ts'
import type { Answered, BillingAsking, Offer } from './asking.ts'
import { commitmentNotes } from './commitment.ts'
import { askedAmount, countFact, dayFact, decimalFact, moneyFact, termFact, textFact } from './facts.ts'
import { type Found, findLines, linesOf, namesLine } from './find-lines.ts'
import { eventsOf, type Half, halvesOf, isPartial } from './line-events.ts'
import { lineFacts } from './line-facts.ts'
import { roundingNotes, workedFacts } from './line-worked.ts'
import { aPerson, latestInvoice, partialLines, showAll, showInvoice } from './offers.ts'
import { pickInvoice, sameAmount } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice, ofLine } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = [
  'charge.proration',
  'charge.proration.whole',
  'charge.proration.none',
  'note.why-seats',
  'note.more-changes',
] as const
export const terms = ['seats', 'pair', 'single', 'stated'].map((form) => `form.${form}`)

const biggest = 3

/** Why part of a cycle is billed, and how the amount comes about; the refund and the charge of one change together. */
export function chargeProration(asking: BillingAsking): Answered {
  if (!namesLine(asking.slots)) return ofBill(asking)
  const lines = findLines(asking)
  if (lines.kind === 'answered') return lines.answered
  const partial = lines.found.find(({ line }) => isPartial(line)) ?? lines.found[0]
  if (!partial) return notNamed(asking)
  const { invoice } = partial
  const meant = lines.found.filter((one) => one.invoice.id === invoice.id).map(({ line }) => line)
  return explained(asking, invoice, meant)
}

/** No line is called so: a bill's total is, or the person is told; "licences" alone names no product, so the bill shows which lines it has. */
function notNamed(asking: BillingAsking): Answered {
  const { account, slots } = asking
  const { amount, product: _, ...others } = slots
  if (!amount) return ofBill({ ...asking, slots: others })
  if (account.invoices.some(({ total }) => sameAmount(amountText(total), amount)))
    return ofBill({ ...asking, slots: { amount } })
  const facts = { amount: askedAmount(amount, account.customer.currency) }
  return reply('invoice.line.none-of-amount', facts, { offers: [latestInvoice, aPerson] })
}

function ofBill(asking: BillingAsking): Answered {
  const picked = pickInvoice(asking.account, asking.slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  return explained(asking, picked.invoice, picked.invoice.lines)
}

/** All that the changes behind these lines billed: whoever asks about a refund learns what it was refunded for. */
function explained(asking: BillingAsking, invoice: Invoice, meant: readonly InvoiceLine[]): Answered {
  const halves = eventsOf(invoice)
    .filter((event) => event.some(isPartial) && event.some((line) => meant.includes(line)))
    .flatMap(halvesOf)
    .sort((a, b) => magnitude(netOf(b)) - magnitude(netOf(a)))
  if (!halves.length) return noPart(asking, invoice, meant)
  const shown = asking.all ? halves : halves.slice(0, biggest)
  const lines = shown.flatMap(linesIn)
  const seats = shown.some((half) => formOf(half) === 'seats')
  return reply('charge.proration', leadFacts(invoice, halves), {
    rows: shown.map((half) => halfFacts(invoice, half)),
    notes: [
      ...moreNote(invoice, halves.slice(shown.length)),
      ...roundingNotes(invoice, lines),
      ...(seats ? [{ kind: 'note.why-seats', facts: {} }] : []),
      ...commitmentNotes(asking, lines),
    ],
    offers: [...(shown.length < halves.length ? [showAll(asking)] : []), showInvoice(invoice), aPerson],
  })
}

const linesIn = ({ charge, refund }: Half): readonly InvoiceLine[] =>
  [charge, refund].filter((line) => line !== undefined)

const netOf = (half: Half): Money =>
  linesIn(half)
    .map(({ net }) => net)
    .reduce(add)

const magnitude = ({ minor }: Money): number => Number(minor < 0n ? -minor : minor)

function leadFacts(invoice: Invoice, halves: readonly Half[]): Facts {
  const nets = halves.flatMap(linesIn).map((line) => ofLine(invoice, line, 'net'))
  const source = computed('lines for part of a cycle', nets)
  return {
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    count: countFact(halves.length, source),
    net: moneyFact(sum(halves.map(netOf), invoice.currency), source),
  }
}

/** `seats`: one price, another number of seats. `pair`: something else instead. `stated`: the bill does not say the whole price. */
function formOf({ charge, refund }: Half): 'seats' | 'pair' | 'single' | 'stated' {
  if (!charge || !refund) return (charge ?? refund)?.cyclePrice ? 'single' : 'stated'
  if (!charge.cyclePrice || !refund.cyclePrice) return 'pair'
  const same = charge.subscription === refund.subscription && charge.cyclePrice.eq(refund.cyclePrice)
  const days = charge.share?.billed === refund.share?.billed && charge.share?.of === refund.share?.of
  return same && days ? 'seats' : 'pair'
}

function halfFacts(invoice: Invoice, half: Half): Facts {
  const { charge, refund } = half
  const line = charge ?? (refund as InvoiceLine)
  const source = computed(
    'refund and charge of one change',
    linesIn(half).map((each) => ofLine(invoice, each, 'net')),
  )
  const single = {
    ...lineFacts(invoice, line),
    ...workedFacts(invoice, line),
    form: termFact(`form.${formOf(half)}`, source),
    ...(line.period ? { from: dayFact(line.period.from, ofLine(invoice, line, 'period')) } : {}),
  }
  if (!charge || !refund) return single
  const old = workedFacts(invoice, refund)
  return {
    ...single,
    charged: moneyFact(charge.net, ofLine(invoice, charge, 'net')),
    before: decimalFact(refund.quantity.abs(), ofLine(invoice, refund, 'quantity')),
    oldQuantity: decimalFact(refund.quantity, ofLine(invoice, refund, 'quantity')),
    refundLine: countFact(refund.number, ofLine(invoice, refund, 'number')),
    refunded: moneyFact(refund.net, ofLine(invoice, refund, 'net')),
    oldProduct: textFact(refund.product, ofLine(invoice, refund, 'product')),
    ...(old.price ? { oldPrice: old.price } : {}),
    ...(old.billed ? { oldBilled: old.billed } : {}),
    ...(old.of ? { oldOf: old.of } : {}),
    ...(old.exact ? { oldExact: old.exact } : {}),
    ...(old.digits ? { oldDigits: old.digits } : {}),
    net: moneyFact(netOf(half), source),
  }
}

function moreNote(invoice: Invoice, rest: readonly Half[]) {
  if (!rest.length) return []
  const { count, net } = leadFacts(invoice, rest)
  return count && net ? [{ kind: 'note.more-changes', facts: { more: count, net } }] : []
}

/** Nothing of it is for part of a cycle: the lines that were named are worked out, or the bill is said to have none. */
function noPart(asking: BillingAsking, invoice: Invoice, meant: readonly InvoiceLine[]): Answered {
  const named = meant.length < invoice.lines.length || namesLine(asking.slots)
  const facts = {
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    count: countFact(named ? meant.length : invoice.lines.length, ofInvoice(invoice, 'lines')),
  }
  const offers = [...otherBill(asking, invoice), showInvoice(invoice), aPerson]
  if (!named) return reply('charge.proration.none', facts, { offers })
  const shown = meant.slice(0, asking.all ? undefined : biggest)
  return reply('charge.proration.whole', facts, {
    rows: shown.map((line) => ({ ...lineFacts(invoice, line), ...workedFacts(invoice, line) })),
    notes: [...roundingNotes(invoice, shown), ...commitmentNotes(asking, shown)],
    offers: [...(shown.length < meant.length ? [showAll(asking)] : []), ...offers].slice(0, 3),
  })
}

/** The newest other bill that has such a line. */
function otherBill({ account }: BillingAsking, invoice: Invoice): readonly Offer[] {
  const found = linesOf(account.invoices).find((one: Found) => one.invoice.id !== invoice.id && isPartial(one.line))
  return found ? [partialLines(found.invoice)] : []
}

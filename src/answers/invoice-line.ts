import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { amountText } from '../values/money.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedAmount, askedText, countFact, textFact } from './facts.ts'
import { type Found, findLines, namesLine } from './find-lines.ts'
import { shown } from './invoice-show.ts'
import { eventsOf, isPartial } from './line-events.ts'
import { lineFacts } from './line-facts.ts'
import { roundingNotes, workedFacts } from './line-worked.ts'
import { aPerson, latestInvoice, partialLines, showAll, showInvoice, whatSubscriptions } from './offers.ts'
import { pickInvoice, sameAmount } from './pick-invoice.ts'
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
  'note.calculation',
] as const

const shownAtMost = 12
const allAtMost = 50

/** What a line of a bill is: by its number, its product or its amount; on the named bill, else on the newest that has it. */
export function invoiceLine(asking: BillingAsking): Answered {
  const { account, slots } = asking
  if (!namesLine(slots)) return wholeBill(asking)
  const lines = findLines(asking)
  if (lines.kind === 'answered') return lines.answered
  const { found, bills } = lines
  if (found.length) return told(asking, slots.product && !slots.amount ? newest(found, Boolean(slots.period)) : found)
  const whole = slots.amount && bills.find(({ total }) => sameAmount(amountText(total), slots.amount!))
  if (whole) return shown(asking, whole)
  const offers = [latestInvoice, whatSubscriptions, aPerson]
  return slots.amount
    ? reply('invoice.line.none-of-amount', { amount: askedAmount(slots.amount, account.customer.currency) }, { offers })
    : reply('invoice.line.none-of-product', { product: askedText(slots.product!) }, { offers })
}

/** "What is this line?" names none: the bill itself shows them all. */
function wholeBill(asking: BillingAsking): Answered {
  const picked = pickInvoice(asking.account, asking.slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  return picked.kind === 'one' ? shown(asking, picked.invoice) : whichInvoice(asking, picked.invoices)
}

/** A product stands on every month's bill: the newest one is meant, unless a period was named. */
const newest = (found: readonly Found[], all: boolean): readonly Found[] =>
  all ? found : found.filter(({ invoice }) => invoice.id === found[0]?.invoice.id)

function told(asking: BillingAsking, found: readonly Found[]): Answered {
  const [first] = found
  if (found.length === 1 && first) return one(first)
  const shown = found.slice(0, asking.all ? allAtMost : shownAtMost)
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
      offers: first
        ? [...(more && !asking.all ? [showAll(asking)] : []), showInvoice(first.invoice), aPerson]
        : [latestInvoice],
    },
  )
}

function one({ invoice, line }: Found): Answered {
  // A change of seats is billed as two lines, the refund of the old count and the charge of the new: alone neither makes sense.
  const event = eventsOf(invoice).find((lines) => lines.includes(line)) ?? [line]
  const pair = event.filter((other) => other.number !== line.number)
  return reply('invoice.line', withBill(invoice, line), {
    notes: [
      ...(line.cyclePrice ? [{ kind: 'note.calculation', facts: workedFacts(invoice, line) }] : []),
      ...roundingNotes(invoice, [line]),
      ...pair.map((other) => ({ kind: 'note.pair', facts: lineFacts(invoice, other) })),
    ],
    offers: [...(event.some(isPartial) ? [partialLines(invoice)] : []), showInvoice(invoice), aPerson],
  })
}

const withBill = (invoice: Invoice, line: InvoiceLine) => ({
  invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
  ...lineFacts(invoice, line),
})

import { invoiceState } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { addDays, daysBetween } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { countFact, termFact } from './facts.ts'
import { invoiceFacts, rowFacts } from './invoice-facts.ts'
import { comingInvoice, howToPay, isPaid, lastPayment, openInvoices, showInvoice } from './offers.ts'
import { pickInvoice } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofCustomer, ofInvoice } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = ['payment.due', 'payment.due.several', 'payment.due.none', 'note.terms'] as const
export const terms = ['past', 'today', 'tomorrow', 'later'].map((when) => `when.${when}`)

/** By when to pay: the bill that is named, else whatever is open, the earliest first. */
export function paymentDue(asking: BillingAsking): Answered {
  const { account, slots, today } = asking
  const named = slots.invoice ?? slots.period ?? slots.date ?? slots.amount
  if (named) {
    const picked = pickInvoice(account, slots)
    if (picked.kind === 'none') return notFound(asking, picked)
    return picked.kind === 'one' ? dueOf(asking, picked.invoice) : whichInvoice(asking, picked.invoices)
  }
  const open = account.invoices
    .filter((invoice) => invoiceState(account, invoice, today).open.minor > 0n)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (!open[0])
    return reply('payment.due.none', {}, { notes: [termsNote(asking)], offers: [comingInvoice, lastPayment] })
  if (open.length === 1) return dueOf(asking, open[0])
  return reply('payment.due.several', dueFacts(asking, open[0]), {
    rows: open.map((invoice) => rowFacts(account, invoice, today)),
    notes: [termsNote(asking)],
    offers: [howToPay, showInvoice(open[0])],
  })
}

function dueOf(asking: BillingAsking, invoice: Invoice): Answered {
  const open = invoiceState(asking.account, invoice, asking.today).open.minor > 0n
  return reply('payment.due', dueFacts(asking, invoice), {
    notes: [termsNote(asking)],
    offers: open ? [howToPay, isPaid(invoice), showInvoice(invoice)] : [openInvoices, comingInvoice],
  })
}

function dueFacts({ account, today }: BillingAsking, invoice: Invoice): Facts {
  const days = daysBetween(today, invoice.dueOn)
  const source = computed('days from today to the due date', [ofInvoice(invoice, 'dueOn'), clockSource])
  const when = days < 0 ? 'past' : days === 0 ? 'today' : invoice.dueOn === addDays(today, 1) ? 'tomorrow' : 'later'
  return {
    ...invoiceFacts(account, invoice, today),
    days: countFact(Math.abs(days), source),
    when: termFact(`when.${when}`, source),
  }
}

const termsNote = ({ account: { customer } }: BillingAsking) => ({
  kind: 'note.terms',
  facts: { netDays: countFact(customer.netDays, ofCustomer(customer, 'netDays')) },
})

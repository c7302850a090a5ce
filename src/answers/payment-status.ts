import type { Invoice } from '../ledger/invoice.ts'
import type { Payment } from '../ledger/payment.ts'
import type { Facts } from '../values/fact.ts'
import { amountText } from '../values/money.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedAmount, askedDay, dayFact, moneyFact, textFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { howMuchOwed, howToPay, openInvoices, showInvoice, supportTerms } from './offers.ts'
import { pickInvoice, sameAmount } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { ofInvoice, ofPayment } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = [
  'payment.status',
  'payment.received',
  'payment.missing-amount',
  'payment.missing-day',
  'payment.none',
  'note.last-payment',
  'note.not-recorded',
] as const

/** Whether a bill is paid, or whether a payment arrived. An amount or a day names a payment, a number or a period a bill. */
export function paymentStatus(asking: BillingAsking): Answered {
  const { account, slots } = asking
  if (slots.invoice || slots.period) {
    const picked = pickInvoice(account, slots)
    if (picked.kind === 'none') return notFound(asking, picked)
    return picked.kind === 'one' ? statusOf(asking, picked.invoice) : whichInvoice(asking, picked.invoices)
  }
  if (slots.amount || slots.date) return arrived(asking)
  const last = account.payments[0]
  return last ? received(asking, last) : reply('payment.none', {}, { offers: [openInvoices, howToPay] })
}

function statusOf(asking: BillingAsking, invoice: Invoice): Answered {
  const { account, today } = asking
  const facts = invoiceFacts(account, invoice, today)
  const rows = account.payments.flatMap((payment) =>
    payment.allocations
      .filter((allocation) => allocation.invoice === invoice.id)
      .map(({ amount }) => ({
        on: dayFact(payment.receivedOn, ofPayment(payment, 'receivedOn')),
        amount: moneyFact(amount, ofPayment(payment, 'allocations')),
      })),
  )
  const owing = facts.open?.value.type === 'money' && facts.open.value.money.minor > 0n
  return reply('payment.status', facts, {
    rows,
    notes: owing ? [{ kind: 'note.not-recorded', facts: {} }] : [],
    offers: owing ? [howToPay, showInvoice(invoice)] : [showInvoice(invoice), howMuchOwed],
  })
}

/** A payment of that amount, or of that day. Without one nothing is guessed: the last payment is named and the person can check. */
function arrived(asking: BillingAsking): Answered {
  const { account, slots } = asking
  const found = account.payments.find(
    ({ amount, receivedOn }) =>
      (!slots.amount || sameAmount(amountText(amount), slots.amount)) && (!slots.date || receivedOn === slots.date),
  )
  if (found) return received(asking, found)
  const last = account.payments[0]
  const more = {
    notes: [
      ...(last ? [{ kind: 'note.last-payment', facts: paymentFacts(last) }] : []),
      { kind: 'note.not-recorded', facts: {} },
    ],
    offers: [openInvoices, supportTerms],
  }
  return slots.amount
    ? reply('payment.missing-amount', { amount: askedAmount(slots.amount, account.customer.currency) }, more)
    : reply('payment.missing-day', { day: askedDay(slots.date!) }, more)
}

function received({ account }: BillingAsking, payment: Payment): Answered {
  const rows = payment.allocations.flatMap(({ invoice: id, amount }) => {
    const invoice = account.invoices.find((one) => one.id === id)
    return invoice
      ? [
          {
            invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
            amount: moneyFact(amount, ofPayment(payment, 'allocations')),
          },
        ]
      : []
  })
  return reply('payment.received', paymentFacts(payment), { rows, offers: [openInvoices, howMuchOwed] })
}

const paymentFacts = (payment: Payment): Facts => ({
  on: dayFact(payment.receivedOn, ofPayment(payment, 'receivedOn')),
  amount: moneyFact(payment.amount, ofPayment(payment, 'amount')),
  reference: textFact(payment.reference || '–', ofPayment(payment, 'reference')),
})

import { invoiceState } from '../ledger/account.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { termFact, textFact } from './facts.ts'
import { openFact } from './invoice-facts.ts'
import { howMuchOwed, lastPayment, openInvoices } from './offers.ts'
import { reply } from './reply.ts'
import { configured, ofInvoice } from './sources.ts'

export const kinds = ['payment.methods', 'payment.methods.none', 'note.reference'] as const
const methods = ['bank-transfer', 'direct-debit', 'multibanco', 'pix', 'boleto', 'card-page']
export const terms = methods.map((method) => `payment.${method}`)

/** How customers of this country pay, as the partner wrote it. Saldo makes up no account number and no reference. */
export function paymentMethods(asking: BillingAsking): Answered {
  const { account, offering, today, slots } = asking
  const { country } = account.customer
  const offered = (offering?.payment ?? [])
    .map((method, at) => ({ ...method, setting: `payment.${at}` }))
    .filter(({ countries }) => !countries || countries.includes(country))
  if (!offered.length) return reply('payment.methods.none', {}, { notes: contactNotes(asking), offers: [howMuchOwed] })
  const rows = offered.map(({ method, details, setting }) => ({
    method: termFact(`payment.${method}`, configured(setting)),
    details: textFact(
      Object.entries(details)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
      configured(setting),
    ),
  }))
  const named = slots.invoice?.toUpperCase()
  const owing = account.invoices.filter((invoice) => invoiceState(account, invoice, today).open.minor > 0n)
  const bill = owing.find(({ number }) => number === named) ?? owing.at(-1)
  const reference = bill && {
    kind: 'note.reference',
    facts: {
      invoice: textFact(bill.number, ofInvoice(bill, 'number')),
      open: openFact(account, bill, invoiceState(account, bill, today)),
    },
  }
  return reply(
    'payment.methods',
    {},
    {
      rows,
      notes: reference ? [reference] : [],
      offers: bill ? [openInvoices, howMuchOwed] : [howMuchOwed, lastPayment],
    },
  )
}

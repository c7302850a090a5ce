import { invoiceState } from '../ledger/account.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { termFact, textFact } from './facts.ts'
import { openFact } from './invoice-facts.ts'
import { howMuchOwed, lastPayment, openInvoices } from './offers.ts'
import { reply } from './reply.ts'
import { configured, ofInvoice } from './sources.ts'

export const kinds = ['payment.methods', 'payment.methods.none', 'note.reference'] as const
const methods = ['bank-transfer', 'direct-debit', 'multibanco', 'pix', 'boleto', 'card-page']
/** What the details of a method are usually called; any other name is shown as the partner wrote it. */
const detailNames = ['iban', 'bic', 'holder', 'entity', 'creditor', 'key', 'mail', 'link', 'bank', 'reference']
export const terms = [...methods.map((method) => `payment.${method}`), ...detailNames.map((name) => `detail.${name}`)]

/** How customers of this country pay, as the partner wrote it. Saldo makes up no account number and no reference. */
export function paymentMethods(asking: BillingAsking): Answered {
  const { account, offering, today, slots } = asking
  const { country } = account.customer
  const rows = methodRows(offering, country)
  if (!rows.length) return reply('payment.methods.none', {}, { notes: contactNotes(asking), offers: [howMuchOwed] })
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

/** A row for each detail of each method that customers of the country can pay by, in the partner's order. */
export const methodRows = (offering: BillingAsking['offering'], country: string): readonly Facts[] =>
  (offering?.payment ?? [])
    .map((method, at) => ({ ...method, setting: `payment.${at}` }))
    .filter(({ countries }) => !countries || countries.includes(country))
    .flatMap(({ method, details, setting }) =>
      Object.entries(details).map(([name, value]) => ({
        method: termFact(`payment.${method}`, configured(setting)),
        label: labelFact(name, setting),
        detail: textFact(value, configured(`${setting}.details.${name}`)),
      })),
    )

export const labelFact = (name: string, setting: string) =>
  detailNames.includes(name.toLowerCase())
    ? termFact(`detail.${name.toLowerCase()}`, configured(setting))
    : textFact(name, configured(setting))

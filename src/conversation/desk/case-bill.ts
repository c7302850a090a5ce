import { invoiceFacts } from '../../answers/invoice-facts.ts'
import { lineFacts } from '../../answers/line-facts.ts'
import type { Account } from '../../ledger/account.ts'
import type { Dispute } from '../../ledger/dispute.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { Day } from '../../values/day.ts'
import type { Facts } from '../../values/fact.ts'

/** The bill that a case is about, as an answer about it says it: the customer's side alone. */
export type CaseBill = {
  readonly facts: Facts
  /** Those that it is about; all of them where it is about the whole bill. */
  readonly lines: readonly Facts[]
}

export function caseBill(
  account: Account,
  { about }: Pick<Ticket, 'about'>,
  dispute: Dispute | undefined,
  today: Day,
): CaseBill | undefined {
  const id = about.invoice ?? dispute?.invoice
  const invoice = account.invoices.find((one) => (id ? one.id === id : one.number === about.number))
  if (!invoice) return undefined
  const numbers = about.lines?.length ? about.lines : (dispute?.lines ?? [])
  const meant = invoice.lines.filter(({ number }) => numbers.includes(number))
  const lines = meant.length > 0 ? meant : invoice.lines
  return { facts: invoiceFacts(account, invoice, today), lines: lines.map((line) => lineFacts(invoice, line)) }
}

import type { Charge } from '../../ledger/charge.ts'
import { supplierInvoices } from '../../ledger/charge.ts'
import { type Invoice, type InvoiceLine, invoiceSchema, invoices } from '../../ledger/invoice.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import type { CaseFile } from '../../support/escalation/case-file.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { CustomerId } from '../../values/ids.ts'

/** What a ticket contests, as Microsoft knows it: invoice numbers, lines and references, and never an amount. */
export type CaseLines = Pick<CaseFile, 'invoices'> & {
  /** The lines of the customer's own bill; empty where no line was named. */
  readonly lines: readonly InvoiceLine[]
}

/** Follows the lines of the customer's bill to Microsoft's. Without a named line only the invoice is known; of an imported bill nothing is. */
export async function caseLines(reading: Reading, ticket: Ticket): Promise<CaseLines> {
  const bill = await billOf(reading, ticket)
  if (!bill) return { invoices: [], lines: [] }
  const wanted = await linesOf(reading, ticket)
  const lines = bill.lines.filter(({ number }) => wanted.includes(number))
  const found = await supplierLines(reading, bill.customer, lines)
  if (found.length > 0) return { invoices: found, lines }
  const { origin } = bill
  return { invoices: origin.type === 'bill-out' ? [{ number: origin.supplierInvoice, lines: [] }] : [], lines }
}

async function billOf(reading: Reading, { customer, about }: Ticket): Promise<Invoice | undefined> {
  const stored = about.invoice && (await reading.get(invoices, about.invoice))
  const bill = stored && recordOf(invoiceSchema, stored.data)
  return bill && bill.customer === customer ? bill : undefined
}

/** Of a dispute the lines are those that are contested. */
async function linesOf(reading: Reading, { about, dispute, customer }: Ticket): Promise<readonly number[]> {
  if (about.lines?.length || !dispute) return about.lines ?? []
  return (await ledgerOf(reading).disputes(customer)).find(({ id }) => id === dispute)?.lines ?? []
}

async function supplierLines(
  reading: Reading,
  customer: CustomerId,
  lines: readonly InvoiceLine[],
): Promise<CaseFile['invoices']> {
  const behind = lines.flatMap(({ charges }) => charges)
  const found: CaseFile['invoices'][number][] = []
  for (const file of new Set(behind.map((each) => each.import))) {
    const numbers = new Set(behind.filter((each) => each.import === file).map(({ line }) => line))
    for (const { data } of (await reading.find(supplierInvoices, { index: 'import', equals: file })).items) {
      const charges = await ledgerOf(reading).charges(customer, data.number)
      const meant = charges.filter(({ line }) => numbers.has(line)).map(asReference)
      if (meant.length > 0) found.push({ number: data.number, lines: meant })
    }
  }
  return found
}

/** The order, or the event that a refund and its charge share, tells Microsoft which line it is. */
const asReference = ({ line, orderId, event }: Charge): { readonly line: number; readonly reference?: string } => {
  const reference = orderId || event
  return reference ? { line, reference } : { line }
}

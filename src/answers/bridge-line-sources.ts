import type { BridgeLine } from '../ledger/bridge/bridge-line.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Source } from '../values/fact.ts'
import { ofLine } from './sources.ts'

/** The address of a line of these bills. A bill's lines are looked up by number: a long bill has as many reasons as lines. */
export function bridgeLineSources(invoices: readonly Invoice[]): (line: BridgeLine) => Source {
  const byId = new Map<string, Invoice>(invoices.map((invoice) => [invoice.id, invoice]))
  const byNumber = new Map<string, ReadonlyMap<number, InvoiceLine>>()
  return ({ document, number }) => {
    const invoice = byId.get(document)
    const lines = byNumber.get(document) ?? new Map(invoice?.lines.map((line) => [line.number, line]))
    byNumber.set(document, lines)
    const line = lines.get(number)
    if (!invoice || !line) throw new Error('a bridge is made of lines of its bills')
    return ofLine(invoice, line, 'net')
  }
}

import { z } from 'zod'
import type { Documents, Unit } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId, DisputeId, InvoiceId } from '../values/ids.ts'
import type { Money } from '../values/money.ts'
import { totalsOf } from './bill-totals.ts'
import { type Dispute, disputeSchema, disputes } from './dispute.ts'
import { type Invoice, invoiceSchema, invoices } from './invoice.ts'
import { recordOf } from './record.ts'

export type OpenDispute = {
  readonly customer: CustomerId
  readonly invoice: InvoiceId
  /** Line numbers of the bill; empty for all of it. */
  readonly lines: readonly number[]
  readonly reason: string
  readonly now: Instant
  readonly newId: NewId
}

export type OpenedDispute =
  | { readonly kind: 'opened'; readonly dispute: Dispute }
  /** Some of it is contested already; nothing was opened. */
  | { readonly kind: 'already-disputed'; readonly dispute: Dispute }
  | { readonly kind: 'unknown-invoice' }
  | { readonly kind: 'unknown-lines'; readonly lines: readonly number[] }

/** Records that a customer contests a bill or lines of it. The contested amount includes their tax. */
export const openDispute = (documents: Documents, open: OpenDispute): Promise<OpenedDispute> =>
  documents.change((unit) => openDisputeIn(unit, open))

/** The same as a part of a unit of work. */
export async function openDisputeIn(unit: Unit, { newId, now, ...open }: OpenDispute): Promise<OpenedDispute> {
  const stored = await unit.get(invoices, open.invoice)
  const bill = stored && recordOf(invoiceSchema, stored.data)
  if (!stored || !bill || bill.customer !== open.customer || bill.status !== 'issued')
    return { kind: 'unknown-invoice' }
  const lines = [...new Set(open.lines)]
  const unknown = lines.filter((number) => !bill.lines.some((line) => line.number === number))
  if (unknown.length > 0) return { kind: 'unknown-lines', lines: unknown }
  const { items } = await unit.find(disputes, { index: 'invoice', equals: bill.id })
  const same = items
    .map(({ data }) => recordOf(disputeSchema, data))
    .find((known) => !known.outcome && overlap(known.lines, lines))
  if (same) return { kind: 'already-disputed', dispute: same }
  const dispute: Dispute = {
    ...open,
    lines,
    id: newId() as DisputeId,
    amount: contestedAmount(bill, lines),
    openedAt: now,
  }
  // Written again as it is: the same dispute opened twice at one moment conflicts, and the second one sees the first.
  unit.put(invoices, bill.id, stored.data, stored.revision)
  unit.put(disputes, dispute.id, z.encode(disputeSchema, dispute), 0)
  return { kind: 'opened', dispute }
}

/** No line numbers mean the whole bill, which overlaps with everything. */
const overlap = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((number) => b.includes(number))

/** What is contested of a bill, with its tax: these lines, or all of it where none is named. */
export function contestedAmount(bill: Invoice, lines: readonly number[]): Money {
  if (lines.length === 0) return bill.total
  const chosen = bill.lines.filter(({ number }) => lines.includes(number))
  return totalsOf(chosen, bill.currency, '').total
}

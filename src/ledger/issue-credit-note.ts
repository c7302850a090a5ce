import { z } from 'zod'
import type { Documents, Unit } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'
import type { Day } from '../values/day.ts'
import type { CustomerId, InvoiceId, PartnerId } from '../values/ids.ts'
import { add, negate, subtract } from '../values/money.ts'
import { totalsOf } from './bill-totals.ts'
import { type Invoice, invoiceSchema, invoices } from './invoice.ts'
import { ledgerOf } from './ledger.ts'
import { billNumber, takeNumbers } from './number-series.ts'
import { recordOf } from './record.ts'

export type IssueCreditNote = {
  readonly customer: CustomerId
  readonly invoice: InvoiceId
  /** Line numbers of the bill; all that no earlier credit note corrected when left out. */
  readonly lines?: readonly number[]
  readonly reason: string
  readonly issuedOn: Day
  readonly newId: NewId
}

export type IssuedCreditNote =
  | { readonly kind: 'issued'; readonly creditNote: Invoice }
  /** Not issued, not the customer's, or itself a credit. */
  | { readonly kind: 'unknown-invoice' }
  | { readonly kind: 'unknown-lines'; readonly lines: readonly number[] }
  | { readonly kind: 'already-credited'; readonly lines: readonly number[] }
  | { readonly kind: 'no-price-book' }

/** Corrects an issued bill, in full or by lines; never twice the same line, so never more than was billed. */
export const issueCreditNote = (documents: Documents, issue: IssueCreditNote): Promise<IssuedCreditNote> =>
  documents.change((unit) => credit(unit, issue))

async function credit(unit: Unit, issue: IssueCreditNote): Promise<IssuedCreditNote> {
  const stored = await unit.get(invoices, issue.invoice)
  const bill = stored && recordOf(invoiceSchema, stored.data)
  if (!stored || !bill || bill.customer !== issue.customer || bill.status !== 'issued' || bill.total.minor <= 0n)
    return { kind: 'unknown-invoice' }
  const earlier = (await unit.find(invoices, { index: 'corrects', equals: bill.id })).items.map(({ data }) =>
    recordOf(invoiceSchema, data),
  )
  const credited = new Set(earlier.flatMap(({ lines }) => lines.map(({ corrects }) => corrects)))
  const open = bill.lines.map(({ number }) => number).filter((number) => !credited.has(number))
  const wanted = [...new Set(issue.lines ?? open)]
  const unknown = wanted.filter((number) => !bill.lines.some((line) => line.number === number))
  if (unknown.length > 0) return { kind: 'unknown-lines', lines: unknown }
  const twice = wanted.filter((number) => credited.has(number))
  if (twice.length > 0 || wanted.length === 0) return { kind: 'already-credited', lines: twice }
  const book = await ledgerOf(unit).priceBook(bill.customer.split('.')[0] as PartnerId)
  if (!book) return { kind: 'no-price-book' }
  // Written again as it is: two credit notes for one bill at the same moment conflict, and the second one sees the first.
  unit.put(invoices, bill.id, stored.data, stored.revision)
  const year = issue.issuedOn.slice(0, 4)
  const number = billNumber(book.prefix, year, await takeNumbers(unit, book.prefix, year, 1))
  const creditNote = noteOf(bill, earlier, wanted, { ...issue, number, id: issue.newId() as InvoiceId })
  unit.put(invoices, creditNote.id, z.encode(invoiceSchema, creditNote), 0)
  return { kind: 'issued', creditNote }
}

type Naming = { readonly id: InvoiceId; readonly number: string; readonly issuedOn: Day; readonly reason: string }

/** The credit note for lines of a bill. The one that corrects the last line takes exactly what the earlier ones left. */
function noteOf(bill: Invoice, earlier: readonly Invoice[], wanted: readonly number[], naming: Naming): Invoice {
  const { id, number, issuedOn, reason } = naming
  const lines = bill.lines
    .filter((line) => wanted.includes(line.number))
    .map((line, at) => ({
      ...line,
      number: at + 1,
      corrects: line.number,
      quantity: line.quantity.times(-1),
      net: negate(line.net),
    }))
  const covered = new Set([...earlier, { lines }].flatMap((note) => note.lines.map(({ corrects }) => corrects)))
  const last = bill.lines.every((line) => line.net.minor === 0n || covered.has(line.number))
  const totals = last ? remainderOf(bill, earlier) : totalsOf(lines, bill.currency, bill.taxes[0]?.name ?? '')
  const { customer, period, currency } = bill
  const origin = { type: 'correction', reason } as const
  const document = { id, customer, kind: 'credit-note', status: 'issued', number, issuedOn, dueOn: issuedOn } as const
  return { ...document, period, currency, lines, ...totals, corrects: bill.id, origin }
}

/** What takes the bill, less its earlier credit notes, to zero: rounding of tax by parts loses and gains nothing. */
function remainderOf(bill: Invoice, earlier: readonly Invoice[]): Pick<Invoice, 'net' | 'taxes' | 'total'> {
  const taxes = bill.taxes.map((tax) => {
    const before = earlier.flatMap((note) => note.taxes.filter(({ rate }) => rate.eq(tax.rate)))
    return {
      ...tax,
      base: before.reduce((left, { base }) => subtract(left, base), negate(tax.base)),
      amount: before.reduce((left, { amount }) => subtract(left, amount), negate(tax.amount)),
    }
  })
  const net = earlier.reduce((left, note) => subtract(left, note.net), negate(bill.net))
  return { net, taxes, total: taxes.reduce((total, { amount }) => add(total, amount), net) }
}

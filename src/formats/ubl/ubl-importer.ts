import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { touch } from '../../collections/touch.ts'
import type { Customer } from '../../ledger/customer.ts'
import { imports } from '../../ledger/import-record.ts'
import type { Importer, ImportInput, ImportReport } from '../../ledger/importing.ts'
import { type Invoice, invoiceSchema, invoices } from '../../ledger/invoice.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { type Payment, paymentSchema, payments } from '../../ledger/payment.ts'
import { takeLegalNumbers } from '../../ledger/take-legal-numbers.ts'
import type { Unit } from '../../store/documents.ts'
import type { InvoiceId, PaymentId } from '../../values/ids.ts'
import { amountText } from '../../values/money.ts'
import { importRecord } from '../import-record.ts'
import { inOneUnit } from '../in-one-unit.ts'
import { checkTotals, type UblTotals } from './check-totals.ts'
import { customerOfUbl } from './customer-of-ubl.ts'
import { invoiceOfUbl } from './invoice-of-ubl.ts'
import { keepOriginal } from './keep-original.ts'
import { readXml } from './read-xml.ts'
import { type UblDocument, ublDocumentOf } from './ubl-document.ts'
import { need, refusedAt } from './xml-element.ts'

const format = 'UBL invoice'
type Taken = { readonly changes: ImportReport['changes']; readonly notes: readonly string[] }
type Work = { readonly input: ImportInput; readonly document: UblDocument; readonly totals: UblTotals }

/** A bill or credit note that the partner's own software made, in UBL 2.1 by EN 16931. */
export const ublImporter: Importer = {
  format,
  recognises: (start) => /urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2/.test(start),
  async import(input) {
    const document = ublDocumentOf(await readXml(input))
    const work = { input, document, totals: checkTotals(document) }
    const { changes, notes } = await inOneUnit(input, (unit) => take(unit, work))
    const kind = changes.length === 0 ? 'unchanged' : input.dryRun ? 'checked' : 'imported'
    return { kind, file: input.file, format, records: 1, changes, notes }
  },
}

async function take(unit: Unit, work: Work): Promise<Taken> {
  const { document } = work
  const customer = await customerOfUbl(unit, document)
  const known = await ledgerOf(unit).invoice(customer.id, document.number)
  if (known?.origin.type === 'import') return compare(work, customer, known)
  if (known) return attach(unit, work, known)
  await refuseTwin(unit, work, customer)
  return takeNew(unit, work, customer)
}

/** The document came in before: the same again changes nothing, another under its number is refused. */
function compare({ document, totals }: Work, customer: Customer, known: Invoice): Taken {
  const { id, corrects, origin } = known
  const again = invoiceOfUbl({
    document,
    totals,
    customer,
    id,
    corrects,
    import: origin.type === 'import' ? origin.import : '',
  })
  const stored = (invoice: Invoice) =>
    JSON.parse(JSON.stringify({ ...z.encode(invoiceSchema, invoice), legal: undefined }))
  if (isDeepStrictEqual(stored(again), stored(known))) return { changes: [], notes: [] }
  throw refusedAt(need(document.root, 'ID'), {
    problem: 'another document with this number is here already',
    remedy: 'An issued bill is never edited: correct it with a credit note.',
  })
}

/** The certified document of a bill that Saldo issued: it must say the same, and stands beside it from then on. */
async function attach(unit: Unit, { input, document, totals }: Work, known: Invoice): Promise<Taken> {
  const total = document.kind === 'credit-note' ? -totals.gross.minor : totals.gross.minor
  if (known.total.minor !== total || known.currency !== document.currency) {
    throw refusedAt(need(document.root, 'LegalMonetaryTotal/TaxInclusiveAmount'), {
      problem: `the bill ${known.number} that was issued comes to ${amountText(known.total)} ${known.currency}`,
      remedy: 'Correct whichever is wrong with a credit note.',
    })
  }
  const record = importRecord(input, format, 1)
  const entry = { line: 1, bill: known.number, legalNumber: document.number, document: input.file }
  const kept = await keepOriginal(unit, input, known, record.id)
  const taken = await takeLegalNumbers(unit, { import: record.id, numbers: [entry] })
  if (taken.kind === 'refused') throw refusedAt(need(document.root, 'ID'), taken.faults[0]!)
  if (taken.taken === 0 && kept.kind === 'already') return { changes: [], notes: [] }
  unit.put(imports, record.id, record, 0)
  return { changes: [{ what: 'legal documents', count: 1 }], notes: [] }
}

/** The same bill under Saldo's number and under the legal one would be owed twice. */
async function refuseTwin(unit: Unit, { document, totals }: Work, customer: Customer): Promise<void> {
  const bills = await ledgerOf(unit).invoices(customer.id)
  const month = document.issuedOn.slice(0, 7)
  const twin = bills.find(
    (bill) =>
      bill.origin.type === 'bill-out' &&
      !bill.legal &&
      bill.kind === document.kind &&
      bill.issuedOn.startsWith(month) &&
      bill.currency === document.currency &&
      bill.total.minor === (document.kind === 'credit-note' ? -totals.gross.minor : totals.gross.minor),
  )
  if (!twin) return
  throw refusedAt(need(document.root, 'ID'), {
    problem: `it looks like the legal document of ${twin.number}, which has the same month and total`,
    remedy: `Import a legal-numbers.csv first that gives ${twin.number} its legal number: ${document.number} if it is this one.`,
  })
}

async function takeNew(unit: Unit, { input, document, totals }: Work, customer: Customer): Promise<Taken> {
  const record = importRecord(input, format, 1)
  const corrected =
    document.corrects === undefined ? undefined : await ledgerOf(unit).invoice(customer.id, document.corrects)
  const id = input.newId() as InvoiceId
  const invoice = invoiceOfUbl({ document, totals, customer, id, import: record.id, corrects: corrected?.id })
  unit.put(invoices, id, z.encode(invoiceSchema, invoice), 0)
  await touch(unit, customer.id, input.now)
  await keepOriginal(unit, input, invoice, record.id)
  unit.put(imports, record.id, record, 0)
  const changes = [{ what: document.kind === 'invoice' ? 'bills' : 'credit notes', count: 1 }]
  const notes: string[] = []
  if (document.corrects && !corrected)
    notes.push(`it corrects ${document.corrects}, which is not here: it counts as credit`)
  if (!document.dueOn && document.kind === 'invoice')
    notes.push(`it names no due date: ${invoice.dueOn}, by the customer's ${customer.netDays} days`)
  if (totals.prepaid.minor !== 0n) {
    const prepaid = prepayment({ input, document, totals }, invoice, record.id)
    unit.put(payments, prepaid.id, z.encode(paymentSchema, prepaid), 0)
    changes.push({ what: 'payments', count: 1 })
    notes.push(`${amountText(prepaid.amount)} ${invoice.currency} of it were prepaid: taken as a payment`)
  }
  return { changes, notes }
}

/** What the document says was paid before it was issued (BT-113) is a payment like any other. */
function prepayment({ document, totals }: Work, invoice: Invoice, from: string): Payment {
  const amount = totals.prepaid
  if (document.kind === 'credit-note' || amount.minor < 0n || amount.minor > invoice.total.minor) {
    throw refusedAt(need(document.root, 'LegalMonetaryTotal/PrepaidAmount'), {
      problem: 'the prepaid amount is not part of the total',
      remedy: 'Have the document made again.',
    })
  }
  return {
    id: `${from}.prepaid` as PaymentId,
    customer: invoice.customer,
    receivedOn: invoice.issuedOn,
    amount,
    reference: invoice.number,
    method: 'prepaid',
    allocations: [{ invoice: invoice.id, amount }],
    import: from,
    line: need(document.root, 'LegalMonetaryTotal/PrepaidAmount').line,
  }
}

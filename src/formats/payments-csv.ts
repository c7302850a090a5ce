import { z } from 'zod'
import { paymentsCame } from '../collections/payment-data.ts'
import { imports } from '../ledger/import-record.ts'
import { type Importer, type ImportInput, ImportRefused, type ImportReport } from '../ledger/importing.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { type IncomingPayment, type PaymentFault, type PaymentNote, takePayments } from '../ledger/take-payments.ts'
import type { Reading, Unit } from '../store/documents.ts'
import { customerId, type PartnerId, partnerId, tenantId } from '../values/ids.ts'
import { amountText, moneyJson } from '../values/money.ts'
import { daySchema, moneySchema, textOf } from '../values/schemas.ts'
import { importRecord } from './import-record.ts'
import { inOneUnit } from './in-one-unit.ts'
import { checkRow } from './read-cells.ts'
import { type CsvRow, hasColumns, readCsv } from './read-csv.ts'
import { unknownColumnsNote } from './unknown-columns-note.ts'

const columns = [
  'partner_tenant',
  'customer_tenant',
  'received_on',
  'amount',
  'currency',
  'reference',
  'method',
] as const
type Column = (typeof columns)[number]

const rowSchema = z.object({
  partner: textOf(partnerId),
  tenant: textOf(tenantId),
  receivedOn: daySchema,
  money: moneySchema,
  method: z.string().min(1),
})
const fields = {
  partner: { column: 'partner_tenant', remedy: 'Write the tenant id of the Partner Center account, a GUID.' },
  tenant: { column: 'customer_tenant', remedy: "Write the customer's Entra tenant id, a GUID." },
  receivedOn: { column: 'received_on', remedy: 'Write the day as YYYY-MM-DD.' },
  money: {
    column: 'amount',
    remedy:
      "Write the amount with a decimal point and no more digits than its currency has, such as 1234.50, and the currency's ISO 4217 code.",
  },
  method: { column: 'method', remedy: 'Write how it was paid, such as bank-transfer.' },
} as const

type Come = { readonly row: CsvRow<Column>; readonly partner: PartnerId; readonly payment: IncomingPayment }

/** payments.csv: money that came in. The same payment in two files that overlap is taken once. */
export const paymentsImporter: Importer = {
  format: 'payments',
  recognises: (start) => hasColumns(start, ['customer_tenant', 'received_on', 'amount', 'reference']),
  async import(input) {
    const { rows, unknown } = await readCsv(input, columns)
    const come = rows.map((row) => ({ row, ...paymentOf(input.file, row) }))
    const taken = await inOneUnit(input, (unit) => take(unit, input, come))
    const notes = [...unknownColumnsNote(unknown), ...repeatedNote(taken.repeated), ...taken.notes.map(noteText)]
    return reportOf(input, rows.length, taken.count, notes)
  },
}

function reportOf(input: ImportInput, records: number, count: number, notes: readonly string[]): ImportReport {
  const kind = count === 0 ? 'unchanged' : input.dryRun ? 'checked' : 'imported'
  return {
    kind,
    file: input.file,
    format: 'payments',
    records,
    changes: count > 0 ? [{ what: 'payments', count }] : [],
    notes,
  }
}

function paymentOf(file: string, row: CsvRow<Column>): Pick<Come, 'partner' | 'payment'> {
  const { cells } = row
  const record = {
    partner: cells.partner_tenant,
    tenant: cells.customer_tenant,
    receivedOn: cells.received_on,
    money: { amount: cells.amount, currency: cells.currency },
    method: cells.method,
  }
  const { partner, tenant, money, receivedOn, method } = z.decode(
    rowSchema,
    checkRow(file, row, rowSchema, record, fields),
  )
  const customer = customerId(partner, tenant)
  const payment = { customer, receivedOn, amount: money, reference: cells.reference, method, line: row.line }
  return { partner, payment }
}

async function take(unit: Unit, input: ImportInput, come: readonly Come[]) {
  const fresh = await withoutKnown(unit, come)
  const record = importRecord(input, 'payments', come.length)
  const taken = await takePayments(unit, { import: record.id, payments: fresh.map(({ payment }) => payment) })
  if (taken.kind === 'refused') throw refusal(input.file, come, taken.faults[0])
  if (taken.taken > 0) unit.put(imports, record.id, record, 0)
  // A file with nothing new says something too: until when it is known what was paid.
  const customers = fresh.map(({ payment }) => payment.customer)
  await paymentsCame(
    unit,
    customers,
    input.now,
    come.map(({ partner }) => partner),
  )
  return { count: taken.taken, notes: taken.notes, repeated: come.length - fresh.length }
}

/**
 * A bank's exports overlap. A row is known when the ledger holds the same payment already: two equal rows in the file are two
 * payments, and a second file with the same two brings none.
 */
async function withoutKnown(reading: Reading, come: readonly Come[]): Promise<Come[]> {
  const known = new Map<string, number>()
  for (const customer of new Set(come.map(({ payment }) => payment.customer))) {
    for (const payment of await ledgerOf(reading).payments(customer)) {
      const key = sameness(payment)
      known.set(key, (known.get(key) ?? 0) + 1)
    }
  }
  return come.filter(({ payment }) => {
    const key = sameness(payment)
    const left = known.get(key) ?? 0
    known.set(key, left - 1)
    return left <= 0
  })
}

const sameness = ({ customer, receivedOn, amount, reference, method }: Omit<IncomingPayment, 'line'>): string =>
  JSON.stringify([customer, receivedOn, moneyJson(amount), reference, method])

function refusal(file: string, come: readonly Come[], fault: PaymentFault | undefined): ImportRefused {
  const row = come.find(({ row }) => row.line === fault?.line)?.row
  const column = fault?.field === 'customer' ? 'customer_tenant' : 'amount'
  const where = { file, line: fault?.line, column, value: row?.cells[column] }
  return new ImportRefused({
    ...where,
    problem: fault?.problem ?? 'it cannot be taken',
    remedy: fault?.remedy ?? 'Mend the row.',
  })
}

const repeatedNote = (count: number): string[] =>
  count > 0 ? [`${count} payments came in before and were left as they are`] : []

function noteText({ line, kind, customer, reference, amount }: PaymentNote): string {
  const what = `line ${line}: ${amountText(amount)} ${amount.currency} of ${customer} (${reference || 'no reference'})`
  const says: Readonly<Record<PaymentNote['kind'], string>> = {
    'looks-repeated': 'looks like a payment that came in before',
    'no-bill': 'pays no bill: nothing was open, it is kept as credit',
    unmatched: 'names no open bill, and no single one is of this amount: `saldo payments --unmatched` lists it',
    'credit-left': 'is left over and kept as credit',
  }
  return `${what} ${says[kind]}`
}

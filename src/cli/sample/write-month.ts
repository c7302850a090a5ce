import { once } from 'node:events'
import type { WriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SupplierInvoice } from '../../ledger/charge.ts'
import { priceBookSchema } from '../../ledger/price-book.ts'
import { ChargeReader } from '../../partner-center/charge-reader.ts'
import { readHeader } from '../../partner-center/reconciliation-header.ts'
import { currency } from '../../values/currency.ts'
import { decimal } from '../../values/decimal.ts'
import type { ImportId } from '../../values/ids.ts'
import type { Period } from '../../values/period.ts'
import { csvLine } from './csv-line.ts'
import { customerLines } from './customer-lines.ts'
import { issueDay } from './issue-day.ts'
import { supplierInvoiceNumber, writeReconciliation } from './reconciliation-file.ts'
import { columnsOf, reconciliationRow } from './reconciliation-row.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import { type SampleBilling, sampleBill } from './sample-bill.ts'
import { paymentRow } from './sample-payments.ts'
import { samplePriceBook } from './sample-price-book.ts'
import { customerWithUsage, monthsWithUsage, sampleUsageColumns, usageRows } from './sample-usage.ts'
import type { Sample } from './write-sample.ts'

export type SampleMonth = {
  readonly sample: Sample
  readonly account: SamplePartnerAccount
  readonly periods: readonly Period[]
  /** Which of the periods. */
  readonly at: number
  readonly payments: WriteStream
  /** The last bill number given, by year. */
  readonly bills: Map<string, number>
}

/** Writes Microsoft's files of one account and month, and the payments of the bills that will be made of them. */
export async function writeMonth(month: SampleMonth): Promise<void> {
  const { sample, account, periods, at } = month
  const period = periods[at] as Period
  // The Brazilian account's oldest file stays compressed, as people keep them.
  const name = `reconciliation-${account.key}-${period.from.slice(0, 7)}.csv${account.key === 'br' && at === 0 ? '.gz' : ''}`
  const usage: string[][] = []
  await writeReconciliation(sample.folder, name, account, customersOf(month, period, usage))
  const rows = [sampleUsageColumns, ...usage].map(csvLine).join('')
  const usageName = `usage-${account.key}-${period.from.slice(0, 7)}.csv`
  if (usage.length > 0) await writeFile(join(sample.folder, usageName), rows)
}

/** Each customer's rows; the daily usage of the one that has any goes into `usage`. */
async function* customersOf(month: SampleMonth, period: Period, usage: string[][]): AsyncGenerator<string[][]> {
  const { sample, account, periods, at, payments, bills } = month
  const { random, today } = sample
  const last = periods.at(-1) as Period
  const invoice = supplierInvoiceNumber(account, period, random)
  const billing = billingOf(month, period, invoice)
  const year = billing.issuedOn.slice(0, 4)
  for (const customer of sample.customers) {
    if (customer.account !== account.key) continue
    const lines = customerLines({ account, customer, month: period, last, random })
    if (lines.length === 0) continue
    if (customer.key === customerWithUsage && periods.length - at <= monthsWithUsage)
      usage.push(...usageRows({ account, customer, invoice, period, random }, lines))
    const rows = lines.map((line) => reconciliationRow(account, customer, invoice, line))
    const number = (bills.get(year) ?? 0) + 1
    bills.set(year, number)
    const bill = sampleBill(billing, customer, rows, number)
    const payment = paymentRow({ account, customer, bill, monthsBefore: periods.length - 1 - at, today })
    if (payment && !payments.write(csvLine(payment))) await once(payments, 'drain')
    yield rows
  }
}

function billingOf({ sample, account }: SampleMonth, period: Period, number: string): SampleBilling {
  const supplierInvoice: SupplierInvoice = {
    number,
    partner: account.partner,
    period,
    currency: currency(account.currency),
    total: decimal(0),
    lines: 0,
    import: 'sample' as ImportId,
    customers: [],
  }
  const reader = new ChargeReader(readHeader('sample', columnsOf(account)), 'monthFirst', 'point')
  return {
    account,
    supplierInvoice,
    priceBook: z.decode(priceBookSchema, samplePriceBook(account, sample.customers)),
    reader,
    issuedOn: issueDay(period, sample.today),
  }
}

import type { SupplierInvoice } from '../ledger/charge.ts'
import { ImportRefused } from '../ledger/importing.ts'
import { readCsvRows } from './csv-rows.ts'
import type { DecimalMark } from './number-cell.ts'
import { delimiterOf, type ReconciliationHeader, readHeader } from './reconciliation-header.ts'
import { RowCheck } from './row-check.ts'
import { RowSpill } from './row-spill.ts'

/** A file in which no fault was found, its rows by owner `<customer>|<supplier invoice>`, and how the whole of it is to be read. */
export type CheckedFile = {
  readonly header: ReconciliationHeader
  readonly rows: RowSpill
  readonly order: 'monthFirst' | 'dayFirst'
  readonly mark: DecimalMark
  readonly lines: number
  readonly invoices: readonly Omit<SupplierInvoice, 'import' | 'total'>[]
  /** What was kept though we do not know it. */
  readonly notes: readonly string[]
}

/** Reads the whole file once. Throws ImportRefused at the first fault. */
export async function checkReconciliation(file: string, open: () => AsyncIterable<Uint8Array>): Promise<CheckedFile> {
  const delimiter = delimiterOf(await startOf(open()))
  const rows = new RowSpill()
  let header: ReconciliationHeader | undefined
  let check: RowCheck | undefined
  try {
    await readCsvRows(open(), { file, delimiter }, (cells, line) => {
      if (!header || !check) {
        header = readHeader(file, cells)
        check = new RowCheck(file, header)
        return
      }
      const owner = check.check(cells, line)
      if (owner) rows.put(owner.key, line, cells)
    })
    if (!header || !check || check.lines === 0) {
      throw new ImportRefused({
        file,
        problem: 'the file has no charges',
        remedy: 'Download it from Partner Center again',
      })
    }
    return checkedFile(header, check, rows)
  } catch (error) {
    rows.close()
    throw error
  }
}

function checkedFile(header: ReconciliationHeader, check: RowCheck, rows: RowSpill): CheckedFile {
  const order = check.dates.order.decided()
  const invoices = [...check.owners.invoices.values()].map((tally) => ({
    number: tally.number,
    partner: tally.partner,
    period: tally.period(order),
    currency: tally.currency,
    lines: tally.lines,
    customers: [...tally.customers].sort(),
  }))
  const notes = [
    ...header.unknown.map(({ name }) => `column ${name} is not known to Saldo and was kept`),
    ...[...check.unknownChargeTypes].map((type) => `charge type ${type} is not known to Saldo and was kept`),
  ]
  return { header, rows, order, mark: check.numbers.mark.decided(), lines: check.lines, invoices, notes }
}

/** The first line of a file, or its first 64 KiB. */
async function startOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  let start = ''
  const decoder = new TextDecoder()
  for await (const chunk of source) {
    start += decoder.decode(chunk, { stream: true })
    if (start.length > 65_536 || start.includes('\n')) break
  }
  return start
}

import type { SupplierInvoice } from '../ledger/charge.ts'
import { type CheckedRows, checkRows } from './check-rows.ts'
import { type Column, reconciliationLayout, reconciliationRules } from './columns.ts'
import type { DecimalMark } from './number-cell.ts'
import type { ReconciliationHeader } from './reconciliation-header.ts'
import type { RowSource } from './row-source.ts'
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
export async function checkReconciliation(file: string, source: RowSource): Promise<CheckedFile> {
  const rows = new RowSpill()
  try {
    const table = { layout: reconciliationLayout, rules: reconciliationRules }
    const checked = await checkRows(file, source, {
      ...table,
      keep: (_, owner, cells, line) => rows.put(owner.key, line, cells),
    })
    return checkedFile(checked, rows)
  } catch (error) {
    rows.close()
    throw error
  }
}

function checkedFile({ header, check, order, mark }: CheckedRows<Column>, rows: RowSpill): CheckedFile {
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
  return { header, rows, order, mark, lines: check.lines, invoices, notes }
}

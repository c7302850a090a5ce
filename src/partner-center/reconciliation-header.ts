import { type Column, reconciliationLayout } from './columns.ts'
import { namesIn, readHeaderRow } from './header-row.ts'
import type { FileHeader } from './layout.ts'

export type ReconciliationHeader = FileHeader<Column>

/** Whether a file that starts so is an invoice reconciliation file, whole or with columns missing. The daily usage file shares many columns and is none. */
export function startsAsReconciliation(start: string): boolean {
  const headers = namesIn(start)
  const known = new Set(headers.map(reconciliationLayout.columnOf).filter((column) => column !== undefined))
  return known.size >= 18 && known.has('BillableQuantity') && !headers.some((name) => /^usagedate$/i.test(name))
}

/** Reads the header row. Throws ImportRefused when a needed column is missing or one stands there twice. */
export const readHeader = (file: string, cells: readonly string[]): ReconciliationHeader =>
  readHeaderRow(file, cells, reconciliationLayout)

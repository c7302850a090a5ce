import { ImportRefused } from '../ledger/importing.ts'
import { type Column, columnOf, columns, requiredColumns } from './columns.ts'

/** Where each column stands in a row. */
export type ReconciliationHeader = {
  /** Cells in every row. */
  readonly width: number
  /** Position by column; -1 when the file lacks it. */
  readonly at: Readonly<Record<Column, number>>
  /** Columns that we do not know, by their header. */
  readonly unknown: readonly { readonly name: string; readonly at: number }[]
}

const downloadAgain = 'Download the file from Partner Center again and import it as it is'

/** The separator of a header row: the one of `,` `;` tab that it holds most of. */
export function delimiterOf(start: string): string {
  const line = start.slice(0, lineEnd(start))
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function lineEnd(start: string): number {
  const end = start.search(/[\r\n]/)
  return end < 0 ? start.length : end
}

/** Whether a file that starts so is an invoice reconciliation file, whole or with columns missing. The daily usage file shares many columns and is none. */
export function startsAsReconciliation(start: string): boolean {
  const headers = start.slice(0, lineEnd(start)).split(delimiterOf(start))
  const known = new Set(headers.map(columnOf).filter((column) => column !== undefined))
  return (
    known.size >= 18 && known.has('BillableQuantity') && !headers.some((name) => /^"?usagedate"?$/i.test(name.trim()))
  )
}

/** Reads the header row. Throws ImportRefused when a needed column is missing or one stands there twice. */
export function readHeader(file: string, cells: readonly string[]): ReconciliationHeader {
  const at = Object.fromEntries(columns.map((column) => [column, -1])) as Record<Column, number>
  const unknown: { name: string; at: number }[] = []
  const seen = new Set<string>()
  for (const [position, cell] of cells.entries()) {
    const name = cell.trim() || `column ${position + 1}`
    const column = columnOf(name)
    const key = column ?? name.toLowerCase()
    if (seen.has(key)) {
      throw new ImportRefused({
        file,
        line: 1,
        column: column ?? name,
        value: cell,
        problem: 'this column stands in the header twice',
        remedy: downloadAgain,
      })
    }
    seen.add(key)
    if (column) at[column] = position
    else unknown.push({ name, at: position })
  }
  const missing = requiredColumns.find((column) => at[column] < 0)
  if (missing)
    throw new ImportRefused({
      file,
      line: 1,
      column: missing,
      problem: 'this column is missing from the header',
      remedy: downloadAgain,
    })
  return { width: cells.length, at, unknown }
}

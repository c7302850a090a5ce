import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { csvLine } from './sample/csv-line.ts'
import type { Terminal } from './terminal.ts'

/** Spreadsheets take such a cell for a formula, and what people wrote must never be one. */
const formula = /^[=+\-@\t\r]/
const asText = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** Writes rows into a file for spreadsheets: RFC 4180, UTF-8 with the mark by which they know it. Says where it is. */
export async function exportCsv(
  { workingFolder, err }: Terminal,
  to: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const file = resolve(workingFolder, to)
  const lines = [head, ...rows.map((row) => row.map(asText))]
  await writeFile(file, `\uFEFF${lines.map(csvLine).join('')}`)
  await err(`${rows.length} written to ${file}\n`)
}

import { ImportRefused } from '../ledger/importing.ts'
import type { FileHeader, Layout } from './layout.ts'

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

/** The names by which a file that starts so calls its columns: those of its header row, or of its first line of JSON. */
export function namesIn(start: string): readonly string[] {
  const line = start.slice(0, lineEnd(start))
  if (line.trimStart().startsWith('{')) return [...line.matchAll(/"(\w+)"\s*:/g)].map(([, name = '']) => name)
  return line.split(delimiterOf(line)).map((name) => name.trim().replace(/^"|"$/g, ''))
}

/** Reads the header row. Throws ImportRefused when a needed column is missing or one stands there twice. */
export function readHeaderRow<C extends string>(
  file: string,
  cells: readonly string[],
  layout: Layout<C>,
): FileHeader<C> {
  const at = Object.fromEntries(layout.columns.map((column) => [column, -1])) as Record<C, number>
  const unknown: { name: string; at: number }[] = []
  const seen = new Set<string>()
  for (const [position, cell] of cells.entries()) {
    const name = cell.trim() || `column ${position + 1}`
    const column = layout.columnOf(name)
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
  const missing = layout.required.find((column) => at[column] < 0)
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

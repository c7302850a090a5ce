import type { ImportInput } from '../ledger/importing.ts'
import { readCsvRows } from './csv-rows.ts'
import { delimiterOf, readHeaderRow } from './header-row.ts'
import type { RowSource } from './row-source.ts'
import { startOf } from './start-of.ts'

/** The rows of a CSV file, whatever its separator. The header is line 1. */
export const csvSource = ({ file, open }: Pick<ImportInput, 'file' | 'open'>): RowSource => ({
  async read(layout, on) {
    const delimiter = delimiterOf(await startOf(open()))
    let isHeader = true
    await readCsvRows(open(), { file, delimiter }, (cells, line) => {
      if (!isHeader) {
        on.row(cells, line)
        return
      }
      isHeader = false
      on.header(readHeaderRow(file, cells, layout))
    })
  },
  placed: (refused) => refused,
})

import { TextDecoder } from 'node:util'
import { CsvError, parse } from 'csv-parse'
import { ImportRefused } from '../ledger/importing.ts'
import { refuseForeignBytes } from './refuse-foreign-bytes.ts'
import type { OnRow } from './row-source.ts'

const downloadAgain = 'The file is cut off or was changed: download it from Partner Center again'

/**
 * Reads CSV as it streams and calls back for each row, the header included. Rows go through a callback because a million awaited reads cost more than the parsing.
 */
export async function readCsvRows(
  source: AsyncIterable<Uint8Array>,
  options: { readonly file: string; readonly delimiter: string },
  onRow: OnRow,
): Promise<void> {
  const { file, delimiter } = options
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let next = 1
  let counted = 0
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    // A quote that is never closed would swallow the rest of the file into memory.
    max_record_size: 262_144,
    on_record: (cells: readonly string[], context) => {
      const line = next
      // csv-parse counts a CRLF inside quotes twice, so rows that span lines are counted here.
      next += context.lines - counted === 1 ? 1 : 1 + cells.join('').split('\n').length - 1
      counted = context.lines
      onRow(cells, line)
      return null
    },
  })
  let fault: Error | undefined
  parser.on('error', (error) => {
    fault ??= error
  })
  parser.resume()
  try {
    for await (const chunk of source) {
      refuseForeignBytes(file, chunk, decoder)
      await new Promise<void>((done, failed) => parser.write(chunk, (error) => (error ? failed(error) : done())))
    }
    await new Promise<void>((done) => parser.once('close', done).end())
    if (fault) throw fault
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(file, next, error) : error
  }
}

function refusalOf(file: string, line: number, cause: CsvError): ImportRefused {
  const isOpen = cause.code === 'CSV_QUOTE_NOT_CLOSED' || cause.code === 'CSV_MAX_RECORD_SIZE'
  const problem = isOpen ? 'a quoted cell starts here and does not end' : 'a quote stands where none can stand'
  return new ImportRefused({ file, line, problem, remedy: downloadAgain }, { cause })
}

import { imports } from '../ledger/import-record.ts'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { type LegalNumber, takeLegalNumbers } from '../ledger/take-legal-numbers.ts'
import type { Unit } from '../store/documents.ts'
import { importRecord } from './import-record.ts'
import { inOneUnit } from './in-one-unit.ts'
import { type CsvRow, hasColumns, readCsv } from './read-csv.ts'
import { unknownColumnsNote } from './unknown-columns-note.ts'

const columns = ['bill_number', 'legal_number', 'document'] as const

/** legal-numbers.csv: which number, and document, the partner's certified software gave a bill of Saldo's. */
export const legalNumbersImporter: Importer = {
  format: 'legal numbers',
  recognises: (start) => hasColumns(start, ['bill_number', 'legal_number']),
  async import(input) {
    const { rows, unknown } = await readCsv(input, columns, ['document'])
    const numbers = rows.map((row) => numberOf(input.file, row))
    const count = await inOneUnit(input, (unit) => take(unit, input, numbers))
    const kind = count === 0 ? 'unchanged' : input.dryRun ? 'checked' : 'imported'
    const changes = count > 0 ? [{ what: 'legal numbers', count }] : []
    return {
      kind,
      file: input.file,
      format: 'legal numbers',
      records: rows.length,
      changes,
      notes: unknownColumnsNote(unknown),
    }
  },
}

function numberOf(file: string, { line, cells }: CsvRow<(typeof columns)[number]>): LegalNumber {
  const empty = (['bill_number', 'legal_number'] as const).find((column) => cells[column] === '')
  if (empty)
    throw new ImportRefused({
      file,
      line,
      column: empty,
      value: '',
      problem: 'the cell is empty',
      remedy: 'Write the number, or leave the line out.',
    })
  return {
    line,
    bill: cells.bill_number,
    legalNumber: cells.legal_number,
    ...(cells.document && { document: cells.document }),
  }
}

async function take(unit: Unit, input: ImportInput, numbers: readonly LegalNumber[]): Promise<number> {
  const record = importRecord(input, 'legal numbers', numbers.length)
  const taken = await takeLegalNumbers(unit, { import: record.id, numbers })
  if (taken.kind === 'taken') {
    if (taken.taken > 0) unit.put(imports, record.id, record, 0)
    return taken.taken
  }
  const { line, field, value, problem, remedy } = taken.faults[0]!
  throw new ImportRefused({ file: input.file, line, column: field, value, problem, remedy })
}

import type { z } from 'zod'
import { ImportRefused } from '../ledger/importing.ts'
import type { CsvRow } from './read-csv.ts'

/** Where in a file a field of a record was written, and how to mend it. */
export type Field<Column extends string> = { readonly column: Column; readonly remedy: string }

/**
 * Checks a record that was read from one row. Throws ImportRefused that names line, column and value of the first fault;
 * `fields` tells for each field of the record where it was written.
 */
export function checkRow<S extends z.ZodType, Column extends string>(
  file: string,
  row: CsvRow<Column>,
  schema: S,
  record: z.input<S>,
  fields: Readonly<Record<string, Field<Column>>>,
): z.input<S> {
  const read = schema.safeDecode(record)
  if (read.success) return record
  const issue = read.error.issues[0]
  const field = fields[String(issue?.path[0])]
  throw new ImportRefused(
    {
      file,
      line: row.line,
      column: field?.column,
      value: field && row.cells[field.column],
      problem: field && row.cells[field.column] === '' ? 'the cell is empty' : 'the value cannot be read',
      remedy: field?.remedy ?? issue?.message ?? 'Mend the row.',
    },
    { cause: read.error },
  )
}

import { CsvError, parse } from 'csv-parse'
import { type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { readWhole } from '../ledger/read-whole.ts'

/** A row by column name, trimmed; `line` counts from 1, the header included. Columns that the file lacks are `''`. */
export type CsvRow<Column extends string> = { readonly line: number; readonly cells: Readonly<Record<Column, string>> }

export type CsvTable<Column extends string> = {
  readonly rows: readonly CsvRow<Column>[]
  /** Columns of the file that the format does not know. */
  readonly unknown: readonly string[]
}

/** Whether a text starts with a header that holds all these columns, in any order, comma or semicolon. */
export function hasColumns(start: string, columns: readonly string[]): boolean {
  const names = headerOf(start.split(/\r?\n/, 1)[0] ?? '')
  return columns.every((column) => names.includes(column))
}

/**
 * Reads a whole UTF-8 CSV file of ours: header required, any column order, comma or semicolon. Throws ImportRefused for a missing
 * or repeated column, a row with too few or too many cells and an unterminated quote.
 */
export async function readCsv<Column extends string>(
  input: ImportInput,
  columns: readonly Column[],
  optional: readonly Column[] = [],
): Promise<CsvTable<Column>> {
  const text = await readText(input)
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const names = checkedHeader(
    input.file,
    first,
    columns.filter((column) => !optional.includes(column)),
  )
  const rows: CsvRow<Column>[] = []
  try {
    const parser = parse(text, {
      delimiter: separatorOf(first),
      from_line: 2,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
    // `info.lines` counts the line a record ends on; cells with a line break in them are rare enough for that to be the line to look at.
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.length !== names.length) throw wrongCellCount(input.file, info.lines, record, names)
      rows.push({ line: info.lines, cells: cellsOf(record, names, columns) })
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new ImportRefused(
      {
        file: input.file,
        line: Number(cause.lines) || undefined,
        problem: `the file is not readable as CSV: ${cause.message}`,
        remedy: 'Close every quote, and double a quote inside a quoted cell.',
      },
      { cause },
    )
  }
  return { rows, unknown: names.filter((name) => !(columns as readonly string[]).includes(name)) }
}

/** The payments of some hundred thousand bills. */
const mostBytes = 64 * 1024 * 1024
const tooLarge = { problem: 'the file is too large', remedy: 'Import it in parts.' }

/** The file's text without byte-order mark. Throws ImportRefused for bytes that are no UTF-8, and for more of them than `most`. */
export async function readText(
  input: Pick<ImportInput, 'file' | 'open'>,
  most = mostBytes,
  refusal = tooLarge,
): Promise<string> {
  const bytes = await readWhole(input, most, refusal)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new ImportRefused(
      { file: input.file, problem: 'the file is no UTF-8 text', remedy: 'Save it as UTF-8 and import it again.' },
      { cause },
    )
  }
}

const separatorOf = (header: string): ',' | ';' => (header.split(';').length > header.split(',').length ? ';' : ',')
const headerOf = (line: string): string[] =>
  line.split(separatorOf(line)).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .toLowerCase(),
  )

function checkedHeader(file: string, first: string, required: readonly string[]): string[] {
  const names = headerOf(first)
  const missing = required.find((column) => !names.includes(column))
  if (missing) {
    throw new ImportRefused({
      file,
      line: 1,
      column: missing,
      problem: 'the column is missing',
      remedy: `The first line must name the columns ${required.join(', ')}.`,
    })
  }
  const repeated = names.find((name, at) => names.indexOf(name) !== at)
  if (repeated)
    throw new ImportRefused({
      file,
      line: 1,
      column: repeated,
      problem: 'the column stands there twice',
      remedy: 'Leave only one of them.',
    })
  return names
}

function wrongCellCount(
  file: string,
  line: number,
  record: readonly string[],
  names: readonly string[],
): ImportRefused {
  const problem = `the row has ${record.length} cells, the header has ${names.length}`
  return new ImportRefused({
    file,
    line,
    problem,
    remedy: 'Quote cells that hold the separator; if the end of the file is missing, fetch it again.',
  })
}

function cellsOf<Column extends string>(
  record: readonly string[],
  names: readonly string[],
  columns: readonly Column[],
): Record<Column, string> {
  const cells = Object.fromEntries(columns.map((column) => [column, ''])) as Record<Column, string>
  for (const [at, name] of names.entries()) if (name in cells) cells[name as Column] = record[at] ?? ''
  return cells
}

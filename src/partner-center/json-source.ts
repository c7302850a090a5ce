import { createHash } from 'node:crypto'
import { ImportRefused } from '../ledger/importing.ts'
import { jsonLine } from './json-line.ts'
import type { Layout } from './layout.ts'
import { refuseForeignBytes } from './refuse-foreign-bytes.ts'
import type { Listening, RowSource } from './row-source.ts'

/** One file of JSON lines. */
export type JsonPart = { readonly file: string; open(): AsyncIterable<Uint8Array> }

const startAgain = 'Start the export again and download all its files'
/** A line that never ends would fill memory. */
const longestLine = 1_048_576

/**
 * The JSON lines of a Graph export (reference 8.4) as rows: attributes in any case and order stand in the columns of Microsoft's table,
 * unknown ones behind them. Lines count on from one part to the next, so that each has its own.
 */
export class JsonSource implements RowSource {
  readonly #parts: readonly JsonPart[]
  readonly #hash = createHash('sha256')
  /** Lines before each part that was begun. */
  readonly #before: number[] = []
  #lines = 0

  constructor(parts: readonly JsonPart[]) {
    this.#parts = parts
  }

  /** SHA-256 of all parts as they were read, whatever their compression. */
  digest(): string {
    return this.#hash.copy().digest('hex')
  }

  async read<C extends string>(layout: Layout<C>, on: Listening<C>): Promise<void> {
    const rows = new AttributeRows(layout)
    on.header(rows.header)
    for (const { file, open } of this.#parts) {
      this.#before.push(this.#lines)
      await eachLine(file, this.#hashed(open()), (text) => {
        this.#lines++
        if (text.trim() === '') return
        const cells = rows.cellsOf(text)
        if (!cells) throw noRecord(file, this.#lines, text)
        on.row(cells, this.#lines)
      })
    }
    const missing = this.#lines > 0 && rows.neverSeen(layout.required)
    if (!missing) return
    const problem = 'this attribute stands in no line of the export'
    const remedy = 'Export the invoice with "attributeSet": "full"'
    throw new ImportRefused({ file: this.#parts[0]?.file ?? '', column: missing, problem, remedy })
  }

  placed(refused: ImportRefused): ImportRefused {
    const { line } = refused.fault
    const at = line === undefined ? -1 : this.#before.findLastIndex((before) => before < line)
    const part = this.#parts[at]
    if (line === undefined || !part) return refused
    const place = { file: part.file, line: line - (this.#before[at] as number) }
    return new ImportRefused({ ...refused.fault, ...place }, { cause: refused.cause })
  }

  async *#hashed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.#hash.update(chunk)
      yield chunk
    }
  }
}

/** Rows are kept apart by these characters until they are written. */
const holdsSeparator = (cell: string): boolean => cell.includes('\x1e') || cell.includes('\x1f')

/** What a storage service answers instead of a file is a page or an error of its own. */
function noRecord(file: string, line: number, text: string): ImportRefused {
  const isPage = text.trimStart().startsWith('<')
  const problem = isPage ? 'this is a web page and no export' : 'this line is no record of an export'
  const remedy = isPage ? `The link to the file had expired. ${startAgain}` : startAgain
  return new ImportRefused({ file, line, problem, remedy })
}

/** Puts the attributes of each line where the header says, which learns unknown ones as they come. */
class AttributeRows<C extends string> {
  readonly header: { width: number; at: Record<C, number>; unknown: { name: string; at: number }[] }
  readonly #layout: Layout<C>
  readonly #positions = new Map<string, number>()

  constructor(layout: Layout<C>) {
    this.#layout = layout
    const at = Object.fromEntries(layout.columns.map((column, position) => [column, position])) as Record<C, number>
    this.header = { width: layout.columns.length, at, unknown: [] }
  }

  /** Undefined for a line that is no object, or names one column twice. */
  cellsOf(text: string): string[] | undefined {
    const attributes = jsonLine(text)
    if (!attributes) return undefined
    const positions = attributes.map(([name]) => this.#positions.get(name) ?? this.#learn(name))
    const cells = new Array<string>(this.header.width).fill('')
    for (const [at, [, cell]] of attributes.entries()) {
      const position = positions[at] as number
      if (cells[position] !== '' || holdsSeparator(cell)) return undefined
      cells[position] = cell
    }
    return cells
  }

  neverSeen(columns: readonly C[]): C | undefined {
    const seen = new Set(this.#positions.values())
    return columns.find((column) => !seen.has(this.header.at[column]))
  }

  #learn(name: string): number {
    const column = this.#layout.columnOf(name)
    const position = column ? this.header.at[column] : this.header.width++
    if (!column) this.header.unknown.push({ name, at: position })
    this.#positions.set(name, position)
    return position
  }
}

/** Calls back for every line of UTF-8 text, the last one with or without its end. Throws ImportRefused for any other bytes. */
async function eachLine(
  file: string,
  source: AsyncIterable<Uint8Array>,
  onLine: (text: string) => void,
): Promise<void> {
  const checking = new TextDecoder('utf-8', { fatal: true })
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of source) {
    refuseForeignBytes(file, chunk, checking)
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine)
      throw new ImportRefused({ file, problem: 'a line of this file does not end', remedy: startAgain })
    for (const line of lines) onLine(line)
  }
  rest += decoder.decode()
  if (rest !== '') onLine(rest)
}

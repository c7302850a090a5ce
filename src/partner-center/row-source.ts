import type { ImportRefused } from '../ledger/importing.ts'
import type { FileHeader, Layout } from './layout.ts'

/** One row and the line that it starts in. */
export type OnRow = (cells: readonly string[], line: number) => void

/** Hears of the header first, then of each row. */
export type Listening<C extends string> = { readonly header: (header: FileHeader<C>) => void; readonly row: OnRow }

/** Where the rows of one of Microsoft's tables come from: a CSV file, or the JSON lines of a Graph export. */
export type RowSource = {
  /** Reads all of it, in its order. Throws ImportRefused. */
  read<C extends string>(layout: Layout<C>, on: Listening<C>): Promise<void>
  /** A refusal that names a line, with the file and the line there as a person finds them. */
  placed(refused: ImportRefused): ImportRefused
}

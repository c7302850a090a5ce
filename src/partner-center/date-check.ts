import { ImportRefused } from '../ledger/importing.ts'
import { type DateCell, rememberingDateCells } from './date-cell.ts'
import type { FileHeader } from './layout.ts'
import { type Place, Readings } from './readings.ts'
import type { RowRules } from './row-rules.ts'

const remedy = 'Write all dates of the file one way, as 10/31/2026 or better 2026-10-31'

/** Checks the date cells of every row and narrows down whether the file writes the month or the day first. */
export class DateCheck<C extends string> {
  readonly order: Readings<'monthFirst' | 'dayFirst'>
  /** What a date cell says both ways. */
  readonly cellOf = rememberingDateCells()
  readonly #file: string
  readonly #columns: readonly (readonly [C, number])[]
  readonly #start: number
  readonly #end: number
  readonly #endColumn: C

  constructor(file: string, header: FileHeader<C>, { dates, span }: Pick<RowRules<C>, 'dates' | 'span'>) {
    this.#file = file
    this.#columns = dates.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.#start = header.at[span[0]]
    this.#end = header.at[span[1]]
    this.#endColumn = span[1]
    this.order = new Readings(file, 'days and months', ['monthFirst', 'dayFirst'])
  }

  /** Throws ImportRefused. */
  check(cells: readonly string[], line: number): void {
    for (const [column, at] of this.#columns) {
      const value = cells[at] as string
      const cell = this.cellOf(value)
      if (cell === 'none' || (cell.monthFirst === cell.dayFirst && cell.monthFirst !== undefined)) continue
      const place = { line, column, value, problem: 'this is no date', remedy }
      if (cell.monthFirst === cell.dayFirst) throw new ImportRefused({ file: this.#file, ...place })
      this.#narrow(cell, place)
    }
    this.#checkSpan(cells, line)
  }

  #narrow(cell: Exclude<DateCell, 'none'>, place: Place): void {
    if (cell.monthFirst === undefined) this.order.exclude('monthFirst', place)
    else if (cell.dayFirst === undefined) this.order.exclude('dayFirst', place)
    else this.order.differs({ ...place, problem: 'day and month cannot be told apart in the whole file', remedy })
  }

  /** A charge cannot end before it starts: where that happens one way, the other way is meant. */
  #checkSpan(cells: readonly string[], line: number): void {
    const start = this.cellOf(cells[this.#start] ?? '')
    const end = this.cellOf(cells[this.#end] ?? '')
    if (start === 'none' || end === 'none') return
    const value = cells[this.#end] as string
    const problem = `the charge ends before it starts (${cells[this.#start]})`
    for (const way of ['monthFirst', 'dayFirst'] as const) {
      const [from, to] = [start[way], end[way]]
      if (from && to && to < from) this.order.exclude(way, { line, column: this.#endColumn, value, problem, remedy })
    }
  }
}

import { ImportRefused } from '../ledger/importing.ts'
import { decimal } from '../values/decimal.ts'
import type { FileHeader } from './layout.ts'
import { type DecimalMark, numberCell } from './number-cell.ts'
import { Readings } from './readings.ts'
import type { RowRules } from './row-rules.ts'

const remedy = 'Write all numbers of the file one way, as 1234.56, without a currency sign'
const marks: readonly DecimalMark[] = ['point', 'comma']

/** Checks the number cells of every row and narrows down whether the file writes a decimal point or a decimal comma. */
export class NumberCheck<C extends string> {
  readonly mark: Readings<DecimalMark>
  readonly #file: string
  readonly #columns: readonly (readonly [C, number])[]
  readonly #optional: ReadonlySet<C>
  readonly #total: readonly [C, C, C] | undefined
  readonly #at: FileHeader<C>['at']

  constructor(file: string, header: FileHeader<C>, rules: RowRules<C>) {
    this.#file = file
    this.#at = header.at
    this.#optional = rules.optionalNumbers
    this.#total = rules.total
    this.#columns = rules.numbers.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.mark = new Readings(file, 'numbers', marks as [DecimalMark, DecimalMark])
  }

  /** Throws ImportRefused. */
  check(cells: readonly string[], line: number): void {
    for (const [column, at] of this.#columns) {
      const value = cells[at] as string
      if (value === '' && this.#optional.has(column)) continue
      const point = this.mark.first ? numberCell(value, 'point') : undefined
      const comma = this.mark.second ? numberCell(value, 'comma') : undefined
      if (point !== undefined && (!this.mark.second || point === comma)) continue
      if (comma !== undefined && !this.mark.first) continue
      this.#narrow(point, comma, line, column, value)
    }
    if (this.mark.first) this.#checkTotal(cells, line, 'point')
    if (this.mark.second) this.#checkTotal(cells, line, 'comma')
  }

  #narrow(point: string | undefined, comma: string | undefined, line: number, column: C, value: string): void {
    const place = {
      line,
      column,
      value,
      problem: value.trim() === '' ? 'a number is missing' : 'this is no number',
      remedy,
    }
    if (point !== undefined && comma !== undefined) {
      this.mark.differs({ ...place, problem: 'decimal point and decimal comma cannot be told apart in the whole file' })
      return
    }
    if (numberCell(value, 'point') === undefined && numberCell(value, 'comma') === undefined)
      throw new ImportRefused({ file: this.#file, ...place })
    this.mark.exclude(point === undefined ? 'point' : 'comma', place)
  }

  /** To the last digit. */
  #checkTotal(cells: readonly string[], line: number, mark: DecimalMark): void {
    if (!this.#total) return
    const [subtotalColumn, taxColumn, totalColumn] = this.#total
    const [subtotalCell, taxCell, totalCell] = [this.#at[subtotalColumn], this.#at[taxColumn], this.#at[totalColumn]]
    const subtotal = numberCell(cells[subtotalCell] as string, mark)
    const tax = numberCell(cells[taxCell] as string, mark)
    const total = numberCell(cells[totalCell] as string, mark)
    if (subtotal === undefined || tax === undefined || total === undefined) return
    if (total === subtotal && (tax === '0' || tax === '0.00')) return
    if (decimal(subtotal).plus(decimal(tax)).eq(decimal(total))) return
    const problem = `${totalColumn} is not ${subtotalColumn} (${cells[subtotalCell]}) + ${taxColumn} (${cells[taxCell]})`
    this.mark.exclude(mark, {
      line,
      column: totalColumn,
      value: cells[totalCell] as string,
      problem,
      remedy: 'Download the file from Partner Center again: a cell was changed',
    })
  }
}

import { ImportRefused } from '../ledger/importing.ts'
import { decimal } from '../values/decimal.ts'
import type { Column } from './columns.ts'
import { type DecimalMark, numberCell } from './number-cell.ts'
import { Readings } from './readings.ts'
import type { ReconciliationHeader } from './reconciliation-header.ts'

const numbers: readonly Column[] = [
  'UnitPrice',
  'Quantity',
  'Subtotal',
  'TaxTotal',
  'Total',
  'EffectiveUnitPrice',
  'BillableQuantity',
  'PCToBCExchangeRate',
]
const remedy = 'Write all numbers of the file one way, as 1234.56, without a currency sign'
const marks: readonly DecimalMark[] = ['point', 'comma']

/** Checks the number cells of every row and narrows down whether the file writes a decimal point or a decimal comma. */
export class NumberCheck {
  readonly mark: Readings<DecimalMark>
  readonly #file: string
  readonly #columns: readonly (readonly [Column, number])[]
  readonly #at: ReconciliationHeader['at']

  constructor(file: string, header: ReconciliationHeader) {
    this.#file = file
    this.#at = header.at
    this.#columns = numbers.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.mark = new Readings(file, 'numbers', marks as [DecimalMark, DecimalMark])
  }

  /** Throws ImportRefused. */
  check(cells: readonly string[], line: number): void {
    for (const [column, at] of this.#columns) {
      const value = cells[at] as string
      if (value === '' && column === 'PCToBCExchangeRate') continue
      const point = this.mark.first ? numberCell(value, 'point') : undefined
      const comma = this.mark.second ? numberCell(value, 'comma') : undefined
      if (point !== undefined && (!this.mark.second || point === comma)) continue
      if (comma !== undefined && !this.mark.first) continue
      this.#narrow(point, comma, line, column, value)
    }
    if (this.mark.first) this.#checkTotal(cells, line, 'point')
    if (this.mark.second) this.#checkTotal(cells, line, 'comma')
  }

  #narrow(point: string | undefined, comma: string | undefined, line: number, column: Column, value: string): void {
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

  /** Total = Subtotal + TaxTotal (Partner Center docs, modern-invoice-reconciliation-file), to the last digit. */
  #checkTotal(cells: readonly string[], line: number, mark: DecimalMark): void {
    const subtotal = numberCell(cells[this.#at.Subtotal] as string, mark)
    const tax = numberCell(cells[this.#at.TaxTotal] as string, mark)
    const total = numberCell(cells[this.#at.Total] as string, mark)
    if (subtotal === undefined || tax === undefined || total === undefined) return
    if (total === subtotal && (tax === '0' || tax === '0.00')) return
    if (decimal(subtotal).plus(decimal(tax)).eq(decimal(total))) return
    const problem = `Total is not Subtotal (${cells[this.#at.Subtotal]}) + TaxTotal (${cells[this.#at.TaxTotal]})`
    this.mark.exclude(mark, {
      line,
      column: 'Total',
      value: cells[this.#at.Total] as string,
      problem,
      remedy: 'Download the file from Partner Center again: a cell was changed',
    })
  }
}

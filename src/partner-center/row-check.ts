import { ImportRefused } from '../ledger/importing.ts'
import { currency } from '../values/currency.ts'
import { isKnownChargeType } from './charge-type.ts'
import { DateCheck } from './date-check.ts'
import type { FileHeader } from './layout.ts'
import { roundedBySpreadsheet } from './number-cell.ts'
import { NumberCheck } from './number-check.ts'
import { type RowOwner, RowOwners } from './row-owners.ts'
import type { RowRules } from './row-rules.ts'

const remedy = 'Download the file from Partner Center again and import it as it is, without opening it in a spreadsheet'

/**
 * Checks every row of a file once, without building anything: this runs a million times. What it cannot know before the last row,
 * such as the order of day and month, it narrows row by row.
 */
export class RowCheck<C extends string> {
  readonly owners: RowOwners<C>
  readonly dates: DateCheck<C>
  readonly numbers: NumberCheck<C>
  readonly unknownChargeTypes = new Set<string>()
  lines = 0
  readonly #file: string
  readonly #header: FileHeader<C>
  readonly #rules: RowRules<C>
  readonly #ids: readonly (readonly [C, number])[]
  readonly #currencies = new Set([''])

  constructor(file: string, header: FileHeader<C>, rules: RowRules<C>) {
    this.#file = file
    this.#header = header
    this.#rules = rules
    this.#ids = rules.ids.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.owners = new RowOwners(file, header, rules.owner)
    this.dates = new DateCheck(file, header, rules)
    this.numbers = new NumberCheck(file, header, rules)
  }

  /** Checks a row and says whose it is; undefined for an empty row. Throws ImportRefused. */
  check(cells: readonly string[], line: number): RowOwner | undefined {
    if (cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')) return undefined
    if (cells.length !== this.#header.width) {
      const problem = `this row has ${cells.length} cells and the header has ${this.#header.width}: the file is cut off or was changed`
      throw new ImportRefused({ file: this.#file, line, problem, remedy })
    }
    this.lines++
    const owner = this.owners.ownerOf(cells, line)
    this.#checkTexts(cells, line)
    this.dates.check(cells, line)
    this.numbers.check(cells, line)
    const [ordered, starts] = this.#rules.told
    const { at } = this.#header
    owner.tally.add(this.dates.cellOf(cells[at[ordered]] ?? ''), this.dates.cellOf(cells[at[starts]] ?? ''))
    return owner
  }

  #checkTexts(cells: readonly string[], line: number): void {
    const { at } = this.#header
    for (const column of this.#rules.needed) {
      if ((cells[at[column]] as string).trim() === '') this.#refuse(line, column, '', 'this cell is empty')
    }
    for (const [column, position] of this.#ids) {
      const id = cells[position] as string
      if (id !== '' && roundedBySpreadsheet(id))
        this.#refuse(line, column, id, 'a spreadsheet has rounded this number and its last digits are lost')
    }
    const { chargeType, pricingCurrency } = this.#rules
    const type = chargeType && (cells[at[chargeType]] as string)
    if (type && !isKnownChargeType(type)) this.unknownChargeTypes.add(type)
    this.#checkPricingCurrency(cells[at[pricingCurrency]] ?? '', line)
  }

  #checkPricingCurrency(code: string, line: number): void {
    if (this.#currencies.has(code)) return
    try {
      currency(code)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#refuse(line, this.#rules.pricingCurrency, code, error.message)
    }
    this.#currencies.add(code)
  }

  #refuse(line: number, column: C, value: string, problem: string): never {
    throw new ImportRefused({ file: this.#file, line, column, value, problem, remedy })
  }
}

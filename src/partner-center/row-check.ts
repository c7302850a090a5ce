import { ImportRefused } from '../ledger/importing.ts'
import { currency } from '../values/currency.ts'
import { isKnownChargeType } from './charge-type.ts'
import type { Column } from './columns.ts'
import { DateCheck } from './date-check.ts'
import { roundedBySpreadsheet } from './number-cell.ts'
import { NumberCheck } from './number-check.ts'
import type { ReconciliationHeader } from './reconciliation-header.ts'
import { type RowOwner, RowOwners } from './row-owners.ts'

const remedy = 'Download the file from Partner Center again and import it as it is, without opening it in a spreadsheet'
const needed: readonly Column[] = ['OrderDate', 'ProductId', 'ChargeType']
const ids: readonly Column[] = [
  'InvoiceNumber',
  'MpnId',
  'ResellerMpnId',
  'OrderId',
  'ProductId',
  'SubscriptionId',
  'PublisherId',
  'AlternateId',
  'ReservationOrderId',
  'ReferenceId',
]

/**
 * Checks every row of a file once, without building anything: this runs a million times. What it cannot know before the last row,
 * such as the order of day and month, it narrows row by row.
 */
export class RowCheck {
  readonly owners: RowOwners
  readonly dates: DateCheck
  readonly numbers: NumberCheck
  readonly unknownChargeTypes = new Set<string>()
  lines = 0
  readonly #file: string
  readonly #header: ReconciliationHeader
  readonly #ids: readonly (readonly [Column, number])[]
  readonly #currencies = new Set([''])

  constructor(file: string, header: ReconciliationHeader) {
    this.#file = file
    this.#header = header
    this.#ids = ids.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.owners = new RowOwners(file, header)
    this.dates = new DateCheck(file, header)
    this.numbers = new NumberCheck(file, header)
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
    const { OrderDate, ChargeStartDate } = this.#header.at
    owner.tally.add(this.dates.cellOf(cells[OrderDate] as string), this.dates.cellOf(cells[ChargeStartDate] as string))
    return owner
  }

  #checkTexts(cells: readonly string[], line: number): void {
    const { at } = this.#header
    for (const column of needed) {
      if ((cells[at[column]] as string).trim() === '') this.#refuse(line, column, '', 'this cell is empty')
    }
    for (const [column, position] of this.#ids) {
      const id = cells[position] as string
      if (id !== '' && roundedBySpreadsheet(id))
        this.#refuse(line, column, id, 'a spreadsheet has rounded this number and its last digits are lost')
    }
    const type = cells[at.ChargeType] as string
    if (!isKnownChargeType(type)) this.unknownChargeTypes.add(type)
    this.#checkPricingCurrency(cells[at.PricingCurrency] ?? '', line)
  }

  #checkPricingCurrency(code: string, line: number): void {
    if (this.#currencies.has(code)) return
    try {
      currency(code)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#refuse(line, 'PricingCurrency', code, error.message)
    }
    this.#currencies.add(code)
  }

  #refuse(line: number, column: Column, value: string, problem: string): never {
    throw new ImportRefused({ file: this.#file, line, column, value, problem, remedy })
  }
}

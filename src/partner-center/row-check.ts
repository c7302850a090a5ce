import { ImportRefused } from '../ledger/importing.ts'
import { currency } from '../values/currency.ts'
import { type CustomerId, type PartnerId, tenantId } from '../values/ids.ts'
import { isKnownChargeType } from './charge-type.ts'
import type { Column } from './columns.ts'
import { DateCheck } from './date-check.ts'
import { InvoiceTally } from './invoice-tally.ts'
import { roundedBySpreadsheet } from './number-cell.ts'
import { NumberCheck } from './number-check.ts'
import type { ReconciliationHeader } from './reconciliation-header.ts'

const downloadAgain =
  'Download the file from Partner Center again and import it as it is, without opening it in a spreadsheet'
const needed: readonly Column[] = ['InvoiceNumber', 'OrderDate', 'ProductId', 'ChargeType']
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

/** Whose row it is. */
export type RowOwner = { readonly customer: CustomerId; readonly invoice: string }

/**
 * Checks every row of a file once, without building anything: this runs a million times. What it cannot know before the last row,
 * such as the order of day and month, it narrows row by row.
 */
export class RowCheck {
  readonly dates: DateCheck
  readonly numbers: NumberCheck
  /** By partner and invoice number. */
  readonly invoices = new Map<string, InvoiceTally>()
  readonly unknownChargeTypes = new Set<string>()
  lines = 0
  readonly #file: string
  readonly #header: ReconciliationHeader
  readonly #ids: readonly (readonly [Column, number])[]
  readonly #tenants = new Map<string, string>()
  readonly #currencies = new Map<string, string>()

  constructor(file: string, header: ReconciliationHeader) {
    this.#file = file
    this.#header = header
    this.#ids = ids.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.dates = new DateCheck(file, header)
    this.numbers = new NumberCheck(file, header)
  }

  /** Checks a row and says whose it is; undefined for an empty row. Throws ImportRefused. */
  check(cells: readonly string[], line: number): RowOwner | undefined {
    if (cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')) return undefined
    if (cells.length !== this.#header.width) {
      const problem = `this row has ${cells.length} cells and the header has ${this.#header.width}`
      throw new ImportRefused({
        file: this.#file,
        line,
        problem,
        remedy: `The file is cut off or was changed. ${downloadAgain}`,
      })
    }
    this.lines++
    const partner = this.#tenant(cells, 'PartnerId', line)
    const customer = `${partner}.${this.#tenant(cells, 'CustomerId', line)}` as CustomerId
    this.#checkTexts(cells, line)
    this.dates.check(cells, line)
    this.numbers.check(cells, line)
    const invoice = this.#cell(cells, 'InvoiceNumber').trim().toUpperCase()
    this.#tally(cells, line, partner as PartnerId, invoice).add(
      customer,
      this.dates.cellOf(this.#cell(cells, 'OrderDate')),
      this.dates.cellOf(this.#cell(cells, 'ChargeStartDate')),
    )
    return { customer, invoice }
  }

  #cell(cells: readonly string[], column: Column): string {
    return cells[this.#header.at[column]] ?? ''
  }

  #refuse(line: number, column: Column, value: string, problem: string, cause?: unknown): never {
    throw new ImportRefused({ file: this.#file, line, column, value, problem, remedy: downloadAgain }, { cause })
  }

  /** Reads a cell and remembers the answer: a file holds few tenants and currencies, each many times. */
  #read(
    known: Map<string, string>,
    read: (text: string) => string,
    cells: readonly string[],
    column: Column,
    line: number,
  ): string {
    const text = this.#cell(cells, column)
    let value = known.get(text)
    if (value !== undefined) return value
    try {
      value = read(text.replace(/^'/, ''))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return this.#refuse(line, column, text, error.message, error)
    }
    known.set(text, value)
    return value
  }

  #tenant(cells: readonly string[], column: 'PartnerId' | 'CustomerId', line: number): string {
    return this.#read(this.#tenants, tenantId, cells, column, line)
  }

  #checkTexts(cells: readonly string[], line: number): void {
    for (const column of needed) {
      if (this.#cell(cells, column).trim() === '') this.#refuse(line, column, '', 'this cell is empty')
    }
    for (const [column, at] of this.#ids) {
      const id = cells[at] as string
      if (id !== '' && roundedBySpreadsheet(id))
        this.#refuse(line, column, id, 'a spreadsheet has rounded this number and its last digits are lost')
    }
    const type = this.#cell(cells, 'ChargeType').trim()
    if (!isKnownChargeType(type)) this.unknownChargeTypes.add(type)
    if (this.#cell(cells, 'PricingCurrency') !== '')
      this.#read(this.#currencies, currency, cells, 'PricingCurrency', line)
  }

  #tally(cells: readonly string[], line: number, partner: PartnerId, invoice: string): InvoiceTally {
    const code = this.#read(this.#currencies, currency, cells, 'Currency', line) as ReturnType<typeof currency>
    const key = `${partner}.${invoice}`
    const tally = this.invoices.get(key) ?? new InvoiceTally(partner, invoice, code)
    if (tally.lines === 0) this.invoices.set(key, tally)
    if (tally.currency === code) return tally
    return this.#refuse(
      line,
      'Currency',
      code,
      `an invoice has one currency, and ${invoice} has ${tally.currency} in the rows before`,
    )
  }
}

import { ImportRefused } from '../ledger/importing.ts'
import { currency } from '../values/currency.ts'
import { type CustomerId, partnerId, tenantId } from '../values/ids.ts'
import { InvoiceTally } from './invoice-tally.ts'
import type { FileHeader } from './layout.ts'
import type { RowRules } from './row-rules.ts'

/** Whose row it is. */
export type RowOwner = { readonly key: string; readonly customer: CustomerId; readonly tally: InvoiceTally }

type Seen = RowOwner & { readonly partner: string; readonly currency: string }

const remedy = 'Download the file from Partner Center again and import it as it is'

/** The customers and supplier invoices of a file. A file holds few of them, each in many rows, so what a row's cells mean is remembered. */
export class RowOwners<C extends string> {
  /** By partner and invoice number. */
  readonly invoices = new Map<string, InvoiceTally>()
  readonly #file: string
  readonly #columns: RowRules<C>['owner']
  readonly #at: FileHeader<C>['at']
  readonly #partner: number
  readonly #customer: number
  readonly #invoice: number
  readonly #currency: number
  /** By the cells CustomerId and InvoiceNumber as written. */
  readonly #seen = new Map<string, Map<string, Seen>>()

  constructor(file: string, { at }: FileHeader<C>, columns: RowRules<C>['owner']) {
    this.#file = file
    this.#at = at
    this.#columns = columns
    this.#partner = at[columns.partner]
    this.#customer = at[columns.customer]
    this.#invoice = at[columns.invoice]
    this.#currency = at[columns.currency]
  }

  /** Throws ImportRefused. */
  ownerOf(cells: readonly string[], line: number): RowOwner {
    const customer = cells[this.#customer] as string
    const invoice = cells[this.#invoice] as string
    const seen = this.#seen.get(customer)?.get(invoice)
    if (seen && seen.partner === cells[this.#partner] && seen.currency === cells[this.#currency]) return seen
    const fresh = this.#read(cells, line)
    const byInvoice = this.#seen.get(customer) ?? new Map<string, Seen>()
    this.#seen.set(customer, byInvoice.set(invoice, fresh))
    return fresh
  }

  #read(cells: readonly string[], line: number): Seen {
    const {
      partner: partnerColumn,
      customer: customerColumn,
      invoice: invoiceColumn,
      currency: currencyColumn,
    } = this.#columns
    const read = <T>(column: C, of: (text: string) => T) => this.#cell(cells, column, line, of)
    const partner = read(partnerColumn, partnerId)
    const customer = `${partner}.${read(customerColumn, tenantId)}` as CustomerId
    const number = read(invoiceColumn, invoiceNumber)
    const code = read(currencyColumn, currency)
    const tally = this.invoices.get(`${partner}.${number}`) ?? new InvoiceTally(partner, number, code)
    this.invoices.set(`${partner}.${number}`, tally)
    tally.customers.add(customer)
    if (tally.currency !== code) {
      const problem = `an invoice has one currency, and ${number} has ${tally.currency} in the rows before`
      throw new ImportRefused({ file: this.#file, line, column: currencyColumn, value: code, problem, remedy })
    }
    const key = `${customer}|${number}`
    return { key, customer, tally, partner: cells[this.#partner] as string, currency: cells[this.#currency] as string }
  }

  #cell<T>(cells: readonly string[], column: C, line: number, of: (text: string) => T): T {
    const value = cells[this.#at[column]] as string
    try {
      return of(value.replace(/^'/, ''))
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause
      throw new ImportRefused({ file: this.#file, line, column, value, problem: cause.message, remedy }, { cause })
    }
  }
}

function invoiceNumber(text: string): string {
  const number = text.trim().toUpperCase()
  if (number === '' || number.includes('|')) throw new RangeError('this is no invoice number')
  return number
}

import { ImportRefused } from '../ledger/importing.ts'
import { currency } from '../values/currency.ts'
import { type CustomerId, partnerId, tenantId } from '../values/ids.ts'
import type { Column } from './columns.ts'
import { InvoiceTally } from './invoice-tally.ts'
import type { ReconciliationHeader } from './reconciliation-header.ts'

/** Whose row it is. */
export type RowOwner = { readonly key: string; readonly customer: CustomerId; readonly tally: InvoiceTally }

type Seen = RowOwner & { readonly partner: string; readonly currency: string }

const remedy = 'Download the file from Partner Center again and import it as it is'

/** The customers and supplier invoices of a file. A file holds few of them, each in many rows, so what a row's cells mean is remembered. */
export class RowOwners {
  /** By partner and invoice number. */
  readonly invoices = new Map<string, InvoiceTally>()
  readonly #file: string
  readonly #at: ReconciliationHeader['at']
  /** By the cells CustomerId and InvoiceNumber as written. */
  readonly #seen = new Map<string, Map<string, Seen>>()

  constructor(file: string, header: ReconciliationHeader) {
    this.#file = file
    this.#at = header.at
  }

  /** Throws ImportRefused. */
  ownerOf(cells: readonly string[], line: number): RowOwner {
    const customer = cells[this.#at.CustomerId] as string
    const invoice = cells[this.#at.InvoiceNumber] as string
    const seen = this.#seen.get(customer)?.get(invoice)
    if (seen && seen.partner === cells[this.#at.PartnerId] && seen.currency === cells[this.#at.Currency]) return seen
    const fresh = this.#read(cells, line)
    const byInvoice = this.#seen.get(customer) ?? new Map<string, Seen>()
    this.#seen.set(customer, byInvoice.set(invoice, fresh))
    return fresh
  }

  #read(cells: readonly string[], line: number): Seen {
    const read = <T>(column: Column, of: (text: string) => T) => this.#cell(cells, column, line, of)
    const partner = read('PartnerId', partnerId)
    const customer = `${partner}.${read('CustomerId', tenantId)}` as CustomerId
    const number = read('InvoiceNumber', invoiceNumber)
    const code = read('Currency', currency)
    const tally = this.invoices.get(`${partner}.${number}`) ?? new InvoiceTally(partner, number, code)
    this.invoices.set(`${partner}.${number}`, tally)
    tally.customers.add(customer)
    if (tally.currency !== code) {
      const problem = `an invoice has one currency, and ${number} has ${tally.currency} in the rows before`
      throw new ImportRefused({ file: this.#file, line, column: 'Currency', value: code, problem, remedy })
    }
    const asWritten = (column: Column) => cells[this.#at[column]] as string
    const key = `${customer}|${number}`
    return { key, customer, tally, partner: asWritten('PartnerId'), currency: asWritten('Currency') }
  }

  #cell<T>(cells: readonly string[], column: Column, line: number, of: (text: string) => T): T {
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

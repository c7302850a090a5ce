import type { Currency } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import type { CustomerId, PartnerId } from '../values/ids.ts'
import { monthOf, type Period } from '../values/period.ts'
import type { DateCell } from './date-cell.ts'

/** What is known of one supplier invoice once all rows have passed. */
export class InvoiceTally {
  lines = 0
  readonly customers = new Set<CustomerId>()
  readonly partner: PartnerId
  readonly number: string
  readonly currency: Currency
  #latest = { monthFirst: '' as Day, dayFirst: '' as Day }

  constructor(partner: PartnerId, number: string, currency: Currency) {
    this.partner = partner
    this.number = number
    this.currency = currency
  }

  /** Counts a line that was ordered and starts on these days. */
  add(ordered: DateCell, starts: DateCell): void {
    this.lines++
    this.#see(ordered)
    if (starts !== ordered) this.#see(starts)
  }

  #see(day: DateCell): void {
    if (day === 'none') return
    if (day.monthFirst && day.monthFirst > this.#latest.monthFirst) this.#latest.monthFirst = day.monthFirst
    if (day.dayFirst && day.dayFirst > this.#latest.dayFirst) this.#latest.dayFirst = day.dayFirst
  }

  /**
   * The calendar month that the invoice bills (Partner Center docs, billing-basics): the file does not say it, so it is the latest
   * month in which a charge of it starts or was ordered. Corrections of earlier months do not move it.
   */
  period(order: 'monthFirst' | 'dayFirst'): Period {
    return monthOf(this.#latest[order])
  }
}

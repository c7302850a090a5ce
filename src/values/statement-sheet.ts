import type { Day } from './day.ts'
import type { Language } from './language.ts'

export type Labelled = { readonly label: string; readonly value: string }

/**
 * A billing statement as it is printed: words and figures as its reader reads them, nothing left to compute. Made in `answers/`,
 * laid out in `formats/pdf/` and on the page of a link.
 */
export type StatementSheet = {
  readonly language: Language
  /** The day on which it says how the bill stands. */
  readonly asOf: Day
  readonly title: string
  /** That it is no tax document, and who issues that. */
  readonly notice: string
  readonly partner: { readonly name: string; readonly contact: readonly string[] }
  readonly customer: { readonly name: string; readonly taxNumber?: string }
  /** Number, period, dates, how it stands. */
  readonly details: readonly Labelled[]
  readonly columns: Readonly<Record<'product' | 'quantity' | 'unitPrice' | 'net', string>>
  readonly lines: readonly StatementLine[]
  /** Net, tax by rate, total, what was paid, what is open. `strong` are the ones to look at. */
  readonly sums: readonly (Labelled & { readonly strong?: boolean })[]
  readonly remarks: readonly string[]
  readonly payment?: StatementPayment
  readonly pageOf: (page: number, pages: number) => string
}

/** What of it can go to another thread. */
export type PlainSheet = Omit<StatementSheet, 'pageOf'>

export type StatementLine = {
  readonly product: string
  /** What kind of charge, and for which days. */
  readonly detail: string
  readonly quantity: string
  readonly unitPrice: string
  readonly net: string
}

export type StatementPayment = {
  readonly title: string
  /** What to pay, and the reference to give. */
  readonly rows: readonly Labelled[]
  readonly codes: readonly {
    readonly method: string
    /** Account, key, holder: as the partner wrote them. */
    readonly rows: readonly Labelled[]
    /** What to do with it. */
    readonly caption: string
    /** The content of the QR code. */
    readonly payload: string
    /** Where people paste the content instead of scanning it: what that is called. */
    readonly paste?: string
  }[]
}

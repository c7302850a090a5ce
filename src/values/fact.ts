import type { Currency } from './currency.ts'
import type { Day, Instant } from './day.ts'
import type { Money } from './money.ts'
import type { Period } from './period.ts'

/** Where a value comes from, so that anybody can look it up. */
export type Source =
  /** A record of ours; `file` and `line` are set when it came in by an import. `line` counts the record's own lines from 1. */
  | {
      readonly type: 'record'
      readonly record: string
      readonly id: string
      readonly field: string
      readonly line?: number
      readonly import?: string
    }
  /** Computed by a named rule from other sources: `"sum of open invoices"`. */
  | { readonly type: 'computed'; readonly rule: string; readonly from: readonly Source[] }
  /** Set by the partner in its configuration, for example the support offering. */
  | { readonly type: 'configured'; readonly setting: string }
  /** The person said so in this conversation; repeated, never confirmed. */
  | { readonly type: 'asked' }
  /** The clock: what day it is for the customer. */
  | { readonly type: 'clock' }

export type FactValue =
  | { readonly type: 'money'; readonly money: Money }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'instant'; readonly instant: Instant; readonly timeZone: string }
  | { readonly type: 'period'; readonly period: Period }
  | { readonly type: 'count'; readonly count: number }
  /** An exact decimal in plain notation: a unit price, a quantity, an exchange rate. */
  | { readonly type: 'decimal'; readonly decimal: string }
  /** What one unit costs, with more digits than the currency has: an exact decimal in plain notation. */
  | { readonly type: 'price'; readonly price: string; readonly currency: Currency }
  /** `"23"` is 23 %. */
  | { readonly type: 'percent'; readonly percent: string }
  /** A name, a document number, a product: shown as it is in every language. */
  | { readonly type: 'text'; readonly text: string }
  /** One word of a closed list that the catalogue translates: `invoice.status.overdue`. */
  | { readonly type: 'term'; readonly term: string }

/** A value with its source. Whatever a person reads in an answer is a fact or a fixed word of the catalogue. */
export type Fact = { readonly value: FactValue; readonly source: Source }
export type Facts = Readonly<Record<string, Fact>>

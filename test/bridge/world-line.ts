import type { Day } from '../oracle/calendar.ts'
import type { Rational } from '../oracle/rational.ts'
import type { Item, Meter } from './catalogue.ts'

export type Term = 'P1M' | 'P1Y' | 'P3Y'
export type Billing = 'Monthly' | 'Annual' | ''

/** A price reduction and how Microsoft's file shows it: by an id, by a text, by both, or not at all. */
export type Promotion = { readonly percent: number; readonly id?: string; readonly text?: string }

/** What a subscription's price depends on. `level` counts changes of its list price. */
export type Terms = {
  readonly item: Item
  readonly term: Term
  readonly billing: Billing
  readonly level: number
  readonly promotion?: Promotion
}

/** One billing cycle of a subscription as it was in the end: changes of its first day are in it. */
export type Cycle = {
  readonly chain: string
  readonly subscription: string
  readonly from: Day
  readonly to: Day
  readonly month: string
  readonly begins: string
  seats: number
  terms: Terms
}

/** Why a line is in the file: what really happened. */
export type Cause =
  | { readonly role: 'cycle'; readonly cycle: Cycle }
  | { readonly role: 'movement'; readonly chain: string; readonly as: 'partial-period' | 'plan' | 'product-ended' }
  | { readonly role: 'one-off' }
  | { readonly role: 'credit'; readonly chain: string; readonly reason: string }
  | { readonly role: 'correction'; readonly chain: string }
  | { readonly role: 'usage'; readonly chain: string; readonly meter: Meter; readonly level: number }

/** One line of Microsoft's file. Amounts in minor units, negative for what is given back. */
export type WorldLine = {
  readonly month: string
  readonly customer: string
  readonly cause: Cause
  readonly type: string
  readonly item: Item
  readonly subscription: string
  readonly order: string
  readonly ordered: Day
  readonly from: Day
  readonly to: Day | ''
  readonly quantity: Rational
  readonly unitPrice: Rational
  readonly effective: Rational
  readonly subtotal: bigint
  readonly tax: bigint
  readonly term?: { readonly of: Term; readonly from: Day; readonly to: Day }
  readonly billing: Billing
  readonly promotion?: Promotion
  readonly trial?: boolean
  readonly rate?: Rational
  readonly meter?: Meter
  readonly reason?: string
  readonly reference: string
}

/** Seats that went from one subscription to a new one, in mid-cycle or on its first day. */
export type Upgrade = {
  readonly from: string
  readonly to: string
  readonly day: Day
  readonly month: string
  readonly seats: number
}
/** A change between monthly and annual billing. */
export type PlanChange = { readonly chain: string; readonly day: Day; readonly month: string }

export type World = {
  readonly seed: number
  readonly currency: string
  readonly partner: string
  readonly customers: readonly string[]
  readonly months: readonly string[]
  readonly lines: readonly WorldLine[]
  readonly cycles: readonly Cycle[]
  readonly upgrades: readonly Upgrade[]
  readonly planChanges: readonly PlanChange[]
  /** Subscription id to the subscription that it carries on; itself for most. */
  readonly chainOf: ReadonlyMap<string, string>
  /** How many events happened: changes, purchases, endings, credits, corrections. */
  readonly events: number
}

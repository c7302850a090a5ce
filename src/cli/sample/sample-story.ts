import type { SampleProductName } from './sample-products.ts'

/** A day told from the sample's last month: `[2, 20]` is the 20th two months before it (or that month's last day). */
export type When = readonly [monthsBefore: number, day: number]

export type SeatChange =
  | { readonly kind: 'seats'; readonly on: When; readonly to: number }
  /** A full upgrade into another product; the subscription stays the same one. */
  | { readonly kind: 'upgrade'; readonly on: When; readonly into: SampleProductName }
  /** A partial upgrade: some seats move to another product under a new subscription. */
  | { readonly kind: 'split'; readonly on: When; readonly into: SampleProductName; readonly seats: number }
  | { readonly kind: 'cancel'; readonly on: When }

/** One subscription to seats, from its purchase on. */
export type SeatStory = {
  readonly product: SampleProductName
  readonly seats: number
  readonly bought: When
  /** `month`: a monthly term. `year`: an annual term billed monthly. `prepaid`: an annual term paid at once. */
  readonly plan: 'month' | 'year' | 'prepaid'
  readonly changes?: readonly SeatChange[]
  /** Percent off until the month `until` (told as in When), that one included. */
  readonly promotion?: { readonly id: string; readonly percent: number; readonly until: number }
  /** Free for the first cycle, then converted to a paid one. */
  readonly trial?: true
}

/** An Azure plan: usage every month. `credit` is what Microsoft gives back in that month. */
export type AzureStory = {
  readonly size: number
  readonly credit?: { readonly monthsBefore: number; readonly amount: string }
}

/** How a customer pays: days after the due date (negative before it), and what it leaves out. Months as in When. */
export type PaymentHabit = {
  readonly days: number
  /** Bills of these months are paid to this percentage. */
  readonly partly?: { readonly monthsBefore: number; readonly percent: number }
  /** Bills of this month and of all after it are not paid. */
  readonly missingFrom?: number
  /** The bill of this month is paid with a reference that names no bill. */
  readonly unreferenced?: number
}

export type SampleStory = {
  readonly seats: readonly SeatStory[]
  readonly azure?: AzureStory
  readonly pays: PaymentHabit
}

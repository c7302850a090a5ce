import type { Day } from '../../values/day.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { roundTo } from '../../values/rounding.ts'

/** What tells one line of Microsoft's file from another; the rest follows from the customer and the month. */
export type SampleLine = {
  readonly product: {
    readonly productId: string
    readonly skuId: string
    readonly availabilityId: string
    readonly name: string
  }
  readonly chargeType: string
  readonly subscription: string
  readonly order: string
  /** The event that refund and charge share. */
  readonly event: string
  readonly orderDate: Day
  readonly from: Day
  readonly to: Day
  readonly term: { readonly from: Day; readonly to: Day; readonly words: string } | undefined
  readonly frequency: 'Monthly' | ''
  readonly unitPrice: Decimal
  /** Negative in a refund. */
  readonly effectivePrice: Decimal
  readonly quantity: Decimal
  readonly subtotal: Decimal
  readonly adjustment?: string
  readonly promotion?: string
  readonly trial?: true
  readonly meter?: { readonly name: string; readonly unit: string }
  /** Priced in US dollars at this rate. */
  readonly exchange?: { readonly rate: Decimal; readonly date: Day }
  readonly creditReason?: string
}

/** Rule A for seats: the price of one, rounded down, times the seats (Partner Center docs, common-billing-scenarios). */
export const seatsTotal = (price: Decimal, quantity: Decimal): Decimal => roundTo(price, 2, 'down').times(quantity)

/** Rule B, by which Microsoft bills seat changes: all seats for the days that are left, rounded down once. */
export const changeTotal = (price: Decimal, quantity: Decimal, days: number, of: number): Decimal =>
  roundTo(price.times(quantity).times(days).div(of), 2, 'down')

/** Eighteen digits, as the files print a price that does not end. */
export const printedPrice = (price: Decimal): Decimal => roundTo(price, 18, 'down')

export const whole = (quantity: number): Decimal => decimal(quantity)

import { after, type Day, daysBetween, daysOfMonth, monthAfter } from './calendar.ts'
import { down, ratio, rational, times } from './rational.ts'

/** The first `count` columns of one row, by name; what is left out is an empty cell. */
export type Cells = Record<string, string>
export type Pick = (below: number) => number

/** The same numbers for the same seed: a linear congruential generator is random enough to vary cases. */
export function pickFrom(seed: number): Pick {
  let state = BigInt(seed)
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
    return Number((state >> 33n) % BigInt(below))
  }
}

export const invented = {
  partner: '11111111-1111-4111-8111-111111111111',
  products: [
    { product: 'CFQ7TTC0AAAA', sku: '0001', name: 'Invented Basic', parts: ['9.36'] },
    { product: 'CFQ7TTC0AAAA', sku: '0002', name: 'Invented Plus', parts: ['16.479'] },
    { product: 'CFQ7TTC0BBBB', sku: '0001', name: 'Invented Suite', parts: ['40.32', '4.88'] },
    { product: 'CFQ7TTC0CCCC', sku: '000X', name: 'Invented Voice', parts: ['0.415'] },
  ],
}

const usDate = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`
const id = (pick: Pick): string =>
  `${'x'.repeat(8)}-xxxx-4xxx-8xxx-${'x'.repeat(12)}`.replace(/x/g, () => pick(16).toString(16))

type Seats = {
  readonly customer: string
  readonly product: (typeof invented.products)[number]
  readonly subscription: string
  readonly bought: Day
  readonly yearly: boolean
}
type Span = { readonly from: Day; readonly to: Day; readonly billed: number; readonly of: number }

function lines(
  seats: Seats,
  type: string,
  span: Span,
  quantity: number,
  event: { order: string; ref: string },
): Cells[] {
  const { product, bought } = seats
  const ends = `${Number(bought.slice(0, 4)) + 1}${bought.slice(4)}`
  return product.parts.map((price) => {
    const unit = times(rational(price), ratio(seats.yearly ? 12n : 1n, 1n))
    const effective = times(unit, ratio(BigInt(span.billed), BigInt(span.of)))
    const cents = down(times(effective, ratio(BigInt(quantity), 1n)), 2)
    const text = decimalText(cents, 2)
    return {
      PartnerId: invented.partner,
      CustomerId: seats.customer,
      OrderId: event.order,
      OrderDate: usDate(span.from),
      ProductId: product.product,
      SkuId: product.sku,
      AvailabilityId: 'CFQ7TTC0ZZZZ',
      SkuName: product.name,
      ProductName: product.name,
      ChargeType: type,
      UnitPrice: decimalText(down(unit, 6), 6),
      Quantity: String(Math.abs(quantity)),
      Subtotal: text,
      TaxTotal: '0',
      Total: text,
      Currency: 'EUR',
      PublisherName: 'Microsoft Corporation',
      SubscriptionDescription: product.name,
      SubscriptionId: seats.subscription,
      ChargeStartDate: usDate(span.from),
      ChargeEndDate: usDate(span.to),
      TermAndBillingCycle: `One-Year commitment for ${seats.yearly ? 'yearly' : 'monthly/yearly'} billing`,
      EffectiveUnitPrice: `${quantity < 0 ? '-' : ''}${decimalText(down(effective, 18), 18)}`,
      BillableQuantity: String(Math.abs(quantity)),
      BillingFrequency: seats.yearly ? 'Annual' : 'Monthly',
      PricingCurrency: 'EUR',
      PCToBCExchangeRate: '1',
      PCToBCExchangeRateDate: usDate(span.from),
      SubscriptionStartDate: usDate(bought),
      SubscriptionEndDate: usDate(after(ends, -1)),
      ReferenceId: event.ref,
    }
  })
}

export function decimalText(units: bigint, digits: number): string {
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  return `${units < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The day of `month` on which a cycle begins, for a day that every month has and for the last day of a month. */
const startIn = (month: string, bought: Day): Day => {
  const last = Number(bought.slice(8)) === daysOfMonth(bought.slice(0, 7)) && Number(bought.slice(8)) > 28
  return `${month}-${last ? daysOfMonth(month) : bought.slice(8)}`
}

/** A subscription's life: full cycles from the month it was bought in, and a change of seats in the middle of some. */
export function lifeOf(pick: Pick, customer: string, months: number, first: string): Cells[] {
  const day = pick(5) === 0 ? '31' : String(1 + pick(27)).padStart(2, '0')
  const yearly = pick(4) === 0
  const product = invented.products[pick(invented.products.length)] as (typeof invented.products)[number]
  const seats: Seats = { customer, product, subscription: id(pick), bought: `${first}-${day}`, yearly }
  const event = () => ({ order: id(pick).slice(24), ref: id(pick) })
  const made: Cells[] = []
  let count = 1 + pick(40)
  for (let at = 0; at < months; at++) {
    const [month, next] = [monthAfter(first, at), monthAfter(first, yearly ? 12 : at + 1)]
    const from = yearly ? seats.bought : startIn(month, seats.bought)
    const to = after(startIn(next, seats.bought), -1)
    const of = yearly ? daysBetween(from, to) : daysOfMonth(month)
    if (!yearly || at === 0)
      made.push(...lines(seats, at === 0 ? 'new' : 'cycleCharge', { from, to, billed: 1, of: 1 }, count, event()))
    if (pick(2) === 0) continue
    const changed = after(yearly ? startIn(month, seats.bought) : from, 1 + pick(26))
    const span = { from: changed, to, billed: Math.min(daysBetween(changed, to), of), of }
    const now = 1 + pick(40)
    const [type, both] = [now > count ? 'addQuantity' : 'removeQuantity', event()]
    made.push(...lines(seats, type, span, -count, both), ...lines(seats, type, span, now, both))
    count = now
  }
  return made
}

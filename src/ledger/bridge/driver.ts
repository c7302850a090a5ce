import type { Day } from '../../values/day.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import type { SubscriptionId } from '../../values/ids.ts'
import type { Share } from '../prorate.ts'
import type { BridgeLine } from './bridge-line.ts'

/** Why one total differs from another. */
export const driverKinds = [
  'quantity',
  'unit-price',
  'partial-period',
  'product-started',
  'product-ended',
  'plan',
  'promotion',
  'one-off',
  'credit',
  'correction',
  'exchange-rate',
  'tax',
  'rounding',
  'unexplained',
] as const
export type DriverKind = (typeof driverKinds)[number]

/** How something stood on one side. */
export type Standing = { readonly quantity: Decimal; readonly amount: Decimal; readonly rate?: Decimal }

/** A change within a cycle: the net of what it took back and what it billed. */
export type EventDetail = {
  /** On which side it stands; on the earlier one it goes away again. */
  readonly side: 'from' | 'to'
  readonly amount: Decimal
  readonly day?: Day
  readonly share: Share
  readonly before: Decimal
  readonly after: Decimal
}

export type Driver = {
  readonly kind: DriverKind
  /** What it adds on the way from the earlier total to the later one. */
  readonly amount: Decimal
  readonly subscription?: SubscriptionId
  /** Absent where it belongs to no product: tax, what is unexplained. */
  readonly product?: string
  /** Of a change of plan: what it became, where that has another name. */
  readonly into?: string
  readonly meter?: string
  /** Of a credit, as Microsoft or the partner named it. */
  readonly reason?: string
  readonly before?: Standing
  readonly after?: Standing
  readonly events: readonly EventDetail[]
  /** The lines that it is made of, of both sides. */
  readonly lines: { readonly from: readonly BridgeLine[]; readonly to: readonly BridgeLine[] }
}

type Found = Omit<Driver, 'events' | 'lines'> & {
  readonly events?: readonly EventDetail[]
  readonly from?: readonly BridgeLine[]
  readonly to?: readonly BridgeLine[]
}

/** What makes two drivers one. */
export const keyOf = ({ kind, subscription, product, meter, reason }: Omit<Driver, 'events' | 'lines'>): string =>
  [kind, subscription ?? product ?? '', meter ?? '', reason ?? ''].join('|')

/** Gathers drivers: those of one kind and subscription (meter, reason) become one. */
export class Drivers {
  readonly #byKey = new Map<string, Driver>()

  add({ from = [], to = [], events = [], ...found }: Found): void {
    if (found.amount.eq(0)) return
    const key = keyOf(found)
    const known = this.#byKey.get(key)
    this.#byKey.set(key, {
      ...found,
      amount: known ? known.amount.plus(found.amount) : found.amount,
      product: known?.product ?? found.product,
      into: known?.into ?? found.into,
      before: known?.before ?? found.before,
      after: found.after ?? known?.after,
      events: [...(known?.events ?? []), ...events],
      lines: { from: union(known?.lines.from, from), to: union(known?.lines.to, to) },
    })
  }

  sum(): Decimal {
    let total = decimal(0)
    for (const { amount } of this.#byKey.values()) total = total.plus(amount)
    return total
  }

  /** The largest first, whatever its sign. */
  all(): readonly Driver[] {
    return [...this.#byKey.values()]
      .filter(({ amount }) => !amount.eq(0))
      .sort((a, b) => b.amount.abs().cmp(a.amount.abs()))
  }
}

const union = (known: readonly BridgeLine[] = [], more: readonly BridgeLine[]): readonly BridgeLine[] =>
  known.length === 0 ? more : [...new Set([...known, ...more])]

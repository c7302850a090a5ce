import { type Day, daysBetween, daysOfMonth } from '../oracle/calendar.ts'
import type { Pick } from '../oracle/invented-lines.ts'
import { down, plus, type Rational, ratio, rational, times } from '../oracle/rational.ts'
import { type Item, oneOf } from './catalogue.ts'
import type { Billing, Cause, Cycle, PlanChange, Promotion, Term, Terms, Upgrade, WorldLine } from './world-line.ts'

/** What is written down while one customer's months go by. */
export type Life = {
  readonly pick: Pick
  readonly customer: string
  readonly digits: number
  readonly taxRate: string
  /** One dollar in the world's currency, by month. */
  readonly rates: ReadonlyMap<string, Rational>
  readonly lines: WorldLine[]
  readonly cycles: Cycle[]
  readonly upgrades: Upgrade[]
  readonly planChanges: PlanChange[]
  readonly chainOf: Map<string, string>
  readonly unsold: Item[]
  events: number
}

export type Sub = {
  readonly id: string
  readonly chain: string
  readonly order: string
  /** The day that its cycles go by. */
  anchor: Day
  item: Item
  seats: number
  term: Term
  billing: Billing
  level: number
  factor: Rational
  promotion?: Promotion
  trial: boolean
  termFrom: Day
  termTo: Day
  cycle: Cycle
  ended: boolean
}

export const one = ratio(1n, 1n)
export const int = (value: number): Rational => ratio(BigInt(value), 1n)
export const monthOf = (day: Day): string => day.slice(0, 7)

export function guid(pick: Pick): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => pick(16).toString(16))
}

const orderCode = (pick: Pick): string => Array.from({ length: 12 }, () => 'ABCDEFGHJKLMNPQR'[pick(16)]).join('')
export const newOrder = orderCode

export const termsOf = ({ item, term, billing, level, promotion }: Sub): Terms => ({
  item,
  term,
  billing,
  level,
  promotion,
})

/** A third of the events have a reference that says nothing, or says it as JSON. Refund and charge, one each. */
export function references(pick: Pick): { readonly refund: string; readonly charge: string } {
  const plain = guid(pick)
  const mode = pick(9)
  if (mode === 0) return { refund: '', charge: '' }
  if (mode === 1) {
    const json = JSON.stringify({ id: plain, v: '2.0', ...(pick(2) && { osId: guid(pick) }) })
    return { refund: json, charge: json }
  }
  if (mode === 2) return { refund: `?${guid(pick).slice(0, 6)}`, charge: oneOf(pick, ['0', '{broken', 'n/a']) }
  return { refund: plain, charge: plain }
}

/** Months that one payment is for. */
export const monthsPaid = (term: Term, billing: Billing): number => {
  if (billing === 'Monthly') return 1
  if (billing === 'Annual') return 12
  return { P1M: 1, P1Y: 12, P3Y: 36 }[term]
}

/** Cycles begin on the anchor's day; those of a yearly term bought on the last or next-to-last day keep that distance (reference 7.3). */
export function startIn(month: string, anchor: Day): Day {
  const left = daysOfMonth(monthOf(anchor)) - Number(anchor.slice(8))
  const dated = left <= 1 ? daysOfMonth(month) - left : Number(anchor.slice(8))
  return `${month}-${String(dated).padStart(2, '0')}`
}

/** Billed days of the days that the cycle counts as (reference 7.1), never more than all of them. */
export function shareFrom(day: Day, cycle: Cycle): Rational {
  if (day === cycle.from) return one
  const monthly = daysBetween(cycle.from, cycle.to) <= 31
  const of = monthly ? daysOfMonth(monthOf(cycle.from)) : daysBetween(cycle.from, cycle.to)
  return ratio(BigInt(Math.min(daysBetween(day, cycle.to), of)), BigInt(of))
}

export type Emitted = {
  readonly type: string
  readonly from: Day
  readonly to: Day
  /** Negative for what is given back. */
  readonly seats: number
  readonly share: Rational
  readonly cause: Cause
  readonly reference: string
  readonly rule?: 'A' | 'B' | 'months'
  readonly ordered?: Day
  readonly trial?: boolean
}

const magnitude = (seats: number): Rational => int(Math.abs(seats))

/** The amount in minor units by the named rule of reference 7.1. */
function amountOf(rule: 'A' | 'B' | 'months', unit: Rational, seats: number, digits: number): bigint {
  if (rule === 'B') return down(times(unit, magnitude(seats)), digits)
  return down(unit, digits) * BigInt(Math.abs(seats))
}

/** A line a part of the product, at the subscription's terms of this moment. */
export function emit(life: Life, sub: Sub, line: Emitted): void {
  const { item, promotion, term, billing } = sub
  const month = monthOf(line.ordered ?? line.from)
  const rate = item.dollars ? life.rates.get(month) : undefined
  for (const part of item.parts) {
    const yearly = monthsPaid(term, billing)
    // A currency without cents has prices a hundred times as high.
    const scale = life.digits === 0 && !item.dollars ? 100 : 1
    const list = line.trial ? int(0) : times(times(rational(part), sub.factor), int(yearly * scale))
    const unitPrice = ratio(down(times(list, rational(term === 'P1M' ? '1.2' : '1')), 4), 10_000n)
    const reduced = times(unitPrice, ratio(BigInt(100 - (promotion?.percent ?? 0)), 100n))
    const share = times(reduced, line.share)
    const effective = line.rule === 'months' ? ratio(down(share, 2), 100n) : share
    const rule = item.dollars ? 'A' : (line.rule ?? item.rule)
    const amount = amountOf(rule, times(effective, rate ?? one), line.seats, life.digits)
    const subtotal = line.seats < 0 ? -amount : amount
    life.lines.push({
      ...line,
      month,
      customer: life.customer,
      item,
      subscription: sub.id,
      order: sub.order,
      ordered: line.ordered ?? line.from,
      quantity: magnitude(line.seats),
      unitPrice,
      effective: line.seats < 0 ? times(effective, int(-1)) : effective,
      subtotal,
      tax: taxOn(life, subtotal),
      term: { of: term, from: sub.termFrom, to: sub.termTo },
      billing: line.trial ? '' : billing,
      promotion,
      rate,
    })
  }
}

/** Rounded down, as understand-your-invoice says. */
export const taxOn = (life: Life, subtotal: bigint): bigint =>
  down(times(ratio(subtotal, 100n), rational(life.taxRate)), 0)

/** A few per cent more. */
export const dearer = (factor: Rational, percent: number): Rational =>
  times(factor, plus(one, ratio(BigInt(percent), 100n)))

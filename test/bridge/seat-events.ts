import { after, type Day, monthAfter } from '../oracle/calendar.ts'
import { type Item, oneOf, trialOf } from './catalogue.ts'
import {
  type Emitted,
  emit,
  guid,
  type Life,
  monthOf,
  monthsPaid,
  newOrder,
  one,
  references,
  type Sub,
  shareFrom,
  startIn,
  termsOf,
} from './life.ts'
import type { Billing, Cycle, Promotion, Term } from './world-line.ts'

export const endOf = (anchor: Day, from: Day, months: number): Day =>
  after(startIn(monthAfter(monthOf(from), months), anchor), -1)

/** Opens a cycle and bills it. */
export function billCycle(life: Life, sub: Sub, from: Day, type: string): void {
  const to = sub.trial ? after(from, 29) : endOf(sub.anchor, from, monthsPaid(sub.term, sub.billing))
  const { chain, id: subscription, seats } = sub
  sub.cycle = { chain, subscription, from, to, month: monthOf(from), begins: type, seats, terms: termsOf(sub) }
  life.cycles.push(sub.cycle)
  const reference = references(life.pick).charge
  const cause = { role: 'cycle', cycle: sub.cycle } as const
  emit(life, sub, { type, from, to, seats, share: one, cause, reference, trial: sub.trial })
}

export type Purchase = {
  readonly item: Item
  readonly from: Day
  readonly seats: number
  readonly term: Term
  readonly billing: Billing
  readonly promotion?: Promotion
  readonly trial?: boolean
  /** The subscription that it carries on. */
  readonly continues?: Sub
}

const nothingYet: Cycle = {
  chain: '',
  subscription: '',
  from: '',
  to: '',
  month: '',
  begins: '',
  seats: 0,
  terms: undefined as never,
}

/** A subscription, not billed yet. */
export function subscribe(life: Life, purchase: Purchase): Sub {
  const { item, from, seats, term, billing, promotion, trial = false, continues } = purchase
  const id = guid(life.pick)
  const months = { P1M: 1, P1Y: 12, P3Y: 36 }[term]
  const chain = continues?.chain ?? id
  life.chainOf.set(id, chain)
  return {
    id,
    chain,
    order: newOrder(life.pick),
    anchor: from,
    item: trial ? trialOf(item) : item,
    seats,
    term,
    billing,
    level: continues?.level ?? 0,
    factor: continues?.factor ?? one,
    promotion,
    trial,
    termFrom: from,
    termTo: trial ? after(from, 29) : endOf(from, from, months),
    cycle: nothingYet,
    ended: false,
  }
}

type Pair = Pick<Emitted, 'from' | 'to' | 'share' | 'rule'>

const pairOn = (sub: Sub, day: Day): Pair => ({
  from: day,
  to: sub.cycle.to,
  share: shareFrom(day, sub.cycle),
  // What changes on a cycle's first day is rounded as the cycle is, so that the cycle is what its seats cost.
  rule: day === sub.cycle.from ? sub.item.rule : 'B',
})

/** Seats added or removed: the old number goes back, the new one is charged. */
export function changeSeats(life: Life, sub: Sub, day: Day, seats: number): void {
  const { refund, charge } = references(life.pick)
  const type = seats > sub.seats ? 'addQuantity' : 'removeQuantity'
  const first = day === sub.cycle.from
  const cause = first
    ? ({ role: 'cycle', cycle: sub.cycle } as const)
    : ({ role: 'movement', chain: sub.chain, as: 'partial-period' } as const)
  const pair = pairOn(sub, day)
  emit(life, sub, { ...pair, type, cause, seats: -sub.seats, reference: refund })
  emit(life, sub, { ...pair, type, cause, seats, reference: charge })
  sub.seats = seats
  if (first) sub.cycle.seats = seats
  life.events++
}

/** All seats to another product; the subscription stays (reference 7.2, row 11). A promotion is lost. */
export function upgradeAll(life: Life, sub: Sub, day: Day, item: Item): void {
  const { refund, charge } = references(life.pick)
  const first = day === sub.cycle.from
  const cause = first
    ? ({ role: 'cycle', cycle: sub.cycle } as const)
    : ({ role: 'movement', chain: sub.chain, as: 'plan' } as const)
  const pair = { ...pairOn(sub, day), ...(!first && ({ rule: 'A' } as const)), type: 'convert', cause }
  emit(life, sub, { ...pair, seats: -sub.seats, reference: refund })
  Object.assign(sub, { item, promotion: undefined, factor: one, level: sub.level + 1 })
  emit(life, sub, { ...pair, ...(first && { rule: item.rule }), seats: sub.seats, reference: charge })
  if (first) sub.cycle.terms = termsOf(sub)
  life.events++
}

/** Some seats to another product in a new subscription, which runs with the old one's cycles (reference 7.2, row 12). */
export function upgradeSome(life: Life, sub: Sub, day: Day, seats: number, item: Item): Sub {
  const { refund, charge } = references(life.pick)
  const first = day === sub.cycle.from
  const { term, billing, anchor, termTo } = sub
  const made = { ...subscribe(life, { item, from: day, seats, term, billing }), anchor, termTo }
  const cycle: Cycle = {
    ...sub.cycle,
    chain: made.chain,
    subscription: made.id,
    begins: 'convert',
    seats,
    terms: termsOf(made),
  }
  made.cycle = cycle
  if (first) life.cycles.push(cycle)
  const causes = first
    ? ([
        { role: 'cycle', cycle: sub.cycle },
        { role: 'cycle', cycle },
      ] as const)
    : ([
        { role: 'movement', chain: sub.chain, as: 'plan' },
        { role: 'movement', chain: made.chain, as: 'plan' },
      ] as const)
  const pair = { ...pairOn(sub, day), type: 'convert' }
  const rule = (of: Item) => (first ? of.rule : 'A')
  emit(life, sub, { ...pair, rule: rule(sub.item), cause: causes[0], seats: -seats, reference: refund })
  emit(life, made, { ...pair, rule: rule(item), cause: causes[1], seats, reference: charge })
  sub.seats -= seats
  if (first) sub.cycle.seats = sub.seats
  life.upgrades.push({ from: sub.chain, to: made.chain, day, month: monthOf(day), seats })
  life.events++
  return made
}

export function cancel(life: Life, sub: Sub, day: Day): void {
  const first = day === sub.cycle.from
  const cause = first
    ? ({ role: 'cycle', cycle: sub.cycle } as const)
    : ({ role: 'movement', chain: sub.chain, as: 'product-ended' } as const)
  const rule = first ? sub.item.rule : 'A'
  const reference = references(life.pick).refund
  emit(life, sub, { ...pairOn(sub, day), rule, type: 'cancelImmediate', cause, seats: -sub.seats, reference })
  if (first) sub.cycle.seats = 0
  sub.ended = true
  life.events++
}

/** The free month goes back at nothing and the paid one begins (reference 7.2, row 13). */
export function payForTrial(life: Life, sub: Sub, item: Item): void {
  const from = after(sub.cycle.to, 1)
  const { refund, charge } = references(life.pick)
  const paid = { anchor: from, trial: false, term: 'P1Y', billing: 'Monthly', termFrom: from } as const
  const to = endOf(from, from, 1)
  const { chain, id: subscription, seats } = sub
  const terms = { item, term: paid.term, billing: paid.billing, level: sub.level }
  const cycle: Cycle = { chain, subscription, from, to, month: monthOf(from), begins: 'convert', seats, terms }
  const both = { type: 'convert', from, to, share: one, cause: { role: 'cycle', cycle } } as const
  emit(life, sub, { ...both, seats: -seats, reference: refund, trial: true })
  Object.assign(sub, paid, { item, cycle, termTo: endOf(from, from, 12) })
  emit(life, sub, { ...both, seats, reference: charge })
  life.cycles.push(cycle)
  life.events++
}

/** Three years billed monthly, from now on billed by the year: the rest of this one at once, in whole months (reference 7.2). */
export function payYearly(life: Life, sub: Sub, from: Day, monthsLeft: number): void {
  const to = endOf(sub.anchor, from, monthsLeft)
  const yearFrom = startIn(monthAfter(monthOf(from), monthsLeft - 12), sub.anchor)
  sub.billing = 'Annual'
  sub.cycle = { ...sub.cycle, from: yearFrom, to, terms: termsOf(sub) }
  const share = { n: BigInt(monthsLeft), d: 12n }
  const cause = { role: 'movement', chain: sub.chain, as: 'plan' } as const
  const reference = references(life.pick).charge
  const line = { type: 'changeBillingPlan', from, to, seats: sub.seats, share, cause, reference }
  emit(life, sub, { ...line, rule: 'months' })
  life.planChanges.push({ chain: sub.chain, day: from, month: monthOf(from) })
  life.events++
}

/** A yearly payment that becomes a monthly one on the anniversary. */
export function payMonthly(life: Life, sub: Sub, from: Day): void {
  sub.billing = 'Monthly'
  billCycle(life, sub, from, 'changeBillingPlan')
  life.planChanges.push({ chain: sub.chain, day: from, month: monthOf(from) })
  life.events++
}

/** Shown by an id, a text, both or neither. */
export function promotionOf(life: Life): Promotion {
  const percent = oneOf(life.pick, [5, 10, 15, 20, 35])
  const id = `39NFJQT1X${newOrder(life.pick).slice(0, 3)}:0002:39NFJQT1Q5KM`
  const text = `${percent}.0% promotional discount`
  return [{ percent, id, text }, { percent, id, text }, { percent, id }, { percent, text }, { percent }][
    life.pick(5)
  ] as Promotion
}

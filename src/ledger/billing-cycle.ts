import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  lastOfMonth,
  monthsBetween,
} from '../values/day.ts'
import { daysIn, type Period } from '../values/period.ts'
import type { Charge } from './charge.ts'

/** How often a charge comes back. `once`: a whole term at a time or perpetual. `usage`: as much as was used. */
export type Billing = 'monthly' | 'annual' | 'once' | 'usage'
export type Term = 'P1M' | 'P1Y' | 'P3Y' | 'none'

const termsByDays: readonly (readonly [Term, number, number])[] = [
  ['P1M', 28, 31],
  ['P1Y', 365, 366],
  ['P3Y', 1095, 1096],
]
const termsByWords: readonly (readonly [Term, RegExp])[] = [
  ['P1M', /\b(one|1)[- ]?month|P1M/i],
  ['P1Y', /\b(one|1)[- ]?year|P1Y/i],
  ['P3Y', /\b(three|3)[- ]?years?|P3Y/i],
]

/**
 * The commitment behind a charge. The subscription's dates decide (reference 6.1); a term cut short to align its end with another
 * is told by the words of TermAndBillingCycle, and by its length as the last resort.
 */
export function termOf(charge: Charge): Term {
  const { subscriptionStart: from, subscriptionEnd: to, termAndBillingCycle: words = '' } = charge
  if (!from || !to || isUsage(charge)) return 'none'
  const days = daysIn({ from, to })
  const byDays = termsByDays.find(([, least, most]) => days >= least && days <= most)
  const found = byDays ?? termsByWords.find(([, pattern]) => pattern.test(words))
  return found?.[0] ?? (days <= 31 ? 'P1M' : days <= 366 ? 'P1Y' : 'P3Y')
}

/** Azure and other meters: reference 6.2, where a seat or a reservation has words for its term and a perpetual licence no end. */
function isUsage(charge: Charge): boolean {
  if (charge.meter || /^azure plan$/i.test(charge.subscriptionDescription ?? '')) return true
  return !charge.termAndBillingCycle && charge.chargeEnd !== undefined
}

export function billingOf(charge: Charge): Billing {
  if (isUsage(charge)) return 'usage'
  const frequency = charge.billingFrequency?.trim().toLowerCase()
  if (frequency === 'monthly' || frequency === 'annual') return frequency
  // A blank frequency is a one-time payment for the whole term: of a month, a year, or longer.
  const term = termOf(charge)
  return term === 'P1M' ? 'monthly' : term === 'P1Y' ? 'annual' : 'once'
}

/** A monthly term: the same day of the month, clamped to its last day (reference 7.3, first table). */
const clamped = (anchor: Day, months: number): Day => addMonths(anchor, months)

/** An annual term billed monthly that starts on the last or next-to-last day keeps that distance (reference 7.3, second table). */
function fromMonthEnd(anchor: Day, months: number): Day {
  const distance = daysInMonth(anchor) - Number(anchor.slice(8))
  return distance > 1
    ? clamped(anchor, months)
    : addDays(lastOfMonth(addMonths(firstOfMonth(anchor), months)), -distance)
}

/**
 * The full cycle of `months` months that ends on `to`, of a term that started on `anchor`. Where neither documented rule leads to
 * that end (terms aligned to another date), it is the cycle that starts on the same day of the month as the next one.
 */
export function cycleEndingOn(to: Day, months: 1 | 12, anchor: Day | undefined): Period {
  const next = addDays(to, 1)
  if (anchor) {
    const passed = monthsBetween(anchor, next)
    for (const startAfter of [fromMonthEnd, clamped])
      if (passed >= months && startAfter(anchor, passed) === next)
        return { from: startAfter(anchor, passed - months), to }
  }
  // A month's last day follows a month's last day: what a partial upgrade split off keeps the old cycle without its anchor.
  const isLast = next === lastOfMonth(next)
  return { from: isLast ? lastOfMonth(addMonths(next, -months)) : addMonths(next, -months), to }
}

const wholeCycles: ReadonlySet<string> = new Set(['renew', 'cyclecharge'])

/** Month ends shift a term by so many days at the most; more is a first term that was cut short to end with another one. */
const monthEndShift = 3

/** Three years that end where the term does, where the term itself was cut short: a part of them is billed (reference 7.5). */
function wholeTerm(charge: Charge, term: Period): Period {
  if (termOf(charge) !== 'P3Y') return term
  const from = addMonths(addDays(term.to, 1), -36)
  return daysBetween(from, term.from) > monthEndShift ? { from, to: term.to } : term
}

/** The whole cycle that a charge is for or is a part of; undefined for usage and perpetual licences. */
export function cycleOf(charge: Charge): Period | undefined {
  const { chargeStart, chargeEnd, subscriptionStart, subscriptionEnd } = charge
  const billing = billingOf(charge)
  if (billing === 'usage' || !chargeStart || !chargeEnd) return undefined
  if (billing === 'once')
    return wholeTerm(charge, { from: subscriptionStart ?? chargeStart, to: subscriptionEnd ?? chargeEnd })
  // Only a purchase or a change can bill a part: these are for the cycle that they name, whatever anchor it goes by.
  if (wholeCycles.has(charge.chargeType.toLowerCase())) return { from: chargeStart, to: chargeEnd }
  return cycleEndingOn(chargeEnd, billing === 'monthly' ? 1 : 12, subscriptionStart)
}

/**
 * Days that a full cycle counts as: those of the calendar month in which it starts, or of its year (Partner Center docs,
 * common-billing-scenarios).
 */
export const cycleDays = (cycle: Period, billing: Billing): number => {
  if (billing === 'monthly') return daysInMonth(cycle.from)
  if (billing === 'annual') return daysBetween(cycle.from, addMonths(cycle.from, 12))
  return daysIn(cycle)
}

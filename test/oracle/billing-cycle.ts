import { after, type Day, daysBetween, daysOfMonth, monthAfter } from './calendar.ts'
import { type Rational, ratio } from './rational.ts'
import type { Line } from './read-folder.ts'

export type Billing = 'monthly' | 'annual' | 'once'

export function billingOf(line: Line): Billing {
  if (line.frequency === 'Monthly') return 'monthly'
  if (line.frequency === 'Annual') return 'annual'
  return /for (yearly|annual) billing/i.test(line.term) ? 'annual' : 'once'
}

/**
 * The day on which the cycle began that ends on `to`. A subscription bought in the last days of a month keeps its distance from
 * the month's end (partner-center reference 7.3: bought on the last day, 28 Feb to 30 Mar; on the day before, 27 Feb to 29 Mar).
 */
export function cycleStart(to: Day, subscriptionStart: Day | undefined, months: 1 | 12): Day {
  const next = after(to, 1)
  const month = monthAfter(next.slice(0, 7), -months)
  const length = daysOfMonth(month)
  const bought = subscriptionStart ?? next
  const left = daysOfMonth(bought.slice(0, 7)) - Number(bought.slice(8))
  const keepsDistance = Number(bought.slice(8)) >= 29 || (left < 2 && Number(bought.slice(8)) >= 27)
  const byEnd = length - left
  const bySame = Math.min(Number(next.slice(8)), length)
  const dated = keepsDistance && Number(next.slice(8)) === daysOfMonth(next.slice(0, 7)) - left ? byEnd : bySame
  return `${month}-${String(dated).padStart(2, '0')}`
}

/** Which part of a full billing cycle a line is for: billed days over cycle days, 1 for a whole cycle or where there is none. */
export function partOfCycle(line: Line): Rational {
  const whole = ratio(1n, 1n)
  const billing = billingOf(line)
  if (billing === 'once' || line.from === undefined || line.to === undefined) return whole
  const start = cycleStart(line.to, line.subscriptionStart, billing === 'monthly' ? 1 : 12)
  if (line.from <= start) return whole
  const cycleDays = billing === 'monthly' ? daysOfMonth(start.slice(0, 7)) : daysBetween(start, line.to)
  const billed = Math.min(daysBetween(line.from, line.to), cycleDays)
  return ratio(BigInt(billed), BigInt(cycleDays))
}

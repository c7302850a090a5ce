import type { Day } from '../values/day.ts'
import type { Hours } from '../values/open-frames.ts'

const dayLength = 86_400_000

/** Days since 1970-01-01, which was a Thursday: 100,000 bills with all their stages are counted through, and text takes its time. */
export const dayNumber = (day: Day): number => Date.parse(day) / dayLength
export const dayOf = (at: number): Day => new Date(at * dayLength).toISOString().slice(0, 10) as Day
const weekdayOf = (at: number): number => ((((at + 3) % 7) + 7) % 7) + 1

/** The days on which a customer may be written to, which are its business days: a weekday with a frame, and no holiday of its country. Days are numbers. */
export type ContactDays = {
  isOpen(at: number): boolean
  /** This day, or the first after it on which the customer may be written to. */
  nextOpen(at: number): number
  /** So many business days after a day, or before it when negative; 0 is the day itself or the next business day, as it falls. */
  shift(at: number, days: number): number
}

// Policies are read once and never changed, so what was worked out from their lists stays true for all customers with the same ones.
const known = new WeakMap<Hours['hours'], WeakMap<readonly Day[], ContactDays>>()

export function contactDaysOf({ hours, holidays }: Pick<Hours, 'hours' | 'holidays'>): ContactDays {
  const ofHours = known.get(hours) ?? new WeakMap<readonly Day[], ContactDays>()
  known.set(hours, ofHours)
  const days = ofHours.get(holidays) ?? makeContactDays(hours, holidays)
  ofHours.set(holidays, days)
  return days
}

const mostShifts = 10_000

function makeContactDays(hours: Hours['hours'], holidays: readonly Day[]): ContactDays {
  const open = new Set(hours.map(({ weekday }) => weekday))
  const closed = new Set(holidays.map(dayNumber))
  if (open.size === 0) throw new RangeError('no weekday has a frame: nobody could ever be written to')
  const isOpen = (at: number): boolean => open.has(weekdayOf(at)) && !closed.has(at)
  const toOpen = (at: number, step: 1 | -1): number => {
    let day = at
    while (!isOpen(day)) day += step
    return day
  }
  const shifted = (at: number, days: number): number => {
    if (days === 0) return toOpen(at, 1)
    const step = days < 0 ? -1 : 1
    let day = at
    for (let left = Math.abs(days); left > 0; left--) day = toOpen(day + step, step)
    return day
  }
  const shifts = new Map<string, number>()
  return {
    isOpen,
    nextOpen: (at) => toOpen(at, 1),
    shift(at, days) {
      const key = `${at} ${days}`
      const before = shifts.get(key)
      if (before !== undefined) return before
      if (shifts.size >= mostShifts) shifts.clear()
      const day = shifted(at, days)
      shifts.set(key, day)
      return day
    },
  }
}

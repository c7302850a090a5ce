import type { Instant } from './day.ts'
import { type Hours, openFrames } from './open-frames.ts'

const minute = 60_000
const dayLength = 86_400_000
/** Whoever opens less than that in a year has no hours to count by. */
const daysAhead = 366

/**
 * The first instant by which `minutes` of business time have passed since `from`: the end of a frame rather than the start of the
 * next. Nothing when there is not so much of it within a year.
 */
export function addBusinessMinutes(hours: Hours, from: Instant, minutes: number): Instant | undefined {
  let left = Math.round(minutes * minute)
  if (left <= 0) return from
  const start = Date.parse(from)
  for (const [opens, closes] of openFrames(hours, from, daysAhead)) {
    const begin = Math.max(opens, start)
    if (left <= closes - begin) return new Date(begin + left).toISOString() as Instant
    left -= closes - begin
  }
  return undefined
}

/** How many minutes of business time lie between two instants, parts of a minute included; 0 when the second is not later. */
export function businessMinutesBetween(hours: Hours, from: Instant, to: Instant): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  let sum = 0
  if (end <= start) return sum
  // A day has up to a few hours less than 24, and the last one counts.
  for (const [opens, closes] of openFrames(hours, from, Math.ceil((end - start) / dayLength) + 1)) {
    if (opens >= end) break
    sum += Math.min(closes, end) - Math.max(opens, start)
  }
  return sum / minute
}

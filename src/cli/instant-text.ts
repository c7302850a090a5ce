import type { Instant } from '../values/day.ts'

/** To the minute, UTC: `2026-11-22T10:00Z`; nothing for none. */
export const instantText = (at: Instant | undefined): string => (at ? `${at.slice(0, 16)}Z` : '')

/** How long something took, as people say it: `45 min`, `2 h 05`. */
export function durationText(seconds: number | undefined): string {
  if (seconds === undefined) return ''
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

export const secondsBetween = (a: Instant, b: Instant): number =>
  Math.max(0, Math.round((Date.parse(b) - Date.parse(a)) / 1000))

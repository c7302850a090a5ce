import type { FixedClock } from '../values/clock.ts'
import { type Instant, later } from '../values/day.ts'

/** A clock that runs on from wherever it is set: for trying out. */
export function shiftingClock(start?: Instant): FixedClock {
  let shift = start === undefined ? 0 : Date.parse(start) - Date.now()
  return {
    now: () => later(new Date().toISOString() as Instant, shift),
    set(at) {
      shift = Date.parse(at) - Date.now()
    },
  }
}

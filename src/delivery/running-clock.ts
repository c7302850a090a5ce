import type { Clock } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'

/**
 * A clock that never stands still and never goes back, however the one it follows is moved: leases and pauses end by it. Never earlier than
 * that one, so that what was queued is due. `milliseconds` only goes forward.
 */
export function runningClock(clock: Clock, milliseconds: () => number): Clock {
  let shown = Date.parse(clock.now())
  let seen = milliseconds()
  return {
    now() {
      const passed = milliseconds()
      shown = Math.max(shown + passed - seen, Date.parse(clock.now()))
      seen = passed
      return new Date(Math.floor(shown)).toISOString() as Instant
    },
  }
}

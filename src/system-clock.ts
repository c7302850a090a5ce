import { type Clock, fixedClock } from './values/clock.ts'
import type { Instant } from './values/day.ts'

/** The machine's clock. It stands here and not in values/, which has no clock of its own. */
export const systemClock: Clock = { now: () => new Date().toISOString() as Instant }

/** The clock that SALDO_NOW fixes, else the machine's. */
export const clockFrom = (now: Instant | undefined): Clock => (now ? fixedClock(now) : systemClock)

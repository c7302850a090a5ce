import type { Clock } from '../values/clock.ts'
import { type Day, dayIn } from '../values/day.ts'

/** What day it is where this machine stands: what "today" means to whoever types a command. */
export const machineDay = (clock: Clock): Day =>
  dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC', clock.now())

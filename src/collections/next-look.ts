import type { Customer } from '../ledger/customer.ts'
import { dayIn, type Instant } from '../values/day.ts'
import { openFrames } from '../values/open-frames.ts'
import { openingAt } from '../values/opening.ts'
import type { Rules } from './rules.ts'

const wholeDays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
const none: readonly [] = []

/** When the customer's next day begins. */
function tomorrow(timeZone: string, now: Instant): Instant {
  const at = Date.parse(now)
  for (const [from] of openFrames({ hours: wholeDays, holidays: none, timeZone }, now, 2))
    if (from > at) return new Date(from).toISOString() as Instant
  throw new Error('a day has no next one')
}

/** When a customer is looked at again, though nothing changes: when the next day opens, or begins where that is closed: every day is decided. */
export function nextLook({ timeZone }: Customer, rules: Rules | undefined, now: Instant): Instant {
  const next = tomorrow(timeZone, now)
  const opening = rules && openingAt(rules.hours, next)
  if (opening?.kind !== 'closed' || !opening.opens) return next
  return dayIn(timeZone, opening.opens) === dayIn(timeZone, next) ? opening.opens : next
}

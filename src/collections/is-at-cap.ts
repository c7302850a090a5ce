import { addDays, type Day } from '../values/day.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'

/** Whether a customer was written to as often as the policy allows within its days, today among them. */
export const isAtCap = ({ cap }: Pick<Rules, 'cap'>, { contacted }: Pick<Standing, 'contacted'>, today: Day): boolean =>
  cap !== undefined &&
  contacted.filter(({ on }) => on > addDays(today, -cap.days) && on <= today).length >= cap.contacts

import type { GivenNotice } from './contact.ts'
import { isAtCap } from './is-at-cap.ts'
import { type Noticing, noticeKey, noticesDue } from './notices.ts'
import { isContactDay } from './stage-days.ts'
import type { Standing } from './standing.ts'

/** What a customer would be told of its bills and terms on a day, after its reminders (give-notices.ts), and how it stands then. */
export function simulatedNotices(
  noticing: Noticing,
  reachable: boolean,
): { readonly notices: readonly GivenNotice[]; readonly standing: Standing } {
  const { account, rules, standing, today } = noticing
  const notices = noticesDue(noticing)
  if (!rules || notices.length === 0 || !isContactDay(rules.hours, today) || isAtCap(rules, standing, today))
    return { notices: [], standing }
  const contact = { contact: `${account.customer.id}|${today}|notices`, on: today }
  const contacted = reachable ? [...standing.contacted, contact] : standing.contacted
  return { notices, standing: { ...standing, contacted, noticed: [...standing.noticed, ...notices.map(noticeKey)] } }
}

import { addDays } from '../values/day.ts'
import type { GivenNotice } from './contact.ts'
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
  if (!rules || notices.length === 0 || !isContactDay(rules.hours, today) || isAtCap(noticing))
    return { notices: [], standing }
  const contact = { contact: `${account.customer.id}|${today}|notices`, on: today }
  const contacted = reachable ? [...standing.contacted, contact] : standing.contacted
  return { notices, standing: { ...standing, contacted, noticed: [...standing.noticed, ...notices.map(noticeKey)] } }
}

const isAtCap = ({ rules, standing: { contacted }, today }: Noticing): boolean =>
  rules?.cap !== undefined &&
  contacted.filter(({ on }) => on > addDays(today, -(rules.cap?.days ?? 0)) && on <= today).length >= rules.cap.contacts

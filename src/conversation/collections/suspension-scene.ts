import type { SuspensionView } from '../../answers/suspension-card.ts'
import { foresee } from '../../collections/foresight.ts'
import { noticeDay } from '../../collections/notice-day.ts'
import { manual, type Provisioning } from '../../collections/provisioning.ts'
import { situationAt } from '../../collections/situation.ts'
import { type Suspension, suspensionOf } from '../../collections/suspension.ts'
import { stillDue } from '../../collections/suspension-scope.ts'
import type { Reading } from '../../store/documents.ts'
import { helpdeskOf } from '../../support/helpdesk.ts'
import type { Instant } from '../../values/day.ts'
import type { PartnerId } from '../../values/ids.ts'
import type { Language } from '../../values/language.ts'

export type SuspensionScene = SuspensionView & {
  /** In which the helpdesk is addressed. */
  readonly language: Language
}

/** A suspension with all that its card and its messages are made from, as things stand now. */
export async function suspensionScene(
  reading: Reading,
  id: string,
  now: Instant,
): Promise<SuspensionScene | undefined> {
  const stored = await suspensionOf(reading, id)
  return stored && sceneOf(reading, stored.suspension, now)
}

export async function sceneOf(
  reading: Reading,
  suspension: Suspension,
  now: Instant,
): Promise<SuspensionScene | undefined> {
  const scene = await situationAt(reading, suspension.customer, now)
  if (!scene) return undefined
  const { situation, today } = scene
  const { account, rules } = situation
  const { customer } = account
  const helpdesk = await helpdeskOf(reading, customer.partner)
  // While nobody has approved it: the day that an approval of today would make it.
  const next = suspension.day ?? noticeDay(today, suspension.rules.noticeDays, rules?.hours)
  const on = suspension.suspendedOn ?? (next < today ? today : next)
  return {
    suspension,
    customer,
    seen: foresee(account, suspension, on, today),
    due: stillDue(account, suspension.bills, today),
    provider: helpdesk?.provider,
    language: helpdesk?.language ?? 'en',
  }
}

/** How it is carried out for this Partner Center account: by people, and by the provider's where it is an indirect reseller's. */
export async function provisioningFor(reading: Reading, partner: PartnerId): Promise<Provisioning> {
  return manual((await helpdeskOf(reading, partner))?.provider)
}

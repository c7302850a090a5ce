import { may } from '../../access/may.ts'
import type { PersonKey } from '../../access/principal.ts'
import { principalOf } from '../../access/principal-of.ts'
import type { Answered } from '../../answers/asking.ts'
import { reminderAnswer } from '../../answers/reminder.ts'
import { noticeAnswer } from '../../answers/reminder-notice.ts'
import { contactOf } from '../../collections/contact.ts'
import { situationAt } from '../../collections/situation.ts'
import { liveSuspension } from '../../collections/suspension.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading } from '../../store/documents.ts'
import { offeringForCustomer } from '../../support/offering-for.ts'
import type { Instant } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'

export type ReminderContent = {
  readonly contact: string
  readonly person: PersonKey
  readonly language: Language
}

/**
 * What a person is written about bills or terms, as it stands at this moment. Nothing when the contact is gone, when the person may no longer
 * see the customer's figures, and when nothing of a notice holds any more.
 */
export async function reminderView(
  reading: Reading,
  { contact: id, person, language }: ReminderContent,
  now: Instant,
): Promise<Answered | undefined> {
  const contact = (await contactOf(reading, id))?.contact
  if (!contact) return undefined
  const principal = await principalOf(reading, person)
  if (principal.kind !== 'customer' || principal.customer.id !== contact.customer) return undefined
  if (!may(principal, 'own-figures')) return undefined
  const scene = await situationAt(reading, contact.customer, now)
  if (!scene) return undefined
  const { account, standing, rules } = scene.situation
  const offering = await offeringForCustomer(reading, contact.customer)
  const said = { contact, account, rules, offering, language, now }
  if (contact.kind !== 'notice') {
    const suspension = (await liveSuspension(reading, contact.customer)) !== undefined
    return reminderAnswer({ ...said, standing, suspension })
  }
  return noticeAnswer({ ...said, priceBook: await ledgerOf(reading).priceBook(account.customer.partner) })
}

import { ledgerOf } from '../ledger/ledger.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { openingAt } from '../values/opening.ts'
import type { Contact, GivenNotice } from './contact.ts'
import { isAtCap } from './is-at-cap.ts'
import { mayHaveReached } from './mark-contact.ts'
import { noticeKey, noticesDue } from './notices.ts'
import type { Rules } from './rules.ts'
import { type Scene, situationAt } from './situation.ts'
import { isContactDay } from './stage-days.ts'
import { putStanding } from './standing.ts'
import { freshContactId, writeContact } from './write-contact.ts'

export type GivenNotices =
  | { readonly kind: 'given'; readonly contact: Contact }
  | { readonly kind: 'none' }
  /** There is something to tell, and nobody is written to at this hour. */
  | { readonly kind: 'closed'; readonly opens?: Instant }
  /** There is something to tell, and the customer was written to often enough these days: it comes later, while it is still of use. */
  | { readonly kind: 'cap' }
  | { readonly kind: 'unknown-customer' }

/**
 * Tells a customer what there is to tell of its bills and terms today, in one message. In the unit of work that looks at the customer, after its
 * reminders: those go first. Safe to repeat: what was told is not told again.
 */
export async function giveNotices(unit: Unit, id: CustomerId, now: Instant): Promise<GivenNotices> {
  const scene = await situationAt(unit, id, now)
  if (!scene) return { kind: 'unknown-customer' }
  const { account, rules, standing } = scene.situation
  // Few policies name all of them, and most days nothing is due: the price book is read only where it matters.
  const priceBook = rules?.notices['price-change'] && (await ledgerOf(unit).priceBook(account.customer.partner))
  const notices = noticesDue({ account, rules, standing, priceBook, today: scene.today })
  if (!rules || notices.length === 0) return { kind: 'none' }
  const opening = openingAt(rules.hours, now)
  if (opening.kind === 'closed' || !isContactDay(rules.hours, scene.today)) return { ...opening, kind: 'closed' }
  if (isAtCap(rules, standing, scene.today)) return { kind: 'cap' }
  return { kind: 'given', contact: await give(unit, scene, rules, notices, now) }
}

async function give(
  unit: Unit,
  { situation, today, revision }: Scene,
  rules: Rules,
  notices: readonly GivenNotice[],
  now: Instant,
): Promise<Contact> {
  const { account, standing } = situation
  const { customer } = account
  const contact = await writeContact(
    unit,
    {
      id: await freshContactId(unit, customer.id, today, 'notices'),
      customer: customer.id,
      kind: 'notice',
      on: today,
      at: now,
      policy: { name: rules.policy.name, effective: rules.policy.effective },
      bills: [],
      fees: [],
      notices: [...notices],
    },
    { customer, channel: 'teams-then-webhook', words: wordsOf(rules, notices), now },
  )
  const contacted = mayHaveReached(contact) ? [{ contact: contact.id, on: today }] : []
  const noticed = [...standing.noticed, ...notices.map(noticeKey)]
  putStanding(unit, { ...standing, contacted: [...standing.contacted, ...contacted], noticed }, revision)
  return contact
}

/** The policy has words for each kind: those of one, where the message is about that alone. */
function wordsOf({ notices: said }: Rules, notices: readonly GivenNotice[]) {
  const kinds = new Set(notices.map(({ kind }) => kind))
  const [only] = kinds
  return kinds.size === 1 && only ? said[only]?.words : undefined
}

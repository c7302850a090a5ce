import { deliveries, lineOf, queuePosts } from '../delivery/line.ts'
import type { Account } from '../ledger/account.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading, Unit } from '../store/documents.ts'
import { addDays, type Day, type Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { type Contact, contactOf, contactSchema, contacts, putContact, type Recipient } from './contact.ts'
import type { Decision, Reason } from './decision.ts'
import { reminderName } from './write-contact.ts'

/** Days after which a card is history and stays as it is. */
const stillRead = 60

/** A customer's contacts since a day, the latest first. */
export async function contactsSince(reading: Reading, customer: CustomerId, since: Day): Promise<readonly Contact[]> {
  const range = { from: `${customer}|${since}`, to: `${customer}|\uffff` }
  const { items } = await reading.find(contacts, { index: 'customer', ...range, order: 'descending' })
  return items.map(({ data }) => recordOf(contactSchema, data))
}

/** What a card shows of a bill that no stage can say: not what the partner alone decided. */
const said: readonly Reason[] = ['promised', 'disputed', 'says-paid', 'later']

/**
 * Brings the cards up to date whose bills have since been paid, in part too, credited, contested or promised: each shows what is true when it
 * arrives. Those that show it already are left alone.
 */
export async function refreshContacts(
  unit: Unit,
  { customer }: Pick<Account, 'customer'>,
  { bills, day }: Decision,
  now: Instant,
): Promise<void> {
  const byId = new Map(bills.map((bill) => [bill.invoice, bill]))
  for (const contact of await contactsSince(unit, customer.id, addDays(day, -stillRead))) {
    const decided = contact.bills.map(({ amount }) => String(amount.minor)).join(' ')
    const state = contact.bills.map(({ invoice }) => stateOf(byId.get(invoice))).join(' ')
    if (state !== (contact.shown ?? decided)) await refreshContact(unit, contact, { state, now })
  }
}

const stateOf = (bill: Decision['bills'][number] | undefined): string =>
  bill ? `${bill.amount.minor}${said.includes(bill.reason) ? ` ${bill.reason}` : ''}` : '0'

async function refreshContact(
  unit: Unit,
  contact: Contact,
  { state, now }: { readonly state: string; readonly now: Instant },
): Promise<void> {
  const stored = await contactOf(unit, contact.id)
  // A card that is still to be sent is laid out then.
  if (!stored || contact.to.some((one) => one.way === 'teams' && one.state === 'queued')) return
  putContact(unit, { ...stored.contact, shown: state }, stored.revision)
  for (const recipient of contact.to) await refresh(unit, contact, recipient, { now, event: String(stored.revision) })
}

async function refresh(
  unit: Unit,
  contact: Contact,
  { person, language, way, post, state }: Recipient,
  { now, event }: { readonly now: Instant; readonly event: string },
): Promise<void> {
  if (way !== 'teams' || state !== 'sent' || !person) return
  const sent = await unit.get(deliveries, post)
  const line = sent && (await lineOf(unit, sent.data.line))
  if (!line) return
  const { tenant, objectId } = person
  const content = { kind: 'reminder', contact: contact.id, person: { tenant, objectId }, language } as const
  const update = { id: `${post}|${event}`, how: 'update', name: reminderName(contact.id), content } as const
  await queuePosts(unit, { id: line.id, to: line.to, now }, [update])
}

import { type Contact, contactSchema, contacts } from '../../../src/collections/contact.ts'
import { type ContactTotals, ledgerOfContacts } from '../../../src/collections/contact-totals.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import { lines } from '../../../src/delivery/line.ts'
import { every } from '../../../src/ledger/every.ts'
import { recordOf } from '../../../src/ledger/record.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import type { Day } from '../../../src/values/day.ts'
import type { Owing } from './owing-customers.ts'

/** A new message that Teams took: in which chat, on which day of the service, at which millisecond. */
export type Took = { readonly chat: string; readonly day: Day; readonly at: number }

export type Kept = { readonly contacts: readonly Contact[]; readonly waiting: number }

export async function keptIn(folder: string): Promise<Kept> {
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  try {
    const found: Contact[] = []
    for await (const { data } of every(documents, contacts, { index: 'on' })) found.push(recordOf(contactSchema, data))
    const { items } = await documents.find(lines, { index: 'due' })
    return { contacts: found, waiting: items.length }
  } finally {
    await documents.close()
  }
}

export type ReminderFaults = {
  readonly doubled: readonly string[]
  /** What the records say of a message is not what Teams saw, or Teams saw what no record knows. */
  readonly lost: readonly string[]
  readonly afterPayment: readonly string[]
  readonly waiting: number
  readonly totals: ContactTotals
}

/**
 * `paid`: when a customer's payment was said to be in, by its chat. A message says nothing of its contact's id, and one that left late is taken on the
 * day after: so a chat's messages are counted against its contacts, each of which is one message at most.
 */
export function reminderFaults(
  { contacts: all, waiting }: Kept,
  { firms }: Owing,
  took: readonly Took[],
  paid: ReadonlyMap<string, number>,
): ReminderFaults {
  const taken = Map.groupBy(took, ({ chat }) => chat)
  const doubled: string[] = []
  const lost: string[] = []
  for (const { id, chat } of firms) {
    const states = all.filter(({ customer }) => customer === id).flatMap(({ to }) => to.map(({ state }) => state))
    const times = taken.get(chat)?.length ?? 0
    const surely = states.filter((state) => state === 'sent').length
    const perhaps = states.filter((state) => state === 'unknown' || state === 'held').length
    if (times > surely + perhaps) doubled.push(`${chat}: ${times} messages, ${surely} sent, ${perhaps} perhaps`)
    if (times < surely) lost.push(`${chat}: ${times} messages, ${surely} sent`)
  }
  return {
    doubled,
    lost,
    afterPayment: took
      .filter(({ chat, at }) => at > (paid.get(chat) ?? Number.POSITIVE_INFINITY))
      .map(({ chat, day, at }) => `${chat} ${day} ${at}`),
    waiting,
    totals: ledgerOfContacts(all),
  }
}

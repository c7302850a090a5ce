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

/** `paid`: when a customer's payment was said to be in, by its chat. Every day is another stage, so that a day's message is that day's contact. */
export function reminderFaults(
  { contacts: all, waiting }: Kept,
  { firms }: Owing,
  took: readonly Took[],
  paid: ReadonlyMap<string, number>,
): ReminderFaults {
  const byPlace = Map.groupBy(took, ({ chat, day }) => `${chat} ${day}`)
  const chats = new Map(firms.map(({ id, chat }) => [id, chat]))
  const lost: string[] = []
  const known = new Set<string>()
  for (const { customer, on, to } of all)
    for (const { state, reason } of to) {
      const place = `${chats.get(customer)} ${on}`
      known.add(place)
      const arrived = byPlace.has(place)
      const fits = arrived ? ['sent', 'unknown', 'held'] : ['held', 'failed', 'unknown']
      if (!fits.includes(state)) lost.push(`${place}: ${state} ${reason ?? ''}, ${arrived ? 'arrived' : 'did not'}`)
    }
  for (const place of byPlace.keys()) if (!known.has(place)) lost.push(`${place}: no record`)
  return {
    doubled: [...byPlace].filter(([, times]) => times.length > 1).map(([place]) => place),
    lost,
    afterPayment: took
      .filter(({ chat, at }) => at > (paid.get(chat) ?? Number.POSITIVE_INFINITY))
      .map(({ chat, day, at }) => `${chat} ${day} ${at}`),
    waiting,
    totals: ledgerOfContacts(all),
  }
}

import { addressOf } from '../delivery/address.ts'
import { webhooksFor } from '../delivery/event.ts'
import type { Reading } from '../store/documents.ts'
import { addDays, type Day } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { contactOf } from './contact.ts'
import { withoutContact } from './mark-contact.ts'
import type { Standing } from './standing.ts'
import { billingContacts } from './write-contact.ts'

/** Days after which nobody makes up for a word that found no way. */
const madeUpFor = 60

/**
 * How it stands with a customer to whom there is a way now and was none before: the stages whose word went nowhere, because nobody had ever written to
 * the bot and no mail system was there, are still to be said; the latest of them, as of any missed day.
 */
export async function reachableAgain(reading: Reading, standing: Standing, today: Day): Promise<Standing> {
  const arrived = new Set(standing.contacted.map(({ contact }) => contact))
  const since = addDays(today, -madeUpFor)
  const silent = standing.reached.flatMap(({ contact, on }) =>
    contact !== undefined && !arrived.has(contact) && on >= since && on < today ? [contact] : [],
  )
  if (silent.length === 0 || !(await isReachable(reading, standing.customer))) return standing
  let again = standing
  for (const id of new Set(silent)) {
    const contact = (await contactOf(reading, id))?.contact
    // Without its words alone: what staff got to do on that day is done.
    if (contact?.to.every(({ state, reason }) => state === 'failed' && reason === 'unreachable'))
      again = withoutContact(again, contact)
  }
  return again
}

async function isReachable(reading: Reading, customer: CustomerId): Promise<boolean> {
  if ((await webhooksFor(reading, 'saldo.reminder.requested')).length > 0) return true
  for (const person of await billingContacts(reading, customer)) if (await addressOf(reading, person)) return true
  return false
}

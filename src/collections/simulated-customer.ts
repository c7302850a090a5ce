import { addressOf } from '../delivery/address.ts'
import { webhooksFor } from '../delivery/event.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { paidUntil } from './payment-data.ts'
import type { SimulatedCustomer } from './simulate.ts'
import { standingOf } from './standing.ts'
import { billingContacts } from './write-contact.ts'

/** How a customer stands now, as a simulation begins with it; nothing for an unknown one. */
export async function simulatedCustomer(reading: Reading, id: CustomerId): Promise<SimulatedCustomer | undefined> {
  const ledger = ledgerOf(reading)
  const account = await ledger.account(id)
  if (!account) return undefined
  const { partner } = account.customer
  const [{ standing }, until, priceBook, people] = await Promise.all([
    standingOf(reading, id),
    paidUntil(reading, partner),
    ledger.priceBook(partner),
    billingContacts(reading, id),
  ])
  const ways = await Promise.all(people.map((person) => addressOf(reading, person)))
  const reachable = ways.some(Boolean) || (await webhooksFor(reading, 'saldo.reminder.requested')).length > 0
  return { account, standing, paidUntil: until, priceBook, people: people.length, reachable }
}

import { people } from '../access/person.ts'
import type { Principal } from '../access/principal.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { namedCustomer } from './named-customer.ts'

// A message names colleagues; of a tenant with more people than this, those who come first.
const most = 500

/** The names that a message may hold: of the asker's company and its people, and of the customers that staff name. For redaction. */
export async function knownNames(
  reading: Reading,
  principal: Principal,
  text: string,
  pinned?: CustomerId,
): Promise<readonly string[]> {
  const ledger = ledgerOf(reading)
  const { items } = await reading.find(people, { index: 'tenant', equals: principal.key.tenant, limit: most })
  const names = items.map(({ data }) => data.name)
  if (principal.kind === 'customer') return [...names, principal.customer.name]
  const [named, talkedAbout] = await Promise.all([namedCustomer(ledger, text), pinned && ledger.customer(pinned)])
  return [...names, ...(named ? [named] : []), ...(talkedAbout ? [talkedAbout.name] : [])]
}

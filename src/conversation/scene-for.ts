import type { Principal } from '../access/principal.ts'
import { principalOf } from '../access/principal-of.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { type Offering, offeringSchema, offerings } from '../support/offering.ts'
import { offeringFor, offeringForCustomer } from '../support/offering-for.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import type { Scene } from './hearing.ts'
import type { TurnTools } from './run-turn.ts'
import { conversations, stateAt, stateSchema } from './state.ts'
import type { Incoming } from './turn.ts'
import { stateId } from './turn-record.ts'

/** Who asks and what was said before. `revision` is the state's; `about` is the customer whose case is talked about. */
export async function sceneFor(
  reading: Reading,
  incoming: Incoming,
  now: Instant,
  { understander, about }: Pick<TurnTools, 'understander'> & { readonly about?: CustomerId },
): Promise<{ readonly scene: Scene; readonly revision: number }> {
  const id = stateId(incoming)
  const [stored, principal] = await Promise.all([reading.get(conversations, id), principalOf(reading, incoming.person)])
  const known = stateAt(id, stored && recordOf(stateSchema, stored.data), now)
  const state = about && principal.kind === 'partner' ? { ...known, customer: about } : known
  const offering = await offeringTo(reading, principal, state.customer)
  const scene = { principal, offering, state, now, locale: incoming.locale, understander }
  return { scene, revision: stored?.revision ?? 0 }
}

/**
 * What the partner says about itself to this customer, as its plan has it. Staff get that of the customer they talk about, else, like
 * strangers, that of the first account.
 */
async function offeringTo(reading: Reading, principal: Principal, pinned?: CustomerId): Promise<Offering | undefined> {
  const customer = principal.kind === 'customer' ? principal.customer.id : pinned
  if (customer) return offeringForCustomer(reading, customer)
  const stored = (await reading.find(offerings, { index: 'partner', limit: 1 })).items[0]
  return stored && offeringFor(recordOf(offeringSchema, stored.data))
}

import { createHash } from 'node:crypto'
import { type Actor, type PersonRef, refOf } from '../access/actor.ts'
import { may } from '../access/may.ts'
import { type Customer, customerSchema, customers } from '../ledger/customer.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import type { Hold } from './standing.ts'

/** A person with what they may, or the partner's own system by the name of its key, whose scope its door has checked. */
export type Steers = Exclude<Actor, 'saldo'> | { readonly key: string }

/**
 * The customer whose reminders somebody may steer: the own one of a billing contact, any of staff with the role for it. Nothing where they
 * may not, nor where there is no such customer: nobody learns which.
 */
export async function steeredCustomer(
  reading: Reading,
  by: Steers,
  id: CustomerId,
  who: 'anybody' | 'partner' = 'anybody',
): Promise<Customer | undefined> {
  if (!maySteer(by, id, who)) return undefined
  const stored = await reading.get(customers, id)
  return stored && recordOf(customerSchema, stored.data)
}

function maySteer(by: Steers, id: CustomerId, who: 'anybody' | 'partner'): boolean {
  if ('key' in by) return true
  const { principal } = by
  switch (principal.kind) {
    case 'customer':
      return who === 'anybody' && principal.customer.id === id && may(principal, 'own-collections')
    case 'partner':
      return may(principal, 'collections')
    case 'stranger':
      return false
  }
}

/** Who did it, for the record. */
export const recordedBy = (by: Steers): Hold['by'] => ('key' in by ? { key: by.key } : personOf(by))

export const personOf = (by: Exclude<Actor, 'saldo'>): PersonRef => refOf(by)

/** Short enough to be typed, and made from what caused it: the same cause is the same hold. */
export const causedId = (prefix: 'H' | 'P', cause: string): string =>
  `${prefix}-${createHash('sha256').update(cause).digest('hex').slice(0, 10)}`

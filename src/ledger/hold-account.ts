import type { Unit } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { customers } from './customer.ts'

/**
 * Holds a customer's account for this unit of work: another that holds it too runs again once this one has ended. To be called before
 * the account is read, by whatever lets payments pay bills: two that saw the same bill open at once would both pay it.
 */
export async function holdAccount(unit: Unit, customer: CustomerId): Promise<void> {
  const stored = await unit.get(customers, customer)
  if (stored) unit.put(customers, customer, stored.data, stored.revision)
}

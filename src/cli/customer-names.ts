import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'

/** Looks customers' names up, each once. */
export function customerNames(reading: Reading): (customer: CustomerId) => Promise<string> {
  const known = new Map<CustomerId, string>()
  return async (customer) => {
    const name = known.get(customer) ?? (await ledgerOf(reading).customer(customer))?.name ?? customer
    known.set(customer, name)
    return name
  }
}

import { type StoredStanding, standingOf } from '../collections/standing.ts'
import type { Customer } from '../ledger/customer.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { findCustomers } from './find-customers.ts'

/** How it stands with every customer, or with those that a name means, and who they are. Those with whom nothing ever was are among them. */
export async function* standingsOf(
  reading: Reading,
  name: string | undefined,
): AsyncGenerator<StoredStanding & { readonly customer: Customer }> {
  const customers = name === undefined ? ledgerOf(reading).customers() : await findCustomers(reading, name)
  for await (const customer of customers) yield { customer, ...(await standingOf(reading, customer.id)) }
}

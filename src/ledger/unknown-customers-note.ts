import type { Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { customers } from './customer.ts'

const namedAtMost = 5

/** What to tell about customers of a file that nobody has imported: their charges wait, and no bill can be made of them. */
export async function unknownCustomersNote(reading: Reading, ids: Iterable<CustomerId>): Promise<string[]> {
  const unknown: CustomerId[] = []
  for (const id of ids) if (!(await reading.get(customers, id))) unknown.push(id)
  if (unknown.length === 0) return []
  const tenants = unknown.slice(0, namedAtMost).map((id) => id.split('.')[1])
  const more = unknown.length > tenants.length ? ` and ${unknown.length - tenants.length} more` : ''
  return [`no customer is known for tenant ${tenants.join(', ')}${more}: import a customers file before issuing bills`]
}

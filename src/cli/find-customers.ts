import { type Customer, customerSchema, customers } from '../ledger/customer.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { CommandRefused } from './command-refused.ts'

/** The customers that a name, a tenant id or `<partner tenant>.<customer tenant>` on the command line means. Throws CommandRefused when there is none. */
export async function findCustomers(reading: Reading, text: string): Promise<readonly Customer[]> {
  const ledger = ledgerOf(reading)
  const key = text.trim().toLowerCase()
  const byId = await ledger.customer(key as CustomerId)
  if (byId) return [byId]
  const { items } = await reading.find(customers, { index: 'tenant', equals: key })
  if (items.length > 0) return items.map(({ data }) => recordOf(customerSchema, data))
  const byName = await ledger.findCustomers(text)
  if (byName.length === 0) {
    const wayOn =
      'write the name as its bills do, or its tenant id; `saldo invoices` alone lists all customers with bills'
    throw new CommandRefused(`no customer is called "${text}": ${wayOn}`)
  }
  return byName
}

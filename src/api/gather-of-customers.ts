import { customers } from '../ledger/customer.ts'
import type { Json, Reading } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { gatherPage, type Part } from './gather.ts'
import { customerOf } from './wire.ts'

type Asked = { readonly customer?: string; readonly limit?: number; readonly cursor?: string }

/** A page of what each customer has several of; of one customer where one is named. */
export function gatherOfCustomers(
  reading: Reading,
  asked: Asked & Readonly<Record<string, unknown>>,
  partsOf: (customer: CustomerId) => Promise<readonly Part[]>,
): Promise<{ readonly items: readonly Json[]; readonly next?: string }> {
  const parts = async (customer: CustomerId) => [...(await partsOf(customer))].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { customer } = asked
  const [partner = '', tenant = ''] = customer?.split('.') ?? []
  return gatherPage(reading, {
    collection: customers,
    asked,
    ...(customer === undefined ? { index: 'partner' } : { index: 'tenant', equals: tenant }),
    parts: async ({ data }) => (customer === undefined || data.partner === partner ? parts(customerOf(data.id)) : []),
  })
}

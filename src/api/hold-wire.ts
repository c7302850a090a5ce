import { z } from 'zod'
import type { Hold } from '../collections/standing.ts'
import type { Json } from '../store/documents.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { component, customerWire, dayWire, instantWire } from './wire.ts'

/** A hold has its name within its customer's; outside it goes by both. */
export const holdId = (customer: CustomerId, id: string): string => `${id}.${customer}`

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
export const holdIdWire = z.string().regex(new RegExp(`^[A-Za-z0-9-]{1,40}\\.${guid}\\.${guid}$`))

export const holdWire = component(
  'Hold',
  'Why the reminders of a customer, or of one of its bills, wait.',
  z.strictObject({
    id: holdIdWire,
    customer: customerWire,
    kind: z
      .enum(['exempt', 'held', 'later', 'paid'])
      .describe("`exempt` and `held` are the partner's; `later` and `paid` (says so) the customer's."),
    bill: z.string().optional().describe('All bills where it is left out.'),
    reason: z.string(),
    from: dayWire,
    until: dayWire.optional().describe('The last day on which it holds; until it is released where it is left out.'),
    by: z.enum(['person', 'key', 'saldo']),
    key: z.string().optional().describe('The name of the key that placed it.'),
    releasedAt: instantWire.optional(),
  }),
)

export const holdOut = (customer: CustomerId, hold: Hold, number: (id: InvoiceId) => string): Json => ({
  id: holdId(customer, hold.id),
  customer,
  kind: hold.kind,
  bill: hold.invoice && number(hold.invoice),
  reason: hold.reason,
  from: hold.from,
  until: hold.until,
  by: hold.by === 'saldo' ? 'saldo' : 'key' in hold.by ? 'key' : 'person',
  key: hold.by !== 'saldo' && 'key' in hold.by ? hold.by.key : undefined,
  releasedAt: hold.releasedAt,
})

import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Day, Instant } from '../values/day.ts'
import { type CustomerId, type PartnerId, partnerId } from '../values/ids.ts'
import { daySchema, textOf } from '../values/schemas.ts'
import { touch } from './touch.ts'

/** Until when it is known what the customers of one Partner Center account have paid. */
export const paymentDataSchema = z.object({ partner: textOf(partnerId), until: daySchema })

export const paymentData: Collection<z.input<typeof paymentDataSchema>> = {
  name: 'payment_data',
  indexes: {},
  partition: () => 'all',
}

/** The last day whose payments are known; nothing where none ever came in. */
export async function paidUntil(reading: Reading, partner: PartnerId): Promise<Day | undefined> {
  const stored = await reading.get(paymentData, partner)
  return stored && recordOf(paymentDataSchema, stored.data).until
}

/** Notes that what was paid until a day is known, whether anything was or not. Never goes back. */
export async function notePaymentData(unit: Unit, partner: PartnerId, until: Day): Promise<void> {
  const stored = await unit.get(paymentData, partner)
  if (stored && stored.data.until >= until) return
  unit.put(paymentData, partner, { partner, until }, stored?.revision ?? 0)
}

/**
 * To be called in the unit of work that takes payments, imported or posted: what is known of payments is as of that day, and how it stands with
 * those customers is looked at again at once. `partners`: whose customers the payments of that day are known of, though none came.
 */
export async function paymentsCame(
  unit: Unit,
  customers: Iterable<CustomerId>,
  now: Instant,
  partners: Iterable<PartnerId> = [],
): Promise<void> {
  const each = new Set(customers)
  const told = new Set([...partners, ...[...each].map((customer) => customer.split('.')[0] as PartnerId)])
  for (const partner of told) await notePaymentData(unit, partner, now.slice(0, 10) as Day)
  for (const customer of each) await touch(unit, customer, now)
}

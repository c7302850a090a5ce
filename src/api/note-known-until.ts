import { notePaymentData } from '../collections/payment-data.ts'
import { customers } from '../ledger/customer.ts'
import type { Unit } from '../store/documents.ts'
import { day, type Instant } from '../values/day.ts'
import { partnerId } from '../values/ids.ts'
import type { KnownUntil } from './post-payments.ts'
import { Problem } from './problem.ts'

/** Notes that all payments of an account until a day are here. Throws Problem for an unknown account, and for a day that is not over anywhere. */
export async function noteKnownUntil(
  unit: Unit,
  known: KnownUntil,
  { at, now }: { readonly at: number; readonly now: Instant },
): Promise<void> {
  const account = partnerId(known.account)
  const { items } = await unit.find(customers, { index: 'partner', equals: account, limit: 1 })
  if (items.length === 0) throw refusal(`body/knownUntil/${at}/account`, 'is no account with customers')
  if (known.day > now.slice(0, 10)) throw refusal(`body/knownUntil/${at}/day`, 'is still to come')
  await notePaymentData(unit, account, day(known.day))
}

const refusal = (at: string, says: string): Problem =>
  new Problem('refused', 'The payments were not taken, none of them.', { errors: [{ at, says }] })

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Reading, Stored, Unit } from '../store/documents.ts'
import type { Day } from '../values/day.ts'
import type { CustomerId, ImportId } from '../values/ids.ts'
import { type Charge, chargeSchema, type SupplierInvoice } from './charge.ts'
import type { DecisiveCharges } from './decisive-charges.ts'
import { ledgerOf } from './ledger.ts'
import { subscriptionKey, subscriptionSchema, subscriptions } from './subscription.ts'
import { isExpired, subscriptionsFromCharges } from './subscriptions-from-charges.ts'

type StoredSubscription = z.input<typeof subscriptionSchema>

/** One document to write, or to remove when it has no JSON. As text: a large import holds tens of thousands until it ends. */
export type SubscriptionChange = { readonly id: string; readonly revision: number; readonly json?: string }

/** A customer's charges of one supplier invoice that is coming in. */
export type ComingCharges = {
  readonly invoice: Pick<SupplierInvoice, 'number' | 'period'>
  readonly decisive: DecisiveCharges
}

export type RenewSubscriptions = {
  readonly customer: CustomerId
  readonly import: ImportId
  readonly coming: readonly ComingCharges[]
  /** The account's other supplier invoices. */
  readonly others: readonly SupplierInvoice[]
  /** Imports whose charges this one replaces. */
  readonly replaced: ReadonlySet<string>
}

type Month = { readonly from: string; readonly import: ImportId; readonly charges: readonly Charge[] }

/** What a customer's subscriptions become once charges are in. Reads only; the import writes it in the unit that makes it count. */
export async function renewSubscriptions(reading: Reading, renew: RenewSubscriptions): Promise<SubscriptionChange[]> {
  const months: Month[] = renew.coming.map(({ invoice, decisive }) => ({
    from: invoice.period.from,
    import: renew.import,
    charges: decisive.charges.map((charge) => z.decode(chargeSchema, charge)),
  }))
  if (needsEarlierMonths(renew)) months.push(...(await earlierMonths(reading, renew)))
  months.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const ends = [...renew.coming.map(({ invoice }) => invoice), ...renew.others].map(({ period }) => period.to)
  const through = ends.reduce((last, day) => (day > last ? day : last), '' as Day)
  const derived = subscriptionsFromCharges(renew.customer, months, through)
  const { items } = await reading.find(subscriptions, { index: 'customer', equals: renew.customer })
  const known = new Map(items.map((stored) => [stored.data.id as string, stored]))
  const written = derived.map((each) => change(z.encode(subscriptionSchema, each), known.get(each.id)))
  const untouched = items.filter(({ data }) => !derived.some(({ id }) => id === data.id))
  return [...written, ...untouched.map((stored) => left(stored, renew.replaced, through))].filter(
    (each) => each !== undefined,
  )
}

/** Not for the newest invoice of an account when it tells all by itself: that is how files come in, month after month. */
function needsEarlierMonths({ coming: [coming, ...more], others, replaced }: RenewSubscriptions): boolean {
  if (!coming || more.length > 0 || replaced.size > 0 || coming.decisive.needsHistory) return true
  return others.some(({ period }) => period.from >= coming.invoice.period.from)
}

async function earlierMonths(reading: Reading, { customer, others }: RenewSubscriptions): Promise<Month[]> {
  const ledger = ledgerOf(reading)
  const months: Month[] = []
  for (const { number, period, import: id, customers } of others) {
    if (!customers.includes(customer)) continue
    months.push({ from: period.from, import: id, charges: await ledger.charges(customer, number) })
  }
  return months
}

/** Microsoft's charges know nothing of renewals to come or of a suspension, which is billed on: what is known of those stays. */
function change(data: StoredSubscription, stored: Stored<StoredSubscription> | undefined) {
  const { autoRenew, status, start = data.start } = stored?.data ?? {}
  const kept = {
    ...data,
    // A month of usage says nothing of the months before it.
    ...(data.billing === 'usage' && start < data.start && { start }),
    ...(autoRenew !== undefined && { autoRenew }),
    ...(status === 'suspended' && data.status === 'active' && { status }),
  }
  const json = JSON.stringify(kept)
  if (stored && isDeepStrictEqual(stored.data, JSON.parse(json))) return undefined
  return { id: stored?.id ?? copyOf(subscriptionKey(data)), revision: stored?.revision ?? 0, json }
}

/** A text of its own: V8 keeps all of a text in memory for the sake of a part of it, and these are parts of a file. */
const copyOf = (text: string): string => JSON.parse(JSON.stringify(text))

/** A subscription that the charges no longer name: its term may have ended, or the file that named it was replaced. */
function left({ id, revision, data }: Stored<StoredSubscription>, replaced: ReadonlySet<string>, through: Day) {
  if (replaced.has(data.source.import)) return { id, revision }
  if (data.status !== 'active' || !isExpired(data.end as Day | undefined, through)) return undefined
  return { id, revision, json: JSON.stringify({ ...data, status: 'expired' }) }
}

export function writeSubscriptions(unit: Unit, changes: readonly SubscriptionChange[]): void {
  for (const { id, revision, json } of changes) {
    if (json) unit.put(subscriptions, id, JSON.parse(json) as StoredSubscription, revision)
    else unit.remove(subscriptions, id, revision)
  }
}

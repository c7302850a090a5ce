import { ledgerOf } from '../ledger/ledger.ts'
import type { Unit } from '../store/documents.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { type Hold, putStanding, type Standing, standingOf } from './standing.ts'
import { causedId, recordedBy, type Steers, steeredCustomer } from './steer.ts'

/** Whether it holds on a day in the customer's time zone. */
export const isInForce = ({ from, until, releasedAt }: Hold, day: Day): boolean =>
  releasedAt === undefined && from <= day && (until === undefined || day <= until)

/** The holds that concern a bill on a day; without a bill, those of all bills. */
export const holdsOn = ({ holds }: Standing, day: Day, invoice?: InvoiceId): readonly Hold[] =>
  holds.filter((hold) => isInForce(hold, day) && (hold.invoice === undefined || hold.invoice === invoice))

export type PlaceHold = {
  readonly customer: CustomerId
  /** `exempt`: the partner lets it be. `held`: something is to be cleared up first. */
  readonly kind: 'exempt' | 'held'
  /** All bills of the customer, coming ones too, when left out. */
  readonly invoice?: InvoiceId
  readonly reason: string
  /** The last day on which it holds; until it is released when left out. */
  readonly until?: Day
  readonly by: Steers
  readonly now: Instant
  /** Made from what caused it: the same cause is the same hold. */
  readonly event: string
}

export type PlacedHold =
  | { readonly kind: 'placed'; readonly hold: Hold }
  /** One of the same kind for the same bills, until the same day, is in force, or this very one was placed before. */
  | { readonly kind: 'already'; readonly hold: Hold }
  | { readonly kind: 'unknown-invoice' }
  | { readonly kind: 'past-day'; readonly earliest: Day }
  | { readonly kind: 'refused' }

/** Stops the reminders of a customer, or of one bill, for a reason: staff with the role for it, or the partner's own system. Safe to repeat. */
export async function placeHold(unit: Unit, order: PlaceHold): Promise<PlacedHold> {
  const { kind, invoice, reason, until, by, now, event } = order
  const customer = await steeredCustomer(unit, by, order.customer, 'partner')
  if (!customer) return { kind: 'refused' }
  if (invoice !== undefined) {
    const bills = await ledgerOf(unit).invoices(customer.id)
    if (!bills.some(({ id }) => id === invoice)) return { kind: 'unknown-invoice' }
  }
  const today = dayIn(customer.timeZone, now)
  if (until !== undefined && until < today) return { kind: 'past-day', earliest: today }
  const { standing, revision } = await standingOf(unit, customer.id)
  const id = causedId('H', `${customer.id}|${event}`)
  const same = standing.holds.find(
    (hold) =>
      hold.id === id ||
      (isInForce(hold, today) && hold.kind === kind && hold.invoice === invoice && hold.until === until),
  )
  if (same) return { kind: 'already', hold: same }
  const hold: Hold = { id, kind, invoice, reason, from: today, until, by: recordedBy(by) }
  putStanding(unit, { ...standing, holds: [...standing.holds, hold], due: now }, revision)
  return { kind: 'placed', hold }
}

/** Lets a customer, or one bill, be: the same as a hold, by the name that the policy has for it. */
export const exempt = (unit: Unit, order: Omit<PlaceHold, 'kind'>): Promise<PlacedHold> =>
  placeHold(unit, { ...order, kind: 'exempt' })

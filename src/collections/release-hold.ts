import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { type Hold, putStanding, standingOf } from './standing.ts'
import { type Steers, steeredCustomer } from './steer.ts'

export type ReleaseHold = {
  readonly customer: CustomerId
  readonly hold: string
  readonly by: Steers
  readonly now: Instant
}

export type ReleasedHold =
  | { readonly kind: 'released'; readonly hold: Hold }
  | { readonly kind: 'already'; readonly hold: Hold }
  | { readonly kind: 'unknown-hold' }
  | { readonly kind: 'refused' }

/** Ends a hold, whoever placed it: the reminders go on from the next look at the customer. Safe to repeat. */
export async function releaseHold(unit: Unit, order: ReleaseHold): Promise<ReleasedHold> {
  const customer = await steeredCustomer(unit, order.by, order.customer, 'partner')
  if (!customer) return { kind: 'refused' }
  const { standing, revision } = await standingOf(unit, customer.id)
  const hold = standing.holds.find(({ id }) => id === order.hold)
  if (!hold) return { kind: 'unknown-hold' }
  if (hold.releasedAt) return { kind: 'already', hold }
  const released: Hold = { ...hold, releasedAt: order.now }
  const holds = standing.holds.map((each) => (each.id === hold.id ? released : each))
  putStanding(unit, { ...standing, holds, due: order.now }, revision)
  return { kind: 'released', hold: released }
}

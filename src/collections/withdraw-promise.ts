import type { Unit } from '../store/documents.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { type Promised, putStanding, type Standing, standingOf } from './standing.ts'
import { type Steers, steeredCustomer } from './steer.ts'

/** The standing without these open promises. They stay on record, and count. */
export const withdrawn = (standing: Standing, ids: readonly string[], today: Day): Standing => ({
  ...standing,
  promises: standing.promises.map((promise) =>
    promise.state === 'open' && ids.includes(promise.id) ? { ...promise, state: 'withdrawn', endedOn: today } : promise,
  ),
})

export type WithdrawPromise = {
  readonly customer: CustomerId
  readonly promise: string
  readonly by: Steers
  readonly now: Instant
}

export type WithdrawnPromise =
  | { readonly kind: 'withdrawn'; readonly promise: Promised }
  /** It has ended already, or its day has passed. */
  | { readonly kind: 'ended'; readonly promise: Promised }
  | { readonly kind: 'unknown-promise' }
  | { readonly kind: 'refused' }

/** Takes a promise back: the reminders of its bills go on. Safe to repeat. */
export async function withdrawPromise(unit: Unit, order: WithdrawPromise): Promise<WithdrawnPromise> {
  const customer = await steeredCustomer(unit, order.by, order.customer)
  if (!customer) return { kind: 'refused' }
  const { standing, revision } = await standingOf(unit, customer.id)
  const promise = standing.promises.find(({ id }) => id === order.promise)
  if (!promise) return { kind: 'unknown-promise' }
  const today = dayIn(customer.timeZone, order.now)
  if (promise.state !== 'open' || promise.by < today) return { kind: 'ended', promise }
  const after = withdrawn(standing, [promise.id], today)
  putStanding(unit, { ...after, due: order.now }, revision)
  return { kind: 'withdrawn', promise: after.promises.find(({ id }) => id === promise.id) ?? promise }
}

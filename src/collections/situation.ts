import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import type { Situation } from './decide.ts'
import { paidUntil } from './payment-data.ts'
import { policiesOf } from './policy.ts'
import { reachableAgain } from './reachable-again.ts'
import { rulesFor } from './rules.ts'
import { type SettledPromises, settlePromises } from './settle-promises.ts'
import { standingOf } from './standing.ts'

/**
 * All that is decided from on one day, read once; promises are kept or broken as of that day. `revision` is the standing's as it is stored;
 * `hasPolicy`: some version is there, in force or not.
 */
export type Scene = Pick<SettledPromises, 'ended' | 'toPerson'> & {
  readonly situation: Situation
  readonly today: Day
  readonly revision: number
  readonly hasPolicy: boolean
}

/** How it is with a customer on a day of its own time zone; nothing for an unknown one. */
export async function situationOf(reading: Reading, id: CustomerId, today: Day): Promise<Scene | undefined> {
  const account = await ledgerOf(reading).account(id)
  if (!account) return undefined
  const { partner } = account.customer
  const [{ standing, revision }, versions, until] = await Promise.all([
    standingOf(reading, id),
    policiesOf(reading, partner),
    paidUntil(reading, partner),
  ])
  const rules = rulesFor(versions, account.customer, today)
  const settled = settlePromises(account, await reachableAgain(reading, standing, today), today, rules)
  return {
    situation: { account, standing: settled.standing, rules, paidUntil: until },
    ended: settled.ended,
    toPerson: settled.toPerson,
    today,
    revision,
    hasPolicy: versions.length > 0,
  }
}

/** The same at an instant: which day it is there, the customer's time zone says. */
export async function situationAt(reading: Reading, id: CustomerId, now: Instant): Promise<Scene | undefined> {
  const customer = await ledgerOf(reading).customer(id)
  return customer && situationOf(reading, id, dayIn(customer.timeZone, now))
}

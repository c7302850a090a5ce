import { customerSchema, customers } from '../ledger/customer.ts'
import { recordOf } from '../ledger/record.ts'
import type { Documents, Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import type { CustomerId, PartnerId } from '../values/ids.ts'
import { policiesOf } from './policy.ts'
import { putStanding, standingOf, standings } from './standing.ts'
import { lookLease } from './strike-collections.ts'

/** Milliseconds: nobody is looked at later than that, unless the clock was moved. */
const longestPause = 50 * 60 * 60_000

/**
 * Customers whom nobody looks at yet, because they or the policy are new, are looked at from now on. One page of all customers; `after` is where
 * the next begins, absent after the last.
 */
export async function seedStandings(
  documents: Documents,
  { now, after, limit }: { readonly now: Instant; readonly after?: string; readonly limit: number },
): Promise<{ readonly after?: string; readonly seeded: number }> {
  const page = await documents.find(customers, { index: 'partner', limit, after })
  const known = page.items.map(({ data }) => recordOf(customerSchema, data))
  const collecting = new Set<PartnerId>()
  for (const partner of new Set(known.map((customer) => customer.partner)))
    if ((await policiesOf(documents, partner)).length > 0) collecting.add(partner)
  const ids = known.filter(({ partner }) => collecting.has(partner)).map(({ id }) => id)
  const unseen: CustomerId[] = []
  for (const id of ids) if ((await standingOf(documents, id)).standing.due === undefined) unseen.push(id)
  if (unseen.length > 0) await documents.change((unit) => lookAt(unit, unseen, now))
  return { ...(page.next !== undefined && { after: page.next }), seeded: unseen.length }
}

async function lookAt(unit: Unit, ids: readonly CustomerId[], now: Instant): Promise<void> {
  for (const id of ids) {
    const { standing, revision } = await standingOf(unit, id)
    if (standing.due === undefined) putStanding(unit, { ...standing, due: now }, revision)
  }
}

/**
 * For the one process that has the store to itself, when it starts: nobody is at any customer, whatever stands there of leases, and who waits for
 * a time that a moved clock made is not left waiting.
 */
export async function freeStandings(documents: Documents, now: Instant): Promise<void> {
  const taken = await documents.find(standings, { index: 'due', from: now, to: later(now, lookLease) })
  const tooLate = await documents.find(standings, { index: 'due', from: later(now, longestPause) })
  for (const { id } of [...taken.items, ...tooLate.items])
    await documents.change(async (unit) => {
      const { standing, revision } = await standingOf(unit, id as CustomerId)
      putStanding(unit, { ...standing, due: now }, revision)
    })
}

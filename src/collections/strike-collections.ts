import { type Documents, RevisionConflict, type Stored } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import type { OnStaff } from './give-to-staff.ts'
import { remindCustomer } from './remind-customer.ts'
import { standings } from './standing.ts'

/** Milliseconds that a customer belongs to whoever took it. Deciding takes far less. */
export const lookLease = 60_000

export type Striking = {
  readonly now: Instant
  /** Customers in one strike. */
  readonly limit: number
  readonly onStaff?: OnStaff
  /** Told of what went wrong with one customer; the others go on, and that one comes again after its lease. */
  readonly fault: (error: unknown) => void
}

/** Decides for the customers who are due, each in a unit of work of its own. Gives how many. Safe to repeat, and to run in several processes. */
export async function strikeCollections(documents: Documents, striking: Striking): Promise<number> {
  const { now, onStaff, fault } = striking
  const due = await claimDue(documents, striking)
  const one = ({ id }: Stored) =>
    documents.change((unit) => remindCustomer(unit, id as CustomerId, { now, onStaff })).catch(fault)
  await Promise.all(due.map(one))
  return due.length
}

/** None where somebody changes one of them in that moment, because the next look finds them. */
async function claimDue(documents: Documents, { now, limit }: Striking): Promise<readonly Stored[]> {
  const due = later(now, lookLease)
  try {
    return await documents.claim(standings, { index: 'due', due: now, limit, lease: (data) => ({ ...data, due }) })
  } catch (error) {
    if (error instanceof RevisionConflict) return []
    throw error
  }
}

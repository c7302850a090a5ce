import type { OnStaff } from '../collections/give-to-staff.ts'
import { seedStandings } from '../collections/seed-standings.ts'
import { strikeCollections } from '../collections/strike-collections.ts'
import type { Documents } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'

export type CollectionsTools = {
  readonly documents: Documents
  readonly clock: Clock
  /** Only goes forward. */
  readonly milliseconds: () => number
  readonly onStaff: OnStaff
  readonly fault: (error: unknown) => void
}

/** Customers that are decided in one run, and those that one run looks through for new ones: ten thousand hold nothing else up. */
const decidedAtOnce = 50
const seededAtOnce = 200
/** Milliseconds between two looks through all customers. */
const seedPause = 5 * 60_000

/** Decides for customers as they come due, and finds those whom nobody looks at yet. One run does a bounded part of it, and says whether more waits. */
export function collectionsJob({ documents, clock, milliseconds, onStaff, fault }: CollectionsTools) {
  let after: string | undefined
  let seedAgain = 0

  async function seed(): Promise<boolean> {
    if (milliseconds() < seedAgain) return false
    const page = await seedStandings(documents, { now: clock.now(), after, limit: seededAtOnce })
    after = page.after
    if (after === undefined) seedAgain = milliseconds() + seedPause
    return after !== undefined
  }

  return async (): Promise<{ readonly more: boolean }> => {
    const seeding = await seed()
    const decided = await strikeCollections(documents, { now: clock.now(), limit: decidedAtOnce, onStaff, fault })
    return { more: seeding || decided === decidedAtOnce }
  }
}

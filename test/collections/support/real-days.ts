import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSample } from '../../../src/cli/load-sample.ts'
import type { Decision } from '../../../src/collections/decision.ts'
import { noticeKey } from '../../../src/collections/notices.ts'
import { policies, policySchema } from '../../../src/collections/policy.ts'
import { remindCustomer } from '../../../src/collections/remind-customer.ts'
import type { ForecastDay, SimulatedCustomer } from '../../../src/collections/simulate.ts'
import { simulatedCustomer } from '../../../src/collections/simulated-customer.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import { ledgerOf } from '../../../src/ledger/ledger.ts'
import { recordOf } from '../../../src/ledger/record.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { addDays, type Day, type Instant } from '../../../src/values/day.ts'
import type { CustomerId } from '../../../src/values/ids.ts'

/** What came of a day, without what names a message. */
export const outcomeOf = (
  { kind, reason, stage, staff, bills, next, policy }: Decision,
  notices: readonly string[],
) => ({
  kind,
  reason,
  stage,
  staff,
  next,
  policy,
  bills: bills.map((bill) => ({ ...bill, amount: `${bill.amount.minor} ${bill.amount.currency}` })),
  notices: [...notices].sort(),
})
export type Outcome = ReturnType<typeof outcomeOf>

export const forecastOutcome = ({ decision, notices }: ForecastDay): Outcome =>
  outcomeOf(decision, notices.map(noticeKey))

/** An hour at which somebody is written to in Lisbon, London, Madrid and São Paulo alike. */
const noon = (day: Day): Instant => `${day}T14:00:00.000Z` as Instant

/** The sample partner in an embedded store of its own, as it is on a day. */
export async function openPartner(today: Day) {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-simulate-'))
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  let ids = 0
  await loadSample({
    documents,
    clock: { now: () => noon(today) },
    newId: () => `id-${++ids}`,
    conversation: () => Promise.reject(new Error('nobody talks here')),
    mayLoadSample: true,
  })
  const close = async () => {
    await documents.close()
    rmSync(folder, { recursive: true })
  }
  const versions = await documents.find(policies, { index: 'partner' })
  const customers: SimulatedCustomer[] = []
  for await (const { id } of ledgerOf(documents).customers()) {
    const customer = await simulatedCustomer(documents, id)
    if (customer) customers.push(customer)
  }
  return { documents, close, customers, policies: versions.items.map(({ data }) => recordOf(policySchema, data)) }
}

/** The same customers as they stand now. */
export async function standingNow(documents: Documents, ids: readonly CustomerId[]): Promise<SimulatedCustomer[]> {
  const read = await Promise.all(ids.map((id) => simulatedCustomer(documents, id)))
  return read.filter((each) => each !== undefined)
}

type Days = { readonly from: Day; readonly days: number; readonly before?: (day: Day) => Promise<void> }

/** The real run, the clock moved on day by day: what came of each day of each customer. */
export async function realDays(
  documents: Documents,
  ids: readonly CustomerId[],
  { from, days, before }: Days,
): Promise<ReadonlyMap<CustomerId, readonly Outcome[]>> {
  const found = new Map<CustomerId, Outcome[]>(ids.map((id) => [id, []]))
  for (let at = 0; at < days; at += 1) {
    const day = addDays(from, at)
    await before?.(day)
    for (const id of ids) found.get(id)?.push(await realDay(documents, id, noon(day)))
  }
  return found
}

const realDay = (documents: Documents, id: CustomerId, now: Instant): Promise<Outcome> =>
  documents.change(async (unit) => {
    const reminded = await remindCustomer(unit, id, { now })
    if (!reminded) throw new Error(`${id} is no customer`)
    const notices = reminded.notices?.notices ?? []
    return outcomeOf(reminded.decision, notices.map(noticeKey))
  })

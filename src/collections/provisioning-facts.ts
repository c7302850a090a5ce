import { type Day, day } from '../values/day.ts'

/** What Microsoft does with subscriptions that are not paid for. Each sentence of the foresight goes back to one of these. */
export type ProvisioningFact = {
  readonly id: string
  /** The first day on which it holds, as far as known. */
  readonly effective: Day
  /** Days, where it counts some; the earlier where pages disagree. */
  readonly days?: number
  readonly source: string
  /** When somebody last looked whether the source still says so. */
  readonly checked: Day
  /** Sources disagree, or it is not Microsoft's own. */
  readonly uncertain?: true
}

const lifecycle = 'Partner Center docs, subscription-lifecycle'
const creating = 'Partner Center docs, create-a-new-subscription'
const unpaid = 'Partner Center docs, non-payment-fraud-misuse'
const docs = { effective: day('2022-01-10'), checked: day('2023-10-01') }

/** The oldest version of a fact first. A new version is a new entry: what was said before stays on record. */
export const provisioningFacts: readonly ProvisioningFact[] = [
  { ...docs, id: 'access-lost', source: lifecycle },
  { ...docs, id: 'new-commerce-billed', source: creating },
  { ...docs, id: 'legacy-not-billed', source: creating },
  { ...docs, id: 'auto-renew-off', source: lifecycle },
  { ...docs, id: 'scheduled-lost', source: lifecycle },
  // Another page gives a suspended subscription 30 days disabled and 90 more after its term: the customer is told the earlier end.
  { ...docs, id: 'new-commerce-data', days: 0, source: unpaid, uncertain: true },
  { ...docs, id: 'new-commerce-data-late', days: 120, source: lifecycle, uncertain: true },
  { ...docs, id: 'legacy-data', days: 90, source: lifecycle },
  { ...docs, id: 'expired', days: 30, source: lifecycle },
  { ...docs, id: 'disabled', days: 90, source: lifecycle },
  { ...docs, id: 'azure-inactive-first', source: `${unpaid}; error 900115` },
  {
    id: 'azure-data',
    days: 1,
    effective: day('2020-01-01'),
    checked: day('2023-10-01'),
    source: 'Azure docs, subscription-states (2020)',
    uncertain: true,
  },
  {
    id: 'extended-service-term',
    effective: day('2026-05-04'),
    checked: day('2026-11-01'),
    source: 'docs.cloudblue.com; dates revised several times',
    uncertain: true,
  },
]

/** The version of a fact that holds on a day; nothing before its first. */
export const provisioningFact = (id: string, on: Day): ProvisioningFact | undefined =>
  provisioningFacts.findLast((fact) => fact.id === id && fact.effective <= on)

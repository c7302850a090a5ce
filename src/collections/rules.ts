import type { Customer } from '../ledger/customer.ts'
import type { Reading } from '../store/documents.ts'
import type { Day } from '../values/day.ts'
import type { TenantId } from '../values/ids.ts'
import type { Hours } from '../values/open-frames.ts'
import { type Override, type Policy, policiesOf } from './policy.ts'

/** What of a policy holds for one customer on one day, overrides taken in. */
export type Rules = Pick<
  Policy,
  | 'stages'
  | 'cap'
  | 'minimum'
  | 'paymentDataDays'
  | 'promises'
  | 'disputeDays'
  | 'paidDays'
  | 'laterDays'
  | 'suspension'
  | 'notices'
> & {
  /** Which version says so. */
  readonly policy: Pick<Policy, 'partner' | 'name' | 'effective'>
  /** Which of its overrides takes part in it. */
  readonly override?: string
  /** When this customer may be written to: its own time zone, the holidays of its country. */
  readonly hours: Hours
  /** Those that concern this customer, whether they hold now or not. */
  readonly exemptions: readonly Policy['exemptions'][number][]
}

/**
 * What holds for a customer on a day in its time zone; nothing before the first version. `versions` come oldest first; those of
 * another Partner Center account say nothing of the customer. Customers alike get the same object, so that what is worked out from
 * it can be kept beside it.
 */
export function rulesFor(versions: readonly Policy[], customer: Customer, today: Day): Rules | undefined {
  const policy = versions.findLast(({ partner, effective }) => partner === customer.partner && effective <= today)
  if (!policy) return undefined
  const { made, overrides, exemptions } = readyOf(policy)
  const isAlone = overrides.has(customer.tenant) || exemptions.has(customer.tenant)
  const key = `${isAlone ? customer.tenant : ''}|${customer.country}|${customer.timeZone}`
  const known = made.get(key) ?? rulesOf(policy, customer)
  made.set(key, known)
  return known
}

/** The same, from the store. */
export const rulesOn = async (reading: Reading, customer: Customer, today: Day): Promise<Rules | undefined> =>
  rulesFor(await policiesOf(reading, customer.partner), customer, today)

/** A policy as it is looked into for one customer after the other: ten thousand of them ask about the same few lists. */
type Ready = {
  readonly made: Map<string, Rules>
  readonly overrides: ReadonlyMap<TenantId, Override>
  readonly exemptions: ReadonlyMap<TenantId, Rules['exemptions']>
}

const ready = new WeakMap<Policy, Ready>()

function readyOf(policy: Policy): Ready {
  const known = ready.get(policy)
  if (known) return known
  const overrides = policy.overrides.flatMap((each) => each.customers.map((customer) => [customer, each] as const))
  const made: Ready = {
    made: new Map(),
    overrides: new Map(overrides),
    exemptions: Map.groupBy(policy.exemptions, ({ customer }) => customer),
  }
  ready.set(policy, made)
  return made
}

const none: readonly never[] = []

function rulesOf(policy: Policy, { tenant, country, timeZone }: Customer): Rules {
  const { overrides, exemptions } = readyOf(policy)
  const override = overrides.get(tenant)
  const merged: Policy = { ...policy, ...(override && saidBy(override)) }
  const { stages, cap, minimum, paymentDataDays, promises, disputeDays, paidDays, laterDays, suspension } = merged
  return {
    policy: { partner: policy.partner, name: policy.name, effective: policy.effective },
    ...(override && { override: override.name }),
    hours: { hours: merged.hours, timeZone, holidays: policy.holidays[country] ?? none },
    exemptions: exemptions.get(tenant) ?? none,
    ...{ stages, cap, minimum, paymentDataDays, promises, disputeDays, paidDays, laterDays, suspension },
    notices: merged.notices,
  }
}

/** What an override says, without who it is for. What it leaves out stays as the policy has it. */
function saidBy({ name: _, customers: __, ...instead }: Override): Partial<Policy> {
  return Object.fromEntries(Object.entries(instead).filter(([, value]) => value !== undefined))
}

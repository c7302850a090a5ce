import type { Customer } from '../ledger/customer.ts'
import type { Day } from '../values/day.ts'
import type { Hours } from '../values/open-frames.ts'
import type { Policy } from './policy.ts'

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
  /** When this customer may be written to: its own time zone, the holidays of its country. */
  readonly hours: Hours
  /** Those that concern this customer, whether they hold now or not. */
  readonly exemptions: Policy['exemptions']
}

/** What holds for a customer on a day; nothing before the first version. `versions` come oldest first. */
export function rulesFor(versions: readonly Policy[], customer: Customer, today: Day): Rules | undefined {
  const policy = versions.findLast(({ effective }) => effective <= today)
  if (!policy) return undefined
  const override = policy.overrides.find(({ customers }) => customers.includes(customer.tenant))
  const { name: _, customers: __, ...instead } = override ?? { name: '', customers: [] }
  const said = Object.fromEntries(Object.entries(instead).filter(([, value]) => value !== undefined))
  const merged = { ...policy, ...said }
  return {
    ...merged,
    policy: { partner: policy.partner, name: policy.name, effective: policy.effective },
    hours: {
      hours: merged.hours,
      timeZone: customer.timeZone,
      holidays: policy.holidays[customer.country] ?? [],
    },
    exemptions: policy.exemptions.filter((exemption) => exemption.customer === customer.tenant),
  }
}

import type { Reading } from '../store/documents.ts'
import { type CustomerId, partnerId } from '../values/ids.ts'
import { type Offering, offeringOf, type Plan } from './offering.ts'

/** One object for each customer as long as the offering stays, so that what is worked out from it can be kept beside it. */
const known = new WeakMap<Offering, Map<CustomerId | undefined, Offering>>()

/**
 * What the partner says to one customer: what its plan says, and of the rest what the offering says. Of the plans only the
 * customer's own is left in it, and in that only the customer; none for somebody who is no customer. Applied twice it is the same.
 */
export function offeringFor(offering: Offering, customer?: CustomerId): Offering {
  if (!offering.plans) return offering
  const made = known.get(offering) ?? new Map<CustomerId | undefined, Offering>()
  known.set(offering, made)
  const plan = planFor(offering, customer)
  // Whoever has no plan gets one object, however many they are.
  const key = plan && customer
  const effective = made.get(key) ?? (plan && customer ? withPlan(offering, plan, customer) : withoutPlans(offering))
  made.set(key, effective)
  return effective
}

/** The same, from the store: what the customer's Partner Center account offers it. Nothing while no offering was imported. */
export async function offeringForCustomer(reading: Reading, customer: CustomerId): Promise<Offering | undefined> {
  const offering = await offeringOf(reading, partnerId(customer.split('.')[0] ?? ''))
  return offering && offeringFor(offering, customer)
}

/** A plan counts for the tenants of its own account: the same tenant can buy through another one as well. */
function planFor({ partner, plans = [] }: Offering, customer: CustomerId | undefined): Plan | undefined {
  const [account, tenant] = customer?.split('.') ?? []
  return account === partner ? plans.find(({ customers }) => customers.some((each) => each === tenant)) : undefined
}

const withoutPlans = ({ plans, ...offering }: Offering): Offering => offering

function withPlan(offering: Offering, plan: Plan, customer: CustomerId): Offering {
  const { name, customers, price, ...instead } = plan
  const said = Object.fromEntries(Object.entries(instead).filter(([, value]) => value !== undefined))
  const effective: Offering = { ...offering, ...said }
  const alone = customers.filter((tenant) => customer.endsWith(`.${tenant}`))
  const { price: general, provider, ...rest } = effective
  const charged = price === 'none' ? undefined : (price ?? general)
  return {
    ...rest,
    // The provider of the others' support is no matter of a customer whom the partner helps itself.
    ...(effective.model !== 'own' && provider && { provider }),
    ...(charged && { price: charged }),
    plans: [{ ...plan, customers: alone }],
  }
}

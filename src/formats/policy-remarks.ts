import type { z } from 'zod'
import type { policySchema } from '../collections/policy.ts'
import { customers } from '../ledger/customer.ts'
import type { Reading } from '../store/documents.ts'
import { languages } from '../values/language.ts'

type Policy = z.input<typeof policySchema>

/** What a person should know of policies that are right by themselves: whom they name that is no customer, which holidays they lack. */
export async function policyRemarks(reading: Reading, policies: readonly Policy[]): Promise<readonly string[]> {
  const remarks = new Set<string>()
  for (const partner of new Set(policies.map((policy) => policy.partner))) {
    const { items } = await reading.find(customers, { index: 'partner', equals: partner })
    if (items.length === 0) continue
    const known = new Set(items.map(({ data }) => data.tenant))
    const countries = [...new Set(items.map(({ data }) => data.country))].sort()
    for (const policy of policies) {
      if (policy.partner !== partner) continue
      for (const { customer, by } of named(policy))
        if (!known.has(customer)) remarks.add(`${by} names ${customer}, which is no customer of this account`)
      for (const country of countries)
        if (!policy.holidays?.[country]?.length)
          remarks.add(`"${policy.name}" of ${policy.effective} has no holidays for the customers in ${country}`)
    }
  }
  return [...remarks]
}

const named = ({ overrides = [], exemptions = [] }: Policy) => [
  ...overrides.flatMap(({ name, customers }) =>
    customers.map((customer) => ({ customer: customer.toLowerCase(), by: `the override "${name}"` })),
  ),
  ...exemptions.map(({ customer }) => ({ customer: customer.toLowerCase(), by: 'an exemption' })),
]

/** Which languages the partner's own words leave out: who reads those gets what Saldo says, and no more. */
export const wordRemarks = (policies: readonly Policy[]): readonly string[] =>
  policies.flatMap(({ name, effective, stages, overrides = [] }) =>
    [...stages, ...overrides.flatMap((override) => override.stages ?? [])].flatMap(({ id, words }) => {
      const missing = words ? languages.filter((language) => words[language] === undefined) : []
      return missing.length > 0
        ? [`"${name}" of ${effective}: the words of ${id} are not there in ${missing.join(', ')}`]
        : []
    }),
  )

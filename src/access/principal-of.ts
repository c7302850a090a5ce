import { type Customer, customerSchema, customers } from '../ledger/customer.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { customerRoles, type Person, partnerRoles, people, personKey, personSchema } from './person.ts'
import type { PersonKey, Principal } from './principal.ts'

/**
 * Who somebody is, from (tenant id, object id) alone. Fails closed: a record that contradicts itself gives no more than its
 * tenant alone would. Roles are read each time, so that a removal holds from the next message on.
 */
export async function principalOf(reading: Reading, { tenant, objectId }: PersonKey): Promise<Principal> {
  const key = { tenant, objectId }
  const stored = await reading.get(people, personKey(tenant, objectId))
  const person = stored && recordOf(personSchema, stored.data)
  if (person && !person.customer) return staff(key, person)
  const customer = person?.customer && (await ledgerOf(reading).customer(person.customer))
  if (person && customer?.tenant === tenant) return ofCustomer(key, customer, person)
  const employer = await customerOfTenant(reading, tenant)
  return employer ? ofCustomer(key, employer) : { kind: 'stranger', key }
}

function staff(key: PersonKey, person: Person): Principal {
  const roles = partnerRoles.filter((role) => person.roles.includes(role))
  return roles.length
    ? { kind: 'partner', key, roles, language: person.language, name: person.name }
    : { kind: 'stranger', key }
}

function ofCustomer(key: PersonKey, customer: Customer, person?: Person): Principal {
  const roles = customerRoles.filter((role) => person?.roles.includes(role))
  return {
    kind: 'customer',
    key,
    customer,
    roles: roles.length ? roles : ['employee'],
    language: person?.language,
    name: person?.name,
  }
}

/** A tenant that buys through two Partner Center accounts is two customers; support is the same for both, so the first will do. */
async function customerOfTenant(reading: Reading, tenant: string): Promise<Customer | undefined> {
  const { items } = await reading.find(customers, { index: 'tenant', equals: tenant, limit: 1 })
  return items[0] && recordOf(customerSchema, items[0].data)
}

import type { Person } from '../access/person.ts'

/** A person as `saldo people --json` prints one; `customer` is null for the partner's own staff. */
export const personJson = ({ tenant, objectId, mail, name, customer, roles }: Person) => ({
  tenant,
  objectId,
  mail,
  name,
  customer: customer ?? null,
  roles,
})

import { z } from 'zod'
import { customerSchema, customers } from '../ledger/customer.ts'
import { recordOf } from '../ledger/record.ts'
import type { Documents, Unit } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'
import { may } from './may.ts'
import { type PeopleChange, peopleChangeSchema, peopleChanges } from './people-change.ts'
import { customerRoles, type Person, partnerRoles, people, personKey, personSchema, type Role } from './person.ts'
import type { PersonKey, Principal } from './principal.ts'

/** Who changes: a person, or whoever may run commands on the machine that holds the data. */
export type Actor = Principal | { readonly kind: 'operator'; readonly name: string }

export type PeopleTools = { readonly by: Actor; readonly now: Instant; readonly newId: NewId }

/** `unchanged`: it is so already. A refusal changes nothing; `last-admin` keeps the only user management admin there is. */
export type PeopleOutcome =
  | { readonly kind: 'added' | 'removed' | 'changed' | 'unchanged' }
  | {
      readonly kind: 'refused'
      readonly reason: 'not-allowed' | 'unknown-person' | 'unknown-customer' | 'wrong-roles' | 'last-admin'
    }

const refused = (reason: Extract<PeopleOutcome, { kind: 'refused' }>['reason']): PeopleOutcome => ({
  kind: 'refused',
  reason,
})

/** Makes somebody known, or brings what is known of them up to date. Safe to repeat. */
export const addPerson = (documents: Documents, person: Person, tools: PeopleTools): Promise<PeopleOutcome> =>
  asAllowed(tools, documents, async (unit) => {
    if (!rolesFit(person.customer !== undefined, person.roles)) return refused('wrong-roles')
    const employer = person.customer && (await unit.get(customers, person.customer))
    const customer = employer && recordOf(customerSchema, employer.data)
    // A record whose customer is of another tenant would let one company's people into another's figures.
    if (person.customer && customer?.tenant !== person.tenant) return refused('unknown-customer')
    const known = await personIn(unit, person)
    if (known && sameJson(z.encode(personSchema, known.person), z.encode(personSchema, person)))
      return { kind: 'unchanged' }
    if (known && losesAdmin(known.person.roles, person.roles) && !(await othersAdmin(unit, person)))
      return refused('last-admin')
    unit.put(people, personKey(person.tenant, person.objectId), z.encode(personSchema, person), known?.revision ?? 0)
    log(unit, tools, known ? 'roles' : 'added', person, known?.person.roles ?? [], person.roles)
    return { kind: known ? 'changed' : 'added' }
  })

/** Makes somebody unknown: from their next message on they are an employee of their tenant, or a stranger. Safe to repeat. */
export const removePerson = (documents: Documents, key: PersonKey, tools: PeopleTools): Promise<PeopleOutcome> =>
  asAllowed(tools, documents, async (unit) => {
    const known = await personIn(unit, key)
    if (!known) return { kind: 'unchanged' }
    if (losesAdmin(known.person.roles, []) && !(await othersAdmin(unit, key))) return refused('last-admin')
    unit.remove(people, personKey(key.tenant, key.objectId), known.revision)
    log(unit, tools, 'removed', key, known.person.roles, [])
    return { kind: 'removed' }
  })

/** Sets exactly these roles. Safe to repeat. */
export const setRoles = (
  documents: Documents,
  key: PersonKey,
  roles: readonly Role[],
  tools: PeopleTools,
): Promise<PeopleOutcome> =>
  asAllowed(tools, documents, async (unit) => {
    const known = await personIn(unit, key)
    if (!known) return refused('unknown-person')
    const wanted = [...new Set(roles)]
    if (!rolesFit(known.person.customer !== undefined, wanted)) return refused('wrong-roles')
    if (sameJson([...known.person.roles].sort(), [...wanted].sort())) return { kind: 'unchanged' }
    if (losesAdmin(known.person.roles, wanted) && !(await othersAdmin(unit, key))) return refused('last-admin')
    unit.put(
      people,
      personKey(key.tenant, key.objectId),
      z.encode(personSchema, { ...known.person, roles: wanted }),
      known.revision,
    )
    log(unit, tools, 'roles', key, known.person.roles, wanted)
    return { kind: 'changed' }
  })

/** Decides before anything is read: who may not change people learns nothing about who is known. */
const asAllowed = (
  { by }: PeopleTools,
  documents: Documents,
  work: (unit: Unit) => Promise<PeopleOutcome>,
): Promise<PeopleOutcome> =>
  by.kind === 'operator' || may(by, 'people') ? documents.change(work) : Promise.resolve(refused('not-allowed'))

/** A customer's people have a customer's roles and the partner's staff have the partner's, and everybody has one. */
const rolesFit = (ofCustomer: boolean, roles: readonly Role[]): boolean =>
  roles.length > 0 &&
  roles.every((role) => (ofCustomer ? customerRoles : partnerRoles).some((fitting) => fitting === role))

const losesAdmin = (before: readonly Role[], after: readonly Role[]): boolean =>
  before.includes('user-management-admin') && !after.includes('user-management-admin')

async function personIn(unit: Unit, { tenant, objectId }: PersonKey) {
  const stored = await unit.get(people, personKey(tenant, objectId))
  return stored && { person: recordOf(personSchema, stored.data), revision: stored.revision }
}

/**
 * Whether another user management admin stays. That one is written again as it is, so that two removals at once cannot each count
 * on the other: one of them then finds its witness changed and decides again.
 */
async function othersAdmin(unit: Unit, { tenant, objectId }: PersonKey): Promise<boolean> {
  const { items } = await unit.find(people, { index: 'role', equals: 'user-management-admin', limit: 2 })
  const other = items.find(({ id }) => id !== personKey(tenant, objectId))
  if (other) unit.put(people, other.id, other.data, other.revision)
  return other !== undefined
}

function log(
  unit: Unit,
  { by, now, newId }: PeopleTools,
  what: PeopleChange['what'],
  key: PersonKey,
  before: readonly Role[],
  after: readonly Role[],
): void {
  const id = newId()
  const author = by.kind === 'operator' ? by.name : personKey(by.key.tenant, by.key.objectId)
  const change: PeopleChange = {
    id,
    at: now,
    by: author,
    what,
    person: personKey(key.tenant, key.objectId),
    before: [...before],
    after: [...after],
  }
  unit.put(peopleChanges, id, z.encode(peopleChangeSchema, change), 0)
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

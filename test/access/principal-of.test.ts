import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Ability, abilities, may, roleTable } from '../../src/access/may.ts'
import { customerRoles, type Person, partnerRoles, people, personKey, personSchema } from '../../src/access/person.ts'
import { principalOf } from '../../src/access/principal-of.ts'
import type { Documents } from '../../src/store/documents.ts'
import { objectId } from '../../src/values/ids.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { adega, everybody, serra } from '../conversation/support/small-desk.ts'

const desk = deskForTests()
const who = (key: { tenant: Person['tenant']; objectId: Person['objectId'] }) => principalOf(desk.documents, key)

const put = (documents: Documents, person: Person) =>
  documents.change(async (unit) =>
    unit.put(people, personKey(person.tenant, person.objectId), z.encode(personSchema, person), 0),
  )

describe('who somebody is comes from tenant and object id alone', () => {
  test.each([
    ['clara', 'customer', ['billing-contact']],
    ['rui', 'customer', ['employee']],
    ['newcomer', 'customer', ['employee']],
    ['helena', 'partner', ['helpdesk-agent']],
    ['ulisses', 'partner', ['user-management-admin']],
  ] as const)('%s is of a %s with roles %j', async (name, kind, roles) => {
    expect(await who(everybody[name])).toMatchObject({ kind, roles })
  })

  test('somebody of a tenant that is no customer is a stranger', async () => {
    expect(await who(everybody.stranger)).toMatchObject({ kind: 'stranger' })
  })

  test('a known object id in another tenant is somebody else', async () => {
    expect(await who({ tenant: everybody.stranger.tenant, objectId: everybody.clara.objectId })).toMatchObject({
      kind: 'stranger',
    })
    expect(await who({ tenant: serra.tenant, objectId: everybody.clara.objectId })).toMatchObject({
      kind: 'customer',
      roles: ['employee'],
      customer: { id: serra.id },
    })
  })
})

describe('a record that contradicts itself gives no more than its tenant would', () => {
  const wrong = (at: number, over: Partial<Person>): Person => ({
    ...everybody.clara,
    objectId: objectId(`55555555-5555-4555-8555-${String(at).padStart(12, '0')}`),
    ...over,
  })

  test.each([
    [
      'a customer of another tenant',
      wrong(1, { customer: serra.id }),
      { kind: 'customer', roles: ['employee'], customer: { id: adega.id } },
    ],
    [
      'a customer that is not known',
      wrong(2, { customer: `${serra.id}0` as never }),
      { kind: 'customer', roles: ['employee'] },
    ],
    [
      'a customer’s person with a partner’s role',
      wrong(3, { roles: ['billing-admin'] }),
      { kind: 'customer', roles: ['employee'] },
    ],
    [
      'staff with a customer’s role',
      wrong(4, { customer: undefined, tenant: everybody.helena.tenant }),
      { kind: 'stranger' },
    ],
  ] as const)('%s', async (_, person, expected) => {
    await put(desk.documents, person)
    expect(await who(person)).toMatchObject(expected)
  })
})

describe('what a role may do', () => {
  const able = Object.keys(abilities) as Ability[]
  const stranger = { kind: 'stranger', key: everybody.stranger } as const

  test('a stranger may nothing', () => expect(able.filter((ability) => may(stranger, ability))).toEqual([]))

  test('no customer’s role opens another customer, a cost, the list of people or the helpdesk’s side of a case', () => {
    const own = ['own-figures', 'support', 'tickets', 'company-tickets', 'own-collections']
    for (const role of customerRoles) expect(roleTable[role].filter((ability) => !own.includes(ability))).toEqual([])
  })

  test('no partner’s role reads figures as a customer’s own', () => {
    for (const role of partnerRoles) expect(roleTable[role]).not.toContain('own-figures')
  })

  test('only the user management admin changes people', () => {
    expect(partnerRoles.filter((role) => roleTable[role].includes('people'))).toEqual(['user-management-admin'])
  })
})

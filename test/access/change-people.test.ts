import { describe, expect, test } from 'vitest'
import { type Actor, addPerson, removePerson, setRoles } from '../../src/access/change-people.ts'
import { peopleChanges } from '../../src/access/people-change.ts'
import type { Person } from '../../src/access/person.ts'
import { principalOf } from '../../src/access/principal-of.ts'
import { objectId } from '../../src/values/ids.ts'
import { deskForTests, now } from '../conversation/support/open-desk.ts'
import { adega, everybody, type Known, serra } from '../conversation/support/small-desk.ts'

const desk = deskForTests()
let made = 0
const tools = (by: Actor) => ({ by, now, newId: () => `change-${++made}` })
const as = async (name: Known) => tools(await principalOf(desk.documents, everybody[name]))
const operator = tools({ kind: 'operator', name: 'root' })
const changes = async () => (await desk.documents.find(peopleChanges, { index: 'at' })).items.map(({ data }) => data)

let nobody = 0
const somebody = (over: Partial<Person> = {}): Person => ({
  ...everybody.rui,
  objectId: objectId(`66666666-6666-4666-8666-${String(++nobody).padStart(12, '0')}`),
  name: 'New',
  ...over,
})

describe('the user management admin changes who is known', () => {
  test('an added person is somebody from then on, and adding again changes nothing', async () => {
    const person = somebody({ roles: ['billing-contact'] })
    expect(await addPerson(desk.documents, person, await as('ulisses'))).toEqual({ kind: 'added' })
    expect(await principalOf(desk.documents, person)).toMatchObject({ kind: 'customer', roles: ['billing-contact'] })
    const logged = (await changes()).length
    expect(await addPerson(desk.documents, person, await as('ulisses'))).toEqual({ kind: 'unchanged' })
    expect(await changes()).toHaveLength(logged)
  })

  test('new roles hold from the next message on; a removed person is an employee of the tenant', async () => {
    const person = somebody({ roles: ['billing-contact'] })
    await addPerson(desk.documents, person, operator)
    expect(await setRoles(desk.documents, person, ['employee'], await as('ulisses'))).toEqual({ kind: 'changed' })
    expect(await principalOf(desk.documents, person)).toMatchObject({ roles: ['employee'] })
    expect(await removePerson(desk.documents, person, await as('ulisses'))).toEqual({ kind: 'removed' })
    expect(await removePerson(desk.documents, person, await as('ulisses'))).toEqual({ kind: 'unchanged' })
    expect(await principalOf(desk.documents, person)).toMatchObject({ kind: 'customer', roles: ['employee'] })
  })

  test('each change is logged with who, whom, before and after', async () => {
    const person = somebody()
    await addPerson(desk.documents, person, await as('ulisses'))
    const by = `${everybody.ulisses.tenant}.${everybody.ulisses.objectId}`
    const about = `${person.tenant}.${person.objectId}`
    expect((await changes()).filter((change) => change.person === about)).toMatchObject([
      { by, what: 'added', at: now, before: [], after: ['employee'] },
    ])
  })
})

describe('a refusal changes nothing', () => {
  test.each(['clara', 'rui', 'helena', 'bruno', 'sara', 'amelia', 'stranger', 'newcomer'] as const)(
    '%s may not change people, whether they are known or not',
    async (name) => {
      const tools = await as(name)
      const refusal = { kind: 'refused', reason: 'not-allowed' }
      expect(await addPerson(desk.documents, somebody(), tools)).toEqual(refusal)
      expect(await removePerson(desk.documents, everybody.rui, tools)).toEqual(refusal)
      expect(await removePerson(desk.documents, everybody.stranger, tools)).toEqual(refusal)
      expect(await setRoles(desk.documents, everybody.rui, ['billing-contact'], tools)).toEqual(refusal)
    },
  )

  test.each([
    ['a customer of another tenant', () => somebody({ customer: serra.id }), 'unknown-customer'],
    ['a partner’s role for a customer’s person', () => somebody({ roles: ['billing-admin'] }), 'wrong-roles'],
    ['a customer’s role for staff', () => somebody({ customer: undefined }), 'wrong-roles'],
    ['no role at all', () => somebody({ roles: [] }), 'wrong-roles'],
  ] as const)('%s', async (_, person, reason) => {
    expect(await addPerson(desk.documents, person(), operator)).toEqual({ kind: 'refused', reason })
  })

  test('roles of nobody', async () => {
    const unknown = { tenant: adega.tenant, objectId: everybody.stranger.objectId }
    expect(await setRoles(desk.documents, unknown, ['employee'], operator)).toEqual({
      kind: 'refused',
      reason: 'unknown-person',
    })
  })
})

describe('one user management admin always stays', () => {
  const refusal = { kind: 'refused', reason: 'last-admin' }

  test('the last one can neither be removed nor lose the role', async () => {
    expect(await removePerson(desk.documents, everybody.ulisses, operator)).toEqual(refusal)
    expect(await setRoles(desk.documents, everybody.ulisses, ['sales-agent'], operator)).toEqual(refusal)
    const demoted: Person = { ...everybody.ulisses, roles: ['sales-agent'] }
    expect(await addPerson(desk.documents, demoted, operator)).toEqual(refusal)
  })

  test('two removals at once of the only two: one goes, one stays', async () => {
    const second = { ...everybody.ulisses, objectId: objectId('77777777-7777-4777-8777-777777777777'), name: 'Vera' }
    await addPerson(desk.documents, second, operator)
    const outcomes = await Promise.all([
      removePerson(desk.documents, everybody.ulisses, operator),
      removePerson(desk.documents, second, operator),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['refused', 'removed'])
  })
})

import { expect, test } from 'vitest'
import { playgroundConfig } from '../../env/playground-config.ts'

const guid = (at: number) => `00000000-0000-4000-8000-00000000000${at}`
const people = Array.from({ length: 8 }, (_, at) => ({
  tenant: guid(at % 2),
  objectId: guid(at),
  name: `Ana Sousa ${at}`,
  mail: `person${at}@example.com`,
  roles: [at === 3 ? 'billing-contact' : 'employee'],
}))

test('the Playground gets the one who chats and exactly five others, those of the same company first', () => {
  const { currentUser, users, tenantId } = playgroundConfig(people)
  expect([currentUser.aadObjectId, tenantId]).toEqual([guid(3), guid(1)])
  expect(users).toHaveLength(5)
  expect(users.slice(0, 3).map(({ aadObjectId }) => aadObjectId)).toEqual([guid(1), guid(5), guid(7)])
})

test('whoever is asked for chats, and nobody else in their place', () => {
  expect(playgroundConfig(people, 'person4@example.com').currentUser.aadObjectId).toBe(guid(4))
  expect(() => playgroundConfig(people, 'nobody@example.com')).toThrow(/saldo people/)
  expect(() => playgroundConfig(people.slice(0, 5))).toThrow(/6 people/)
})

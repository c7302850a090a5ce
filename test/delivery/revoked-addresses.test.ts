import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addressOf, keepAddress, revocationOf } from '../../src/delivery/address.ts'
import { objectId, tenantId } from '../../src/values/ids.ts'
import { type Office, openOffice, talk, words } from './support/office.ts'

const ana = {
  tenant: tenantId('22222222-2222-2222-2222-000000000001'),
  objectId: objectId('33333333-3333-3333-3333-000000000001'),
}
const to = { ...talk, tenant: ana.tenant }
let office: Office
beforeEach(async () => {
  office = await openOffice()
  await write()
})
afterEach(() => office.close())

/** Ana writes to the bot, from the same chat as ever. */
const write = () => office.documents.change((unit) => keepAddress(unit, ana, to as never, office.clock.now()))
const refuse = (reason: string) => office.outside.answers.push({ kind: 'refused', reason })

describe('after an answer', () => {
  test.each([
    ['403 ConversationBlockedByUser', true],
    ['403 BotNotInConversationRoster', true],
    ['403 ForbiddenOperationException', true],
    ['403 BotDisabledByAdmin', true],
    ['403 MessageWritesBlocked', true],
    ['403', true],
    ['404 ConversationNotFound', true],
    ['404', true],
    ['403 NotEnoughPermissions', false],
    ['403 InvalidBotApiHost', false],
    ['400 BadArgument', false],
    ['401 BotNotRegistered', false],
    ['413 MessageSizeTooBig', false],
  ])('%s the person is gone: %s', async (reason, isGone) => {
    refuse(reason)
    await office.queue('one', to, words('a'))
    await office.courier().carry()
    expect(await office.delivery('a')).toMatchObject({ state: 'failed', reason, attempts: 1 })
    expect((await addressOf(office.documents, ana)) === undefined).toBe(isGone)
    expect(await revocationOf(office.documents, to as never)).toBe(isGone ? reason : undefined)
  })

  test('that it does not know how it ended, the person stays', async () => {
    office.outside.answers.push({ kind: 'unknown', reason: '500 ServiceError' })
    await office.queue('one', to, words('a'))
    await office.courier().carry()
    expect(await addressOf(office.documents, ana)).toBeDefined()
  })
})

test('whoever is gone is not tried again until they write', async () => {
  refuse('403 ConversationBlockedByUser')
  await office.queue('one', to, words('a'), words('b'))
  await office.courier().carry()
  await office.queue('one', to, words('c'))
  await office.courier().carry()
  expect(office.told).toEqual(['a', 'b', 'c'].map((id) => `${id}: failed 403 ConversationBlockedByUser`))
  expect(office.outside.calls).toEqual([])
  await write()
  await office.queue('one', to, words('d'))
  await office.courier().carry()
  expect(office.outside.said()).toEqual(['send d'])
})

test('nobody else in another chat is held to be gone', async () => {
  refuse('403 ConversationBlockedByUser')
  await office.queue('one', to, words('a'))
  await office.queue('two', { ...to, conversation: 'a:2' }, words('b'))
  await office.courier().carry()
  await office.courier().carry()
  expect(office.told.filter((each) => each.includes('sent'))).toHaveLength(1)
})

test('a message that is not there any more is not changed again, and its reader stays', async () => {
  const update = words('b', { how: 'update', name: 'card' })
  await office.queue('one', to, words('a', { name: 'card' }))
  await office.courier().carry()
  refuse('404 ActivityNotFoundInConversation')
  await office.queue('one', to, update)
  await office.courier().carry()
  await office.queue('one', to, { ...update, id: 'c' })
  await office.courier().carry()
  expect(office.told.slice(1)).toEqual(['b: failed 404 ActivityNotFoundInConversation', 'c: failed nothing-to-change'])
  expect(await addressOf(office.documents, ana)).toBeDefined()
})

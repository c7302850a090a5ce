import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { activityFrom, ask, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
afterEach(() => {
  door.connector.sent.length = 0
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const elsewhere = '99999999-9999-4999-8999-999999999999'

test.each([
  ['no object id', { from: { id: '29:x', name: 'X' } }],
  ['no tenant of the conversation', { conversation: { id: 'c' } }],
  ['no tenant of the channel', { channelData: {} }],
  ['tenants that differ', { channelData: { tenant: { id: elsewhere } } }],
  ['an object id that is no GUID', { from: { id: '29:x', aadObjectId: "' or 1=1" } }],
  [
    'a tenant that is no GUID',
    { conversation: { id: 'c', tenantId: 'contoso' }, channelData: { tenant: { id: 'contoso' } } },
  ],
])('%s: refused, with what is missing, and nothing is sent', async (_, more) => {
  const answer = await post(door, activityFrom(door, somebody(door, 'billing-contact'), more))
  expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringMatching(/tenant|aadObjectId/) } })
  expect(door.connector.sent).toEqual([])
})

test('ids count in any case', async () => {
  const person = somebody(door, 'billing-contact', 'Aurora')
  const [reply] = await ask(
    door,
    { ...person, tenant: person.tenant.toUpperCase(), objectId: person.objectId.toUpperCase() },
    'How much do we owe?',
  )
  expect(reply?.text).toContain('€136.71')
})

test('a name that claims to be somebody else changes nothing', async () => {
  const employee = somebody(door, 'employee', 'Aurora')
  const [reply] = await ask(
    door,
    { ...employee, name: somebody(door, 'billing-contact', 'Aurora').name },
    'How much do we owe?',
  )
  expect(reply?.text).not.toContain('136.71')
})

test('an unknown tenant gets the direct-customer answer and no figure', async () => {
  const person = { ...somebody(door, 'billing-contact'), tenant: elsewhere }
  const replies = await ask(door, person, 'Which invoices are open?')
  expect(JSON.stringify(replies.map(({ text, attachments }) => [text, attachments]))).not.toMatch(/NOR-2026|€/)
})

test.each(['groupChat', 'channel'])(
  'in a %s the bot asks to be written to alone, in the language of the client',
  async (conversationType) => {
    const person = somebody(door, 'billing-contact', 'Aurora')
    const conversation = { id: 'many', tenantId: person.tenant, conversationType, isGroup: true }
    await post(door, activityFrom(door, person, { conversation, text: 'How much do we owe?', locale: 'es-ES' }))
    expect(door.connector.sent.map(({ activity }) => activity.text)).toEqual([expect.stringContaining('chat privado')])
  },
)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordOf } from '../../src/ledger/record.ts'
import { ticketSchema, tickets } from '../../src/support/ticket.ts'
import { plainText } from '../../src/teams/message-action.ts'
import type { PagePerson } from '../../src/web/page-person.ts'
import { activityFrom, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
let contact: PagePerson
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
  contact = somebody(door, 'billing-contact')
})
afterAll(async () => {
  await door?.close()
  await sample?.remove()
})

/** "Create ticket" on a message in a group chat where the bot is not. */
const onMessage = (name: string, value: object, more: object = {}) => ({
  ...activityFrom(door, contact, { type: 'invoke', name: `composeExtension/${name}`, text: undefined, ...more }),
  conversation: { id: '19:group@thread.v2', tenantId: contact.tenant, conversationType: 'groupChat', isGroup: true },
  value: { commandId: 'createTicket', commandContext: 'message', ...value },
})

type Answered = { task: { type: string; value: { title: string; card: { content: { body: { value?: string }[] } } } } }

const ofContact = async () => {
  const { items } = await door.documents.find(tickets, { index: 'customer', from: '', to: '\uffff' })
  return items
    .map(({ data }) => recordOf(ticketSchema, data))
    .filter(({ person }) => person.objectId === contact.objectId)
}

test('the dialog shows the message as text to edit, in the language of the client', async () => {
  const content = '<p>A fatura de outubro est&aacute; <b>errada</b> &amp; cara</p><p>Vejam</p>'
  const { status, body } = await post(
    door,
    onMessage('fetchTask', { messagePayload: { body: { content } } }, { locale: 'pt-PT' }),
  )
  const { task } = body as Answered
  expect([status, task.type, task.value.title]).toEqual([200, 'continue', 'Abrir um pedido'])
  expect(task.value.card.content.body[0]?.value).toContain('errada & cara\nVejam')
  expect(await ofContact()).toEqual([])
})

test('what was left in the dialog becomes one ticket, also when Teams sends it twice; nothing is said in that chat', async () => {
  const sent = onMessage('submitAction', { data: { text: 'The October invoice is wrong.' } })
  const [first, again] = [await post(door, sent), await post(door, sent)]
  expect(first.status).toBe(200)
  expect(again.body).toEqual(first.body)
  const made = await ofContact()
  expect(made).toHaveLength(1)
  expect(JSON.stringify(first.body)).toContain(made[0]?.id)
  expect(made[0]?.trail.some(({ text }) => text?.includes('The October invoice is wrong.'))).toBe(true)
  expect(door.connector.sent ?? []).toEqual([])
})

test.each([
  ['another command', 'fetchTask', { commandId: 'deleteTicket' }],
  ['no text', 'submitAction', {}],
  ['a text that is none', 'submitAction', { data: { text: 7 } }],
])('%s is refused', async (_, name, value) => {
  expect((await post(door, onMessage(name, value))).status).toBe(400)
})

test('an empty text asks again and opens nothing', async () => {
  const before = (await ofContact()).length
  const { body } = await post(door, onMessage('submitAction', { data: { text: '   ' } }))
  expect((body as Answered).task.type).toBe('continue')
  expect(await ofContact()).toHaveLength(before)
})

test.each([
  ['<div>one</div><div>two</div>', 'one\ntwo'],
  ['a<br/>b', 'a\nb'],
  ['<script>x</script>&lt;b&gt;', 'x<b>'],
  [`<a ${'x'.repeat(3000)}>y`, expect.stringContaining('y')],
])('%# HTML becomes plain text', (html, text) => expect(plainText(html)).toEqual(text))

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ticketOf } from '../../src/support/ticket.ts'
import { openStage, type Stage } from './support/stage.ts'

// What Saldo cannot answer becomes a ticket, a person solves it, and the customer hears how it ended.

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const lastTo = (who: Parameters<Stage['say']>[0]) => stage.chat(who).at(-1)?.text ?? ''
const ticket = () => ticketOf(stage.documents, 'T-1001')

test('an answer that fails offers a ticket with the words that had none', async () => {
  const said = await stage.say('clara', 'what happens if we pay two weeks late?')
  expect(said).toContain('not on record here')
  expect(said).toContain('Open a ticket about it')
})

test('it is confirmed before anything is opened', async () => {
  const said = await stage.say('clara', 'Open a ticket about it')
  expect(said).toContain('what happens if we pay two weeks late?')
  expect(said).toContain('Shall I open it?')
  expect(await ticket()).toBeUndefined()
  expect(stage.threads()).toEqual([])
})

test('after a yes it has a number, a card for the customer and a thread for the helpdesk', async () => {
  expect(await stage.say('clara', 'yes')).toContain('T-1001 is open')
  expect(lastTo('clara')).toBe('[ticket-card T-1001]')
  expect(stage.threads()).toHaveLength(1)
  expect(stage.thread(stage.threads()[0]!)[0]?.text).toBe('[case-card T-1001]')
  expect(await ticket()).toMatchObject({
    state: 'new',
    kind: 'commercial',
    topic: 'collections.policy',
    queue: 'billing',
  })
})

test('the same problem twice is one ticket, and what was written goes into its thread', async () => {
  await stage.say('clara', 'what happens if we pay two weeks late?')
  await stage.say('clara', 'Open a ticket about it')
  expect(await stage.say('clara', 'yes')).toContain('T-1001')
  expect(stage.threads()).toHaveLength(1)
  expect(stage.thread(stage.threads()[0]!).at(-1)?.text).toBe('Clara: what happens if we pay two weeks late?')
})

test('an agent takes it, and a second one is told who has it', async () => {
  const [thread = ''] = stage.threads()
  expect(await stage.press('helena', thread, 'case.claim')).toBeUndefined()
  expect(await stage.press('amelia', thread, 'case.claim')).toContain('Helena')
  expect((await ticket())?.owner?.name).toBe('Helena')
})

test('what the owner writes reaches the customer; a note and a colleague’s remark do not', async () => {
  const [thread = ''] = stage.threads()
  const before = stage.chat('clara').length
  await stage.write('helena', thread, 'note: ask accounting about the grace period')
  await stage.write('amelia', thread, 'it is ten days, I think')
  expect(stage.chat('clara')).toHaveLength(before)
  await stage.write('helena', thread, 'There is a grace period of ten days.')
  expect(lastTo('clara')).toContain('There is a grace period of ten days.')
  expect(lastTo('clara')).toContain('T-1001')
  expect((await ticket())?.clock.respondedAt).toBe(stage.clock.now())
})

test('the customer adds to it, and reads it without the notes', async () => {
  const [thread = ''] = stage.threads()
  expect(await stage.say('clara', 'Add to T-1001')).toContain('What should I add')
  expect(await stage.say('clara', 'And is there a fee after that?')).toContain('added')
  expect(stage.thread(thread).at(-1)?.text).toBe('Clara: And is there a fee after that?')
  const shown = await stage.say('clara', 'how is T-1001 going?')
  expect(shown).toContain('There is a grace period of ten days.')
  expect(shown).not.toContain('accounting')
  expect(shown).not.toContain('I think')
})

test('resolved, the customer is asked whether it is; a no opens it again', async () => {
  const [thread = ''] = stage.threads()
  await stage.press('helena', thread, 'case.close', { outcome: 'resolved', text: 'No fee for the first time.' })
  expect(lastTo('clara')).toContain('No fee for the first time.')
  expect(await stage.say('clara', 'Reopen T-1001: the problem is still there')).toContain('T-1001')
  expect(await ticket()).toMatchObject({ state: 'open', reopened: 1 })
})

test('a yes closes it, and one tap says how it was', async () => {
  const [thread = ''] = stage.threads()
  await stage.press('helena', thread, 'case.close', { outcome: 'resolved', text: 'Confirmed in writing: no fee.' })
  expect(await stage.say('clara', 'Close T-1001, it is solved')).toContain('closed')
  expect(await ticket()).toMatchObject({ state: 'closed' })
  const good = (await stage.say('clara', 'how is T-1001 going?')) && 'T-1001: yes, I was happy'
  await stage.say('clara', good)
  expect((await ticket())?.state).toBe('closed')
})

test('the trail has every step, each once, in order', async () => {
  const trail = (await ticket())?.trail ?? []
  expect(new Set(trail.map(({ id }) => id)).size).toBe(trail.length)
  expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).sort())
  expect(trail.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['opened', 'said', 'owned', 'noted', 'replied', 'moved']),
  )
})

test('silence for seven days closes what was resolved, and a question about the same within them opens it again', async () => {
  await stage.say('sofia', 'what happens if we pay late?')
  await stage.say('sofia', 'Abrir um pedido sobre isto')
  const thread = stage.threads().at(-1) ?? ''
  if (stage.threads().length === 1) {
    await stage.say('sofia', 'Open a ticket about it')
    await stage.say('sofia', 'yes')
  }
  const mine = stage.threads().at(-1) ?? thread
  await stage.press('helena', mine, 'case.close', { outcome: 'resolved', text: 'Nothing for ten days.' })
  await stage.pass(7 * 24 * 60 - 1)
  expect((await ticketOf(stage.documents, 'T-1002'))?.state).toBe('resolved')
  await stage.pass(1)
  expect((await ticketOf(stage.documents, 'T-1002'))?.state).toBe('closed')
})

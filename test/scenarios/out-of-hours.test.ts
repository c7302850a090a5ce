import { afterAll, beforeAll, expect, test } from 'vitest'
import { handoffsOf } from '../../src/support/handoff.ts'
import { ticketOf } from '../../src/support/ticket.ts'
import { openStage, type Stage } from './support/stage.ts'

// Support is open Monday to Friday, 09:00 to 18:00 in Lisbon, and closed on 1 December.

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ now: '2026-11-30T18:00:00Z' })
})
afterAll(() => stage.close())

test('the evening before a holiday the customer hears the true day and hour', async () => {
  await stage.say('clara', 'how much do we owe?')
  const said = await stage.say('clara', 'I want to talk to a person')
  expect(said).toContain('Nobody from Nortada Cloud is there')
  expect(said).toContain('Wednesday 2 December at 09:00')
})

test('a ticket is left instead, with what was written before only after a yes to that', async () => {
  const said = await stage.say('clara', 'Yes, without what we wrote')
  expect(said).toContain('T-1001')
  expect(said).toContain('Wednesday 2 December at 09:00')
  const ticket = await ticketOf(stage.documents, 'T-1001')
  expect(JSON.stringify(ticket)).not.toContain('how much do we owe')
  expect(await handoffsOf(stage.documents, 'T-1001')).toEqual([])
})

test('the thread is there for whoever comes in the morning, who answers', async () => {
  const [thread = ''] = stage.threads()
  await stage.pass(39 * 60)
  await stage.press('helena', thread, 'case.claim')
  await stage.write('helena', thread, 'Good morning, what can I do for you?')
  expect(stage.chat('clara').at(-1)?.text).toContain('Good morning, what can I do for you?')
})

test('who waits when the helpdesk closes gets the bot back and is told so', async () => {
  await stage.say('james', 'I want to talk to a person')
  await stage.say('james', 'Yes, call somebody')
  const thread = stage.threads().at(-1) ?? ''
  await stage.pass(6)
  expect(stage.thread(thread).at(-1)?.text).toContain('still waiting')
  await stage.pass(12 * 60)
  expect((await handoffsOf(stage.documents, 'T-1002'))[0]?.state).toBe('returned')
  expect(stage.chat('james').at(-1)?.text).toContain('T-1002')
})

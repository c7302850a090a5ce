import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from '../scenarios/support/stage.ts'

let stage: Stage
let thread: string
beforeEach(async () => {
  stage = await openStage()
  await callSomebody()
  thread = stage.threads()[0] ?? ''
})
afterEach(() => stage.close())

async function callSomebody(): Promise<void> {
  await stage.say('clara', 'I want to talk to a person')
  await stage.say('clara', 'yes')
}
const textsOf = (shown: readonly { readonly text: string }[], word: string) =>
  shown.filter(({ text }) => text.includes(word)).map(({ text }) => text)

test('a warning of words that perhaps did not arrive is shown again when it was cut off itself', async () => {
  await stage.press('helena', thread, 'case.claim')
  stage.mishaps.push('unknown', 'unknown')
  await stage.write('helena', thread, 'The credit is on its way')
  expect(textsOf(stage.chat('clara'), 'The credit')).toEqual([])
  expect(textsOf(stage.thread(thread), 'The credit')).toEqual([
    'The credit is on its way',
    expect.stringContaining('not known whether this reached'),
  ])
})

test('a click that took a talk takes no later one when it comes again', async () => {
  await stage.press('helena', thread, 'case.claim', { once: '1' })
  await stage.say('clara', 'End this conversation')
  await stage.press('helena', thread, 'case.close', { outcome: 'resolved' })
  await callSomebody()
  await stage.press('helena', thread, 'case.claim', { once: '1' })
  expect(textsOf(stage.chat('clara'), 'Helena')).toHaveLength(1)
  await stage.press('helena', thread, 'case.claim', { once: '2' })
  expect(textsOf(stage.chat('clara'), 'Helena')).toHaveLength(2)
})

test('a word that comes again after the case went back to the queue is not called unsent', async () => {
  await stage.press('helena', thread, 'case.claim')
  await stage.write('helena', thread, 'One moment', { activity: 'w-again' })
  await stage.press('helena', thread, 'case.transfer', { to: 'queue:billing' })
  const before = stage.thread(thread).length
  await stage.seat(
    'helena',
    thread,
    { kind: 'message', text: 'One moment', mentioned: false, attachments: 0 },
    'w-again',
  )
  await stage.carry()
  expect(stage.thread(thread)).toHaveLength(before)
  expect(textsOf(stage.chat('clara'), 'One moment')).toHaveLength(1)
})

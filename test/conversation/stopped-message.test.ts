import { expect, test } from 'vitest'
import { conversationOf } from '../../src/conversation/conversation.ts'
import { catalogues } from '../../src/language/catalogue/catalogues.ts'
import type { Template } from '../../src/language/catalogue.ts'
import { UnboundFigure } from '../../src/language/figures.ts'
import { deskForTests, now } from './support/open-desk.ts'
import { everybody } from './support/small-desk.ts'

const desk = deskForTests()

test('a planted figure that is no fact stops the message: an apology, a reference and a contact go out instead', async () => {
  const templates = catalogues.en.templates as Record<string, Template>
  templates.thanks = { title: 'Thanks', text: 'You are welcome. You could save €3.26 a month.' }
  const stopped: [string, Error][] = []
  const conversation = conversationOf({
    documents: desk.documents,
    understander: desk.understander,
    clock: desk.clock,
    newId: () => 'abcdef12-3456',
    stopped: (reference, error) => stopped.push([reference, error]),
  })
  const turn = await conversation.take({
    delivery: { channel: 'test', conversation: 'stopped', activity: '1' },
    person: everybody.clara,
    what: { kind: 'message', text: 'thank you' },
    locale: 'en',
    at: now,
  })
  const [reply] = turn.replies
  expect(reply?.answer.kind).toBe('failed')
  expect(reply?.words.text).toContain('ABCDEF12')
  expect(reply?.words.text).toContain('apoio@partner.example')
  expect(reply?.words.text).not.toContain('3.26')
  expect(stopped).toEqual([['ABCDEF12', expect.any(UnboundFigure)]])
})

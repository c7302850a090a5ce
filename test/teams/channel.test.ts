import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerJson } from '../../src/conversation/answer-json.ts'
import type { Channel } from '../../src/delivery/channel.ts'
import type { Destination } from '../../src/delivery/line.ts'
import type { Content } from '../../src/delivery/post.ts'
import { channelOf } from '../../src/teams/channel.ts'
import { metricsOf } from '../../src/teams/metrics.ts'
import { type Cards, postActivity } from '../../src/teams/post-activity.ts'
import { type Connector, openConnector } from './support/connector.ts'

let connector: Connector
let talk: Destination
let thread: Destination
beforeEach(async () => {
  connector = await openConnector()
  const where = { channel: 'msteams', serviceUrl: connector.serviceUrl, tenant: 'tenant-1' }
  talk = { kind: 'talk', conversation: 'a:1', ...where }
  thread = { kind: 'thread', teamsChannel: '19:help@thread.tacv2', ...where }
})
afterEach(() => connector.close())

const cards: Cards = async ({ kind }) => {
  if (kind === 'file') return undefined
  if (kind === 'case-card') throw new Error('no case')
  return { type: 'message', text: kind }
}
const open = (): Channel => channelOf({ bot: { kind: 'local' }, render: postActivity(cards), metrics: metricsOf() })
const words: Content = { kind: 'words', by: 'Ana', text: 'Bom dia.' }
const say = (to = talk, content: Content = words) => open().send(to, content, { post: 'p' })

describe('a message', () => {
  test('is sent to the conversation, as the bot, and its id comes back', async () => {
    expect(await say()).toEqual({ kind: 'sent', activity: 'sent-1' })
    expect(connector.sent).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a%3A1/activities',
        activity: { type: 'message', text: 'Ana: Bom dia.', textFormat: 'plain', from: { id: '28:saldo' } },
      },
    ])
  })

  test('is changed and removed under its id', async () => {
    const channel = open()
    expect(await channel.update(talk, '17', words)).toEqual({ kind: 'sent', activity: '17' })
    expect(await channel.remove(talk, '17')).toEqual({ kind: 'sent', activity: '17' })
    expect(connector.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v3/conversations/a%3A1/activities/17',
      'DELETE /v3/conversations/a%3A1/activities/17',
    ])
  })

  test('begins a thread in the channel of the team, or follows in it', async () => {
    expect(await say(thread)).toEqual({ kind: 'sent', activity: 'sent-1', conversation: 'thread-1' })
    expect(await say({ ...thread, conversation: 'thread-1' } as Destination)).toEqual({
      kind: 'sent',
      activity: 'sent-2',
    })
    expect(connector.sent).toMatchObject([
      {
        path: '/v3/conversations',
        activity: {
          isGroup: true,
          bot: { id: '28:saldo' },
          tenantId: 'tenant-1',
          channelData: { channel: { id: '19:help@thread.tacv2' } },
          activity: { text: 'Ana: Bom dia.' },
        },
      },
      { path: '/v3/conversations/thread-1/activities' },
    ])
  })
})

describe('what the channel answers', () => {
  test.each([
    [400, 'BadArgument', { kind: 'refused', reason: '400 BadArgument' }],
    [401, 'BotNotRegistered', { kind: 'refused', reason: '401 BotNotRegistered' }],
    [403, 'ConversationBlockedByUser', { kind: 'refused', reason: '403 ConversationBlockedByUser' }],
    [404, 'ConversationNotFound', { kind: 'refused', reason: '404 ConversationNotFound' }],
    [412, 'PreconditionFailed', { kind: 'refused', reason: '412 PreconditionFailed', retry: {} }],
    [413, 'MessageSizeTooBig', { kind: 'refused', reason: '413 MessageSizeTooBig' }],
    [429, 'Throttled', { kind: 'refused', reason: '429 Throttled', retry: {} }],
    // Whatever the service had done by then.
    [500, 'ServiceError', { kind: 'unknown', reason: '500 ServiceError' }],
    [502, 'Failed', { kind: 'refused', reason: '502 Failed', retry: {} }],
    [503, 'Failed', { kind: 'refused', reason: '503 Failed', retry: {} }],
    [504, 'a person wrote this', { kind: 'refused', reason: '504', retry: {} }],
  ])('%i %s', async (status, code, sent) => {
    for (const _ of [1, 2, 3]) connector.failures.push({ status, code })
    const channel = open()
    expect(await channel.send(talk, words, { post: 'p' })).toEqual(sent)
    expect(await channel.update(talk, '1', words)).toEqual(sent)
    expect(await channel.remove(talk, '1')).toEqual(sent)
    expect(connector.sent).toEqual([])
  })

  test('429 with the time to wait', async () => {
    connector.failures.push({ status: 429, headers: { 'retry-after': '12' } })
    expect(await say()).toMatchObject({ kind: 'refused', retry: { after: 12_000 } })
  })

  test.each([
    ['nothing, and it may have arrived', talk, 'unanswered', { kind: 'unknown', reason: 'no-answer' }],
    ['half an answer that says it arrived', talk, 'answering', { kind: 'sent', activity: '' }],
    ['nothing when a thread was to begin', thread, 'unanswered', { kind: 'unknown', reason: 'no-answer' }],
  ] as const)('%s', async (_, __, cut, sent) => {
    connector.failures.push({ cut })
    expect(await say(_.includes('thread') ? thread : talk)).toEqual(sent)
  })
})

test('where nobody listens nothing arrived', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => free.once('listening', resolve))
  const { port } = free.address() as AddressInfo
  await new Promise((resolve) => free.close(resolve))
  expect(await say({ ...talk, serviceUrl: `http://127.0.0.1:${port}/` })).toEqual({
    kind: 'refused',
    reason: 'not-reached',
    retry: {},
  })
})

test('local mode sends nothing to another machine', async () => {
  expect(await say({ ...talk, serviceUrl: 'https://smba.example/emea/' })).toEqual({
    kind: 'refused',
    reason: 'foreign-service',
  })
})

describe('what is laid out when it is sent', () => {
  const answer = (): Content => ({
    kind: 'answer',
    language: 'pt-PT',
    answer: answerJson({ kind: 'goodbye', facts: {} }),
  })

  test('an answer reads as in a turn, in its language', async () => {
    await say(talk, answer())
    expect(connector.sent[0]?.activity).toMatchObject({ locale: 'pt-PT', textFormat: 'plain' })
    expect(connector.sent[0]?.activity.text).toContain('Até à próxima')
  })

  test('a card is the work of somebody else; what is gone is withheld; what fails is refused for now', async () => {
    expect(await say(talk, { kind: 'ticket-card', ticket: 'T-1', language: 'en' })).toMatchObject({ kind: 'sent' })
    const file: Content = { kind: 'file', by: 'Ana', file: 'f', name: 'a.pdf', language: 'en' }
    expect(await say(talk, file)).toEqual({ kind: 'withheld', reason: 'nothing-to-say' })
    expect(await say(talk, { kind: 'case-card', ticket: 'T-1' })).toEqual({
      kind: 'refused',
      reason: 'not-ready',
      retry: {},
      cause: new Error('no case'),
    })
  })
})

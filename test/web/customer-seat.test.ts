import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventsOf } from './support/events.ts'
import { pageClient } from './support/page-client.ts'
import { cast, openScriptedBot, type ScriptedBot } from './support/scripted-bot.ts'

let bot: ScriptedBot
beforeAll(async () => {
  bot = await openScriptedBot()
})
afterAll(() => bot.close())
beforeEach(() => {
  bot.got.length = 0
  bot.script = async () => undefined
})

const { attach, does } = pageClient(() => bot.url)

describe('a customer in the chat', () => {
  test('edits and deletes a message', async () => {
    await does('graca', 'chat-2', { kind: 'message', text: 'frist', id: 'm-1' })
    await does('graca', 'chat-2', { kind: 'edit', id: 'm-1', text: 'first' })
    await does('graca', 'chat-2', { kind: 'delete', id: 'm-1' })
    const conversation = { id: 'chat-2', conversationType: 'personal', tenantId: cast.graca.tenant }
    expect(bot.got).toMatchObject([
      { type: 'message', id: 'm-1', text: 'frist', conversation },
      { type: 'messageUpdate', id: 'm-1', text: 'first', conversation, channelData: { eventType: 'editMessage' } },
      { type: 'messageDelete', id: 'm-1', conversation, channelData: { eventType: 'softDeleteMessage' } },
    ])
    expect((await eventsOf(bot.url, 'chat-2', 3)).map(({ kind }) => kind)).toEqual(['sent', 'updated', 'deleted'])
  })

  test('a message that the bot did not take is taken back', async () => {
    bot.script = async () => 503
    expect((await does('graca', 'chat-3', { kind: 'message', text: 'hello', id: 'm-1' })).status).toBe(503)
    expect((await eventsOf(bot.url, 'chat-3', 2)).map(({ kind }) => kind)).toEqual(['sent', 'deleted'])
  })

  test('attaches a file that the bot can fetch, and that an edit leaves', async () => {
    const file = await attach('order 4711.PDF', 'the order')
    await does('graca', 'chat-4', { kind: 'message', text: 'here', id: 'm-2', files: [file] })
    await does('graca', 'chat-4', { kind: 'edit', id: 'm-2', text: 'here it is' })
    const downloadUrl = `${bot.url}/page/files/${file}`
    const attachment = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'order 4711.PDF',
      contentUrl: downloadUrl,
      content: { downloadUrl, uniqueId: file, fileType: 'pdf' },
    }
    expect(bot.got).toMatchObject([
      { type: 'message', text: 'here', attachments: [attachment] },
      { type: 'messageUpdate', text: 'here it is', attachments: [attachment] },
    ])
    const response = await fetch(downloadUrl)
    expect(await response.text()).toBe('the order')
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''order%204711.PDF")
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('a file that is too large is not taken, and one that is gone is not there', async () => {
    const path = `${bot.url}/page/files?name=x`
    expect((await fetch(path, { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024) })).status).toBe(201)
    expect((await fetch(path, { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) })).status).toBe(400)
    expect((await fetch(`${bot.url}/page/files/nothing`)).status).toBe(404)
  })

  test.each([
    { kind: 'message', text: '' },
    { kind: 'message', text: '', files: [] },
    { kind: 'message', text: 'x', files: ['no id'] },
    { kind: 'edit', id: 'm', text: '' },
    { kind: 'delete', id: '../m' },
  ])('does not pass on %j', async (what) => {
    expect((await does('graca', 'chat-5', what)).status).toBe(400)
    expect(bot.got).toEqual([])
  })
})

test('a page that knew another run of the service is told everything of this one', async () => {
  for (const text of ['a', 'b']) await bot.connector('POST', '/after/activities', { type: 'message', text })
  expect(await eventsOf(bot.url, 'after', 2, { 'last-event-id': '57.elsewhere' })).toHaveLength(2)
})

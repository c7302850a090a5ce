import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventsOf } from './support/events.ts'
import { pageClient } from './support/page-client.ts'
import { cast, type Got, openScriptedBot, type ScriptedBot } from './support/scripted-bot.ts'

const channel = '19:helpdesk@thread.tacv2'

let bot: ScriptedBot
beforeAll(async () => {
  bot = await openScriptedBot()
})
afterAll(() => bot.close())
beforeEach(async () => {
  bot.got.length = 0
  bot.script = async () => undefined
  await put('/page/channel', { hearsAll: true })
})

const { attach, does, put } = pageClient(() => bot.url)

/** The channel's events, without those of other tests. */
async function eventsIn(thread: string): Promise<{ kind: string; id: string; thread: string; activity?: Got }[]> {
  const response = await fetch(`${bot.url}/page/channel`)
  const { last } = (await response.json()) as { last: number }
  const all = (await eventsOf(bot.url, channel, last)) as { kind: string; id: string; thread: string; activity?: Got }[]
  return all.filter((event) => event.thread === thread)
}

const startThread = (text: string) =>
  bot.connector('POST', '', {
    isGroup: true,
    bot: { id: '28:saldo' },
    tenantId: cast.helena.tenant,
    channelData: { channel: { id: channel } },
    activity: { type: 'message', text },
  })

/** A thread that the bot started, by its conversation's id and its first message's. */
async function thread(text = 'a case'): Promise<{ conversation: string; id: string }> {
  const { body } = await startThread(text)
  return { conversation: body.id!, id: body.activityId! }
}

describe('the bot in the channel', () => {
  test('starts a thread with its first message, whose id is the thread’s', async () => {
    const { status, body } = await startThread('first')
    expect(status).toBe(201)
    expect(body).toEqual({ id: `${channel};messageid=${body.activityId}`, activityId: expect.stringMatching(/^\d+$/) })
    expect(await eventsIn(body.activityId!)).toEqual([
      {
        kind: 'sent',
        id: body.activityId,
        thread: body.activityId,
        at: '2026-11-22T10:00:00.000Z',
        activity: { type: 'message', text: 'first' },
      },
    ])
  })

  test('posts into a thread, replaces and takes back, and all threads come in one stream', async () => {
    const [one, two] = [await thread('one'), await thread('two')]
    const path = `/${encodeURIComponent(one.conversation)}/activities`
    const { body } = await bot.connector('POST', path, { type: 'message', text: 'reply' })
    await bot.connector('POST', `${path}/${one.id}`, { type: 'message', text: 'reply to the first' })
    await bot.connector('PUT', `${path}/${one.id}`, { type: 'message', text: 'taken' })
    await bot.connector('DELETE', `${path}/${body.id}`)
    const told = (await eventsIn(one.id)).map(({ kind, id, activity }) => [kind, id === one.id, activity?.text])
    expect(told).toEqual([
      ['sent', true, 'one'],
      ['sent', false, 'reply'],
      ['sent', false, 'reply to the first'],
      ['updated', true, 'taken'],
      ['deleted', false, undefined],
    ])
    expect(await eventsIn(two.id)).toHaveLength(1)
  })

  test('a message to the channel itself begins a thread', async () => {
    const path = `/${encodeURIComponent(channel)}/activities`
    const { status, body } = await bot.connector('POST', path, { type: 'message', text: 'news' })
    expect(status).toBe(201)
    expect(await eventsIn(body.id!)).toMatchObject([{ kind: 'sent', id: body.id, activity: { text: 'news' } }])
  })

  test('that it is typing is shown to nobody', async () => {
    const { conversation, id } = await thread()
    await bot.connector('POST', `/${encodeURIComponent(conversation)}/activities`, { type: 'typing' })
    expect(await eventsIn(id)).toHaveLength(1)
  })

  test('another channel is not there, and no thread begins without a message', async () => {
    const activity = { type: 'message', text: 'x' }
    const other = { channelData: { channel: { id: '19:other@thread.tacv2' } }, activity }
    expect(await bot.connector('POST', '', other)).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    })
    expect((await bot.connector('POST', '/19%3Aother%40thread.tacv2/activities', activity)).status).toBe(404)
    expect((await bot.connector('POST', '', { channelData: { channel: { id: channel } } })).status).toBe(400)
  })

  test('a new chat with a person is the one that they are in', async () => {
    await does('graca', 'chat-of-graca', { kind: 'message', text: 'hello' })
    const members = [{ id: `29:${cast.graca.objectId}` }]
    const activity = { type: 'message', text: 'your ticket is resolved' }
    expect((await bot.connector('POST', '', { isGroup: false, members, activity })).body.id).toBe('chat-of-graca')
    expect(await eventsOf(bot.url, 'chat-of-graca', 1)).toMatchObject([{ activity }])
  })
})

describe('an agent in the channel', () => {
  const where = {
    channelData: {
      tenant: { id: cast.helena.tenant },
      team: { id: '19:helpdesk-team' },
      channel: { id: channel, name: 'Helpdesk' },
    },
    from: { id: `29:${cast.helena.objectId}`, aadObjectId: cast.helena.objectId, name: 'Helena Barros' },
    recipient: { id: '28:saldo' },
  }

  test('the bot hears that it was added to the team', async () => {
    await does('helena', channel, { kind: 'installed' })
    expect(bot.got).toMatchObject([
      {
        ...where,
        type: 'installationUpdate',
        action: 'add',
        conversation: { id: channel, conversationType: 'channel', isGroup: true, tenantId: cast.helena.tenant },
      },
    ])
  })

  test('writes in a thread, and the bot and whoever looks get the same', async () => {
    const { conversation, id } = await thread()
    const { body } = await does('helena', conversation, { kind: 'message', text: 'Good <morning>' })
    expect(body).toEqual({ heard: 'yes' })
    expect(bot.got).toMatchObject([
      {
        ...where,
        type: 'message',
        text: 'Good <morning>',
        entities: [],
        attachments: [{ contentType: 'text/html', content: '<p>Good &lt;morning&gt;</p>' }],
        conversation: { id: conversation, conversationType: 'channel', isGroup: true, tenantId: cast.helena.tenant },
      },
    ])
    expect((await eventsIn(id))[1]).toMatchObject({ kind: 'sent', id: bot.got[0]!.id, activity: bot.got[0] })
  })

  test('mentions the bot as Teams writes it', async () => {
    const { conversation } = await thread()
    await does('helena', conversation, { kind: 'message', text: '@Saldo bridge 2026-10' })
    expect(bot.got[0]).toMatchObject({
      text: '<at>Saldo</at> bridge 2026-10',
      entities: [{ type: 'mention', mentioned: { id: '28:saldo', name: 'Saldo' }, text: '<at>Saldo</at>' }],
    })
  })

  test('a post of an agent begins a thread of its own', async () => {
    await does('helena', channel, { kind: 'message', text: '@Saldo what waits?' })
    const { id, conversation } = bot.got[0]!
    expect(conversation.id).toBe(`${channel};messageid=${id}`)
    expect(await eventsIn(id)).toHaveLength(1)
  })

  test('a button carries its verb, its data and the card, and its answer comes back', async () => {
    const { conversation, id } = await thread()
    const answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'yours' }
    bot.script = async () => answer
    const pressed = { kind: 'execute', verb: 'claim', data: { case: 'T-1', words: 'typed' }, replyToId: id }
    expect((await does('helena', conversation, pressed)).body).toEqual(answer)
    expect(bot.got).toMatchObject([
      {
        ...where,
        type: 'invoke',
        name: 'adaptiveCard/action',
        conversation: { id: conversation },
        replyToId: id,
        value: {
          action: { type: 'Action.Execute', verb: 'claim', data: { case: 'T-1', words: 'typed' } },
          trigger: 'manual',
        },
      },
    ])
  })

  test('edits and deletes an own message, and nobody else’s', async () => {
    const { conversation, id } = await thread()
    await does('helena', conversation, { kind: 'message', text: 'frist' })
    const message = bot.got[0]!.id
    expect((await does('bruno', conversation, { kind: 'edit', id: message, text: 'mine' })).status).toBe(400)
    expect((await does('bruno', conversation, { kind: 'delete', id: message })).status).toBe(400)
    expect((await does('helena', conversation, { kind: 'delete', id })).status).toBe(400)
    await does('helena', conversation, { kind: 'edit', id: message, text: 'first' })
    await does('helena', conversation, { kind: 'delete', id: message })
    expect(bot.got.slice(1)).toMatchObject([
      {
        type: 'messageUpdate',
        id: message,
        text: 'first',
        conversation: { id: conversation },
        channelData: { ...where.channelData, eventType: 'editMessage' },
      },
      { type: 'messageDelete', id: message, channelData: { ...where.channelData, eventType: 'softDeleteMessage' } },
    ])
    expect((await eventsIn(id)).map(({ kind }) => kind)).toEqual(['sent', 'sent', 'updated', 'deleted'])
  })

  test('attaches a file: the bot gets a link to SharePoint, never the file', async () => {
    const { conversation } = await thread()
    const file = await attach('price list.xlsx', 'cells')
    await does('helena', conversation, { kind: 'message', text: '', files: [file] })
    expect(bot.got[0]).toMatchObject({
      text: '',
      attachments: [
        { contentType: 'text/html', content: `<p></p><attachment id="${file}"></attachment>` },
        {
          contentType: 'reference',
          name: 'price list.xlsx',
          contentUrl: expect.stringMatching(/^https:.*price%20list\.xlsx$/),
        },
      ],
    })
  })

  test.each([
    // consent, the message, what it is changed to, what the bot hears of it
    [true, 'hello', 'hello again', ['message', 'messageUpdate', 'messageDelete']],
    [false, 'hello', 'hello again', []],
    [false, '@Saldo hello', '@Saldo hello again', ['message', 'messageUpdate', 'messageDelete']],
    [false, 'hello', '@Saldo hello', ['messageUpdate', 'messageDelete']],
    [false, '@Saldo hello', 'hello', ['message', 'messageUpdate']],
    [false, 'mail me@Saldonet.example', 'mail', []],
  ])('with consent %s: "%s" changed to "%s" is heard as %j', async (hearsAll, text, changed, heard) => {
    expect((await put('/page/channel', { hearsAll })).body).toMatchObject({ hearsAll })
    const { conversation, id } = await thread()
    const { body } = await does('helena', conversation, { kind: 'message', text })
    expect(body).toEqual({ heard: hearsAll || text.startsWith('@') ? 'yes' : 'no' })
    const message = (await eventsIn(id))[1]!.id
    await does('helena', conversation, { kind: 'edit', id: message, text: changed })
    await does('helena', conversation, { kind: 'delete', id: message })
    expect(bot.got.map(({ type }) => type)).toEqual(heard)
    // It stands in the channel all the same.
    expect((await eventsIn(id)).map(({ kind }) => kind)).toEqual(['sent', 'sent', 'updated', 'deleted'])
  })

  test('what the bot could not take stands in the channel, and the page hears so', async () => {
    const { conversation, id } = await thread()
    bot.script = async () => 502
    expect(await does('helena', conversation, { kind: 'message', text: 'hello' })).toEqual({
      status: 200,
      body: { heard: 'failed' },
    })
    expect(await eventsIn(id)).toHaveLength(2)
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { activityFrom, ask, execute, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
afterEach(() => {
  door.connector.sent.length = 0
  door.connector.failures.length = 0
  door.connector.delay = 0
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const contact = () => somebody(door, 'billing-contact', 'Aurora')
/** What the person was told. A machine under load takes more than half a second for a turn and shows typing, which is no reply. */
const replies = () => door.connector.sent.filter(({ activity }) => activity.type !== 'typing')
const sentTexts = () => replies().map(({ activity }) => activity.text)

describe('a message', () => {
  test('is answered through the connector, as a reply to it', async () => {
    const activity = activityFrom(door, contact(), { text: 'How much was the last invoice?' })
    expect(await post(door, activity)).toEqual({ status: 200, body: undefined })
    const [sent] = replies()
    expect(replies()).toHaveLength(1)
    expect(sent?.path).toBe(
      `/v3/conversations/${encodeURIComponent(`chat-${contact().objectId}`)}/activities/${activity.id}`,
    )
    expect(sent?.activity).toMatchObject({
      type: 'message',
      replyToId: activity.id,
      text: expect.stringContaining('€45.57'),
    })
  })

  test('shows text and card under each other in Teams, so the text leaves out what the card says', async () => {
    await post(door, activityFrom(door, contact(), { text: 'Which invoices are there?' }))
    const { activity } = replies()[0]!
    expect(activity.text).not.toContain('NOR-2026-0047')
    expect(JSON.stringify(activity.attachments)).toContain('NOR-2026-0047')
  })

  test('whoever takes replies in the response gets a text that stands alone', async () => {
    const [reply] = await ask(door, contact(), 'Which invoices are there?')
    for (const number of ['NOR-2026-0058', 'NOR-2026-0047', 'NOR-2026-0003']) expect(reply?.text).toContain(number)
    expect(replies()).toEqual([])
  })

  test('may address the bot by name more than once', async () => {
    const mention = { type: 'mention', text: '<at>Saldo</at>', mentioned: { id: '28:saldo', name: 'Saldo' } }
    const [reply] = await ask(door, contact(), '<at>Saldo</at> how much do we owe? <at>Saldo</at>', {
      entities: [mention, mention],
    })
    expect(reply?.text).toContain('€136.71')
  })

  test.each(['hi', 'HELLO', 'Help', 'olá', 'AJUDA', 'hola', 'Ayuda'])('"%s" is answered', async (text) => {
    const [reply] = await ask(door, contact(), text)
    expect(reply?.text.length).toBeGreaterThan(20)
    expect(reply?.suggestedActions?.actions.length).toBeGreaterThanOrEqual(2)
  })

  test('replies of one conversation come once each and in the order of the questions, however slow the channel is', async () => {
    // Slow enough that the last of them wait for more than half a second and are shown typing.
    door.connector.delay = 60
    const activities = Array.from({ length: 12 }, (_, at) =>
      activityFrom(door, contact(), { id: `ordered-${at}`, text: 'How much do we owe?' }),
    )
    await Promise.all(activities.map((activity) => post(door, activity)))
    expect(replies().map(({ activity }) => activity.replyToId)).toEqual(activities.map(({ id }) => id))
    expect(door.connector.sent.length).toBeGreaterThan(replies().length)
  })
})

describe('a delivery that is repeated', () => {
  test('is not answered twice', async () => {
    const activity = activityFrom(door, contact(), { text: 'How much do we owe?' })
    for (let i = 0; i < 4; i++) expect((await post(door, activity)).status).toBe(200)
    await Promise.all([post(door, activity), post(door, activity)])
    expect(replies()).toHaveLength(1)
  })

  test('gets its recorded replies again where the response carries them', async () => {
    const activity = activityFrom(door, contact(), { text: 'How much do we owe?', deliveryMode: 'expectReplies' })
    const first = await post(door, activity)
    expect((await post(door, activity)).body).toEqual(first.body)
  })

  test('is known after a restart', async () => {
    const activity = activityFrom(door, contact(), { text: 'How much do we owe?' })
    await post(door, activity)
    const sentBefore = replies().length
    await door.close()
    door = await openDoor(sample)
    expect((await post(door, { ...activity, serviceUrl: door.connector.serviceUrl })).status).toBe(200)
    expect([sentBefore, replies().length]).toEqual([1, 0])
  })

  test('is answered with the recorded reply when the channel had not taken it', async () => {
    const activity = activityFrom(door, contact(), { text: 'How much do we owe?' })
    door.connector.failures.push(...Array.from({ length: 4 }, () => ({ status: 412 })))
    expect(await post(door, activity)).toMatchObject({
      status: 502,
      body: { detail: expect.stringContaining('again') },
    })
    expect(replies()).toEqual([])
    expect((await post(door, activity)).status).toBe(200)
    expect(sentTexts()).toEqual([expect.stringContaining('€136.71')])
  })
})

describe('a channel that does not take the reply', () => {
  test('gets it again after 412, and after 429 without a time', async () => {
    door.connector.failures.push({ status: 412 }, { status: 429 })
    expect((await post(door, activityFrom(door, contact(), { text: 'How much do we owe?' }))).status).toBe(200)
    expect(replies()).toHaveLength(1)
  })

  test('and never will (the person blocked the bot) is not asked again, and neither is Teams', async () => {
    door.connector.failures.push({ status: 403, code: 'ConversationBlockedByUser' })
    expect((await post(door, activityFrom(door, contact(), { text: 'How much do we owe?' }))).status).toBe(200)
    expect(replies()).toEqual([])
  })
})

describe('a card button', () => {
  const number = 'NOR-2026-0047'
  const show = () =>
    activityFrom(door, contact(), execute('ask', { intent: 'invoice.show', slots: { invoice: number } }))

  test('posts the answer as a message and answers the invoke with a sentence, never with nothing', async () => {
    const { status, body } = await post(door, show())
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringContaining(number),
      },
    })
    expect(sentTexts()).toEqual([expect.stringContaining(number)])
  })

  test('clicked once and delivered twice answers both and posts once', async () => {
    const activity = show()
    const [first, second] = [await post(door, activity), await post(door, activity)]
    expect(second).toEqual(first)
    expect(replies()).toHaveLength(1)
  })

  test('of a client without Universal Actions comes as a message with a value and does the same', async () => {
    const value = { verb: 'ask', intent: 'invoice.show', slots: { invoice: number } }
    await post(door, activityFrom(door, contact(), { text: undefined, value }))
    expect(sentTexts()).toEqual([expect.stringContaining(number)])
  })

  test('that says something is understood as if it had been typed', async () => {
    await post(door, activityFrom(door, contact(), execute('say', { text: 'How much do we owe?' })))
    expect(sentTexts()).toEqual([expect.stringContaining('€136.71')])
  })

  test('shows no bill of another customer, whatever the client put into it', async () => {
    const other = somebody(door, 'billing-contact', 'Bolhão')
    const { body } = await post(
      door,
      activityFrom(door, other, execute('ask', { intent: 'invoice.show', slots: { invoice: number } })),
    )
    expect(JSON.stringify([body, replies().map(({ activity }) => activity)])).not.toContain('45.57')
  })

  test.each([
    ['unknown verb', execute('drop-tables', {})],
    ['unreadable data', execute('ask', { intent: 7 })],
  ])('with %s asks for other words', async (_, what) => {
    const { status, body } = await post(door, activityFrom(door, contact(), what))
    expect({ status, body }).toMatchObject({ status: 200, body: { statusCode: 200 } })
  })

  test.each([[undefined], [{}], [{ action: {} }], [{ action: { verb: 7 } }], ['text']])(
    'with the value %j is turned away',
    async (value) => {
      const { status } = await post(door, activityFrom(door, contact(), { ...execute('x', {}), value }))
      expect(status).toBe(400)
    },
  )

  test('of another kind of invoke is not implemented', async () => {
    expect((await post(door, activityFrom(door, contact(), { type: 'invoke', name: 'task/fetch' }))).status).toBe(501)
  })
})

describe('installing the app', () => {
  const install = (more = {}) =>
    activityFrom(door, contact(), { type: 'installationUpdate', action: 'add', text: undefined, ...more })

  test('is welcomed once', async () => {
    const conversation = { id: 'fresh', tenantId: contact().tenant, conversationType: 'personal' }
    for (let i = 0; i < 3; i++) await post(door, install({ conversation }))
    expect(replies()).toHaveLength(1)
  })

  test.each(['remove', 'add-upgrade', 'remove-upgrade'])('%s is not welcomed', async (action) => {
    expect((await post(door, install({ action }))).status).toBe(200)
    expect(replies()).toEqual([])
  })

  test('in a team welcomes nobody by themselves', async () => {
    await post(
      door,
      install({ conversation: { id: 'team', tenantId: contact().tenant, conversationType: 'channel', isGroup: true } }),
    )
    expect(replies()).toEqual([])
  })
})

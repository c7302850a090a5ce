import { afterAll, beforeAll, expect, test } from 'vitest'
import { activityFrom, ask, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const nested = (levels: number, open: string, close: string): string => open.repeat(levels) + close.repeat(levels)
const wrongValues: readonly unknown[] = [7, true, [], {}, ' '.repeat(50_000), [[1]], { id: {} }]
const fields = [
  'type',
  'id',
  'channelId',
  'serviceUrl',
  'from',
  'recipient',
  'conversation',
  'text',
  'locale',
  'entities',
  'deliveryMode',
]

/** At least 100 bodies that are no activity, each with the reason it has to be turned away. */
function malformed(): { why: string; body: unknown; headers?: Record<string, string>; status?: number }[] {
  const good = activityFrom(door, somebody(door, 'billing-contact'))
  const without = (field: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== field))
  return [
    ...[
      '',
      ' ',
      '{',
      '[',
      '"',
      'null',
      '1',
      'true',
      '"text"',
      '[]',
      '{"type"',
      '{"type":}',
      "{'type':'message'}",
      'type=message',
      '<xml/>',
      '\0',
      '{}{}',
      'NaN',
    ].map((body) => ({ why: `not an activity: ${JSON.stringify(body)}`, body })),
    { why: '10 MB', body: JSON.stringify({ ...good, text: 'x'.repeat(10_000_000) }), status: 413 },
    { why: '257 KB', body: JSON.stringify({ ...good, text: 'x'.repeat(257 * 1024) }), status: 413 },
    { why: '100,000 nested lists', body: nested(100_000, '[', ']') },
    { why: '20,000 nested objects', body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` },
    {
      why: '33 nested lists',
      body: JSON.stringify(good).replace('"locale"', `"value":${nested(33, '[', ']')},"locale"`),
    },
    { why: 'text/plain', body: good, headers: { 'content-type': 'text/plain' }, status: 415 },
    { why: 'a form', body: good, headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    { why: 'gzip', body: good, headers: { 'content-encoding': 'gzip' }, status: 415 },
    { why: 'bytes that are no text', body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) },
    ...fields.slice(0, 7).map((field) => ({ why: `without ${field}`, body: without(field) })),
    ...fields.flatMap((field) =>
      wrongValues
        .filter((value) => field !== 'entities' || !Array.isArray(value) || value.length > 0)
        .map((value) => ({
          why: `${field} is ${JSON.stringify(value).slice(0, 20)}`,
          body: { ...good, [field]: value },
        })),
    ),
    ...['ftp://127.0.0.1/', 'javascript:alert(1)', 'nowhere', '//127.0.0.1', ''].map((serviceUrl) => ({
      why: `serviceUrl ${serviceUrl}`,
      body: { ...good, serviceUrl },
    })),
  ]
}

test('a hundred malformed bodies are turned away with what to do, and the next good message is answered', async () => {
  const bodies = malformed()
  expect(bodies.length).toBeGreaterThanOrEqual(100)
  for (const { why, body, headers, status } of bodies) {
    const answer = await post(door, body, headers)
    expect(answer.status, why).toSatisfy((got: number) => (status ? got === status : got >= 400 && got < 500))
    expect(answer.body, why).toMatchObject({ status: answer.status, detail: expect.stringMatching(/\w+.*\w+/) })
  }
  const [reply] = await ask(door, somebody(door, 'billing-contact'), 'How much was the last invoice?')
  expect(reply?.text).toContain('NOR-2026')
})

test('a body that stops in the middle leaves nothing behind', async () => {
  const { connect } = await import('node:net')
  for (let i = 0; i < 5; i++) {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1')
    socket.write(
      'POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"type":',
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    socket.destroy()
  }
  const [reply] = await ask(door, somebody(door, 'billing-contact'), 'hello')
  expect(reply?.text).toBeTruthy()
})

test.each([
  'typing',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'conversationUpdate',
  'event',
  'endOfConversation',
  'somethingNew',
])('an activity of type %s is taken politely and answered with nothing', async (type) => {
  const answer = await post(door, activityFrom(door, somebody(door, 'billing-contact'), { type, text: undefined }))
  expect(answer).toEqual({ status: 200, body: undefined })
  expect(door.connector.sent).toEqual([])
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outerId } from '../../src/api/cloud-event.ts'
import { isPrivateAddress } from '../../src/api/private-address.ts'
import { webhookChannel } from '../../src/api/send-webhook.ts'
import { addressFault } from '../../src/api/webhook-address.ts'
import { addWebhook } from '../../src/delivery/change-webhooks.ts'
import { deliveryCollections } from '../../src/delivery/delivery-collections.ts'
import { outgoingEvents, queueEvent, type Webhook } from '../../src/delivery/event.ts'
import { eventCourierOf } from '../../src/delivery/event-courier.ts'
import { freeEvents } from '../../src/delivery/note-event.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { instant } from '../../src/values/day.ts'
import { isGenuine, openReceiver, type Receiver, status } from './support/receiver.ts'
import type { Telling } from './support/tell-and-die.ts'

let receiver: Receiver
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(() => receiver.close())

const at = instant('2026-11-22T10:00:00Z')
const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`
const webhook = (url = receiver.url): Webhook => ({
  id: 'w',
  url,
  secret,
  types: ['saldo.ticket.changed'],
  addedAt: at,
})
const event = {
  event: 'ticket|T-1000|1',
  type: 'saldo.ticket.changed',
  subject: 'T-1000',
  data: { state: 'open', é: '€' },
  at,
} as const
const channel = (over = {}) => webhookChannel({ local: true, wallClock: Date.now, milliseconds: 500, ...over })

describe('a webhook', () => {
  test('gets a CloudEvent that is signed as Standard Webhooks says', async () => {
    expect(await channel().tell(webhook(), event)).toEqual({ kind: 'taken' })
    const [post] = receiver.posts
    expect(post?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': outerId('ticket|T-1000|1'),
    })
    expect(JSON.parse(post?.body ?? '')).toEqual({
      specversion: '1.0',
      id: outerId('ticket|T-1000|1'),
      source: '/saldo',
      type: 'saldo.ticket.changed',
      subject: 'T-1000',
      time: '2026-11-22T10:00:00.000Z',
      datacontenttype: 'application/json',
      data: { state: 'open', é: '€' },
    })
    expect(post?.headers['webhook-id']).toMatch(/^evt_[0-9a-f]{32}$/)
    expect(isGenuine(post!, secret, Date.now())).toBe(true)
    expect(isGenuine({ ...post!, body: post!.body.replace('open', 'shut') }, secret, Date.now())).toBe(false)
    expect(isGenuine(post!, `${secret.slice(0, -4)}AAA=`, Date.now())).toBe(false)
    expect(isGenuine({ ...post!, headers: { ...post!.headers, 'webhook-id': 'x' } }, secret, Date.now())).toBe(false)
    expect(isGenuine(post!, secret, Date.now() + 301_000)).toBe(false)
  })

  test('signs as the example of the specification does', async () => {
    const { signWebhook } = await import('../../src/api/sign-webhook.ts')
    const given = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
    expect(signWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', given)['webhook-signature']).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  const answers: [string, Parameters<typeof status>, object][] = [
    ['200', [200], { kind: 'taken' }],
    ['202', [202], { kind: 'taken' }],
    ['299', [299], { kind: 'taken' }],
    ['301 to elsewhere', [301, { location: 'http://127.0.0.1:1/' }], { kind: 'refused', reason: '301' }],
    ['307 to itself', [307, { location: '/events' }], { kind: 'refused', reason: '307' }],
    ['400', [400], { kind: 'refused', reason: '400' }],
    ['404', [404], { kind: 'refused', reason: '404' }],
    ['410', [410], { kind: 'gone', reason: '410' }],
    ['429 with Retry-After', [429, { 'retry-after': '7' }], { kind: 'refused', reason: '429', after: 7000 }],
    ['500', [500], { kind: 'refused', reason: '500' }],
    ['503 with a date', [503, { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' }], { kind: 'refused', reason: '503' }],
  ]
  test.each(answers)('that answers %s', async (_, [code, headers], received) => {
    receiver.answers.push(status(code, headers))
    expect(await channel().tell(webhook(), event)).toEqual(received)
    expect(receiver.posts).toHaveLength(1)
  })

  test('that answers nothing, hangs up, or is not there', async () => {
    receiver.answers.push(
      () => undefined,
      (_, response) => void response.destroy(),
    )
    expect(await channel().tell(webhook(), event)).toEqual({ kind: 'refused', reason: 'timeout' })
    expect(await channel().tell(webhook(), event)).toEqual({ kind: 'refused', reason: 'econnreset' })
    expect(await channel().tell(webhook('http://127.0.0.1:1/'), event)).toEqual({
      kind: 'refused',
      reason: 'econnrefused',
    })
  })

  test('that answers without end is not listened to', async () => {
    receiver.answers.push((_, response) => {
      response.writeHead(200)
      const more = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect(await channel().tell(webhook(), event)).toEqual({ kind: 'taken' })
  })
})

describe('an address', () => {
  const addresses: [string, boolean, boolean][] = [
    ['https://books.example/saldo', true, true],
    ['https://books.example:8443/saldo?x=1', true, true],
    ['https://8.8.8.8/', true, true],
    ['https://[2606:4700::1111]/', true, true],
    ['http://books.example/', false, false],
    ['http://127.0.0.1:9000/', false, true],
    ['http://localhost:9000/', false, true],
    ['https://localhost/', false, true],
    ['http://[::1]:9000/', false, true],
    ['https://127.1/', false, true],
    ['https://10.0.0.7/', false, false],
    ['https://172.16.0.1/', false, false],
    ['https://172.32.0.1/', true, true],
    ['https://192.168.1.1/', false, false],
    ['https://169.254.169.254/latest/meta-data', false, false],
    ['https://0.0.0.0/', false, false],
    ['https://0x7f.1/', false, true],
    ['https://[::]/', false, false],
    ['https://[fd00::1]/', false, false],
    ['https://[fe80::1]/', false, false],
    ['https://[::ffff:10.0.0.1]/', false, false],
    ['https://[64:ff9b::a00:1]/', false, false],
    ['https://user:password@books.example/', false, false],
    ['https://books.example/#part', false, false],
    ['ftp://books.example/', false, false],
    ['file:///etc/passwd', false, false],
    ['books.example', false, false],
  ]
  test.each(addresses)('%s: connected %s, local %s', (url, connected, local) => {
    expect([addressFault(url, false) === undefined, addressFault(url, true) === undefined]).toEqual([connected, local])
  })

  test('of a private network is never asked, also when a name leads there', async () => {
    const connected = channel({ local: false })
    expect(await connected.tell(webhook(), event)).toEqual({ kind: 'gone', reason: 'address' })
    // Every machine has this name for itself, and no list of ours does.
    const { hostname } = await import('node:os')
    const received = await connected.tell(webhook(`https://${hostname()}:1/`), event)
    expect(received.kind).toBe('refused')
    expect(['private-address', 'enotfound', 'eai_again']).toContain('reason' in received && received.reason)
    expect(receiver.posts).toEqual([])
    for (const address of ['127.0.0.1', '10.1.2.3', '::1', '::ffff:8.8.8.8', '100.64.0.1', 'nonsense', ''])
      expect([address, isPrivateAddress(address)]).toEqual([address, true])
  })
})

test('an event is told again after SIGKILL in the middle of telling it, under the same id, and not after it was taken', async () => {
  const kills = process.env.SALDO_LONG ? 40 : 1
  const folder = mkdtempSync(join(tmpdir(), 'saldo-webhooks-'))
  const open = () => openEmbedded({ folder, collections: deliveryCollections })
  let documents = await open()
  await addWebhook(documents, webhook())
  for (let time = 0; time < kills; time++) {
    const id = `killed-${time}`
    await documents.change((unit) =>
      queueEvent(unit, { id, type: 'saldo.ticket.changed', subject: 'T-1', data: {}, now: at }),
    )
    await documents.close()
    const before = receiver.posts.length
    const telling: Telling = { folder, now: at }
    const child = spawn(process.execPath, [
      join(import.meta.dirname, 'support/tell-and-die.ts'),
      JSON.stringify(telling),
    ])
    const takesIt = time % 2 === 1
    receiver.answers.push((_, response) => {
      if (takesIt) response.writeHead(204).end()
      child.kill('SIGKILL')
    })
    await once(child, 'close')
    expect(receiver.posts.length).toBe(before + 1)
    documents = await open()
    await freeEvents(documents, at)
    const clock = { now: () => at }
    const tools = { documents, channel: channel(), clock, milliseconds: () => performance.now(), random: Math.random }
    const courier = eventCourierOf({ ...tools, fault: (error) => Promise.reject(error) })
    await courier.carry()
    await courier.carry()
    const ids = receiver.posts.slice(before).map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids)).toEqual(new Set([outerId(id)]))
    expect(ids.length).toBe(2)
    expect((await documents.get(outgoingEvents, `${id}|w`))?.data.state).toBe('sent')
  }
  await documents.close()
  rmSync(folder, { recursive: true })
})

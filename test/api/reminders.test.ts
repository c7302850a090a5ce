import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../src/access/person.ts'
import { contactOf } from '../../src/collections/contact.ts'
import { policies, policyKey, policySchema } from '../../src/collections/policy.ts'
import { rightToSend } from '../../src/collections/right-to-send.ts'
import { putStanding, type Standing, standingOf } from '../../src/collections/standing.ts'
import { addresses } from '../../src/delivery/address.ts'
import { lineOf } from '../../src/delivery/line.ts'
import { talkLine } from '../../src/delivery/talk-line.ts'
import { day, instant } from '../../src/values/day.ts'
import { type InvoiceId, objectId } from '../../src/values/ids.ts'
import { aPolicy } from '../collections/decide/situations.ts'
import { aBill, aCustomer, euros } from '../ledger/examples.ts'
import { putBills, putCustomers } from '../ledger/open-ledger.ts'
import { type Api, openApi } from './support/open-api.ts'

const adega = aCustomer(1)
const serra = aCustomer(2)
const clara = { tenant: adega.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001') }
const chat = { channel: 'msteams', serviceUrl: 'https://smba.example/', conversation: 'a:clara' }

let api: Api
let key: string
beforeEach(async () => {
  api = await openApi()
  key = await api.key('books', ['billing-admin'])
  await putCustomers(api.documents, [adega, serra])
  await putBills(api.documents, [
    aBill('late', ['100.00'], { dueOn: day('2026-10-08') }),
    aBill('soon', ['50.00'], { dueOn: day('2026-12-08') }),
  ])
  const person = {
    ...clara,
    name: 'Clara',
    mail: 'clara@adega.example',
    customer: adega.id,
    roles: ['billing-contact' as const],
  }
  await api.documents.change(async (unit) => {
    const id = personKey(clara.tenant, clara.objectId)
    unit.put(people, id, z.encode(personSchema, person), 0)
    unit.put(addresses, id, { ...clara, ...chat, at: api.clock.now() }, 0)
  })
})
afterEach(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

let posted = 0
const remind = async (body: object, idempotencyKey = `r-${posted++}`) => {
  const got = await api.ask('POST', '/reminders', { key, body, headers: { 'idempotency-key': idempotencyKey } })
  return got.body.reminders ?? got
}
const withPolicy = (over: Parameters<typeof aPolicy>[0] = {}) =>
  api.documents.change(async (unit) => {
    const policy = aPolicy({ promises: undefined, ...over })
    unit.put(policies, policyKey(policy), z.encode(policySchema, policy), 0)
  })
const stands = (over: Partial<Standing>) =>
  api.documents.change(async (unit) => {
    const { standing, revision } = await standingOf(unit, adega.id)
    putStanding(unit, { ...standing, ...over }, revision)
  })
const queued = async () => (await lineOf(api.documents, talkLine(chat)))?.posts ?? []

describe('a customer is reminded now', () => {
  test('of all that is due, in the chats of its billing contacts, and it is among the deliveries', async () => {
    await withPolicy()
    const [adegas, serras, nobody] = await remind({
      customers: [adega.id, serra.id, `${adega.partner}.99999999-9999-9999-9999-999999999999`],
    })
    expect(adegas).toMatchObject({ outcome: 'queued', people: 1, bills: ['LATE'] })
    expect([serras.outcome, serras.reason, nobody.outcome]).toEqual(['held', 'nothing-open', 'unknown'])
    const [post, ...more] = await queued()
    expect([post?.content?.kind, more]).toEqual(['reminder', []])
    const { body } = await api.ask('GET', `/deliveries?customer=${adega.id}`, { key })
    expect(body.items).toMatchObject([{ id: adegas.delivery, kind: 'posted', to: [{ way: 'teams', state: 'queued' }] }])
    expect((await standingOf(api.documents, adega.id)).standing.contacted).toHaveLength(1)
  })

  test('also of what is not due yet, where that is asked for', async () => {
    await withPolicy()
    expect((await remind({ customers: [adega.id], early: true }))[0].bills).toEqual(['LATE', 'SOON'])
  })

  test('whatever stages are done, and none is reached by it', async () => {
    await withPolicy()
    const reached = ['before', 'due', 'overdue', 'warning', 'person', 'proposal'].map((stage) => ({
      invoice: 'late' as InvoiceId,
      stage,
      on: day('2026-11-10'),
    }))
    await stands({ reached })
    expect((await remind({ customers: [adega.id] }))[0].outcome).toBe('queued')
    expect((await standingOf(api.documents, adega.id)).standing.reached).toEqual(reached)
  })

  test('once, however often the request comes', async () => {
    await withPolicy()
    const all = await Promise.all(Array.from({ length: 6 }, () => remind({ customers: [adega.id] }, 'same')))
    expect(all.filter((each) => Array.isArray(each)).map(([each]) => each.outcome)).toContain('queued')
    await remind({ customers: [adega.id] }, 'same')
    expect(await queued()).toHaveLength(1)
  })

  test('and the right to send is asked for again when it is sent', async () => {
    await withPolicy()
    const [{ delivery }] = await remind({ customers: [adega.id] })
    const [post] = await queued()
    const right = () => api.documents.change((unit) => rightToSend(unit, post!, api.clock.now()))
    expect(await right()).toBeUndefined()
    const payment = {
      id: 'bank-1',
      customer: adega.id,
      receivedOn: '2026-11-22',
      amount: { amount: '100.00', currency: 'EUR' },
      reference: 'LATE',
      method: 'pix',
    }
    expect((await api.ask('POST', '/payments', { key, body: { payments: [payment] } })).status).toBe(200)
    expect(await right()).toBe('paid')
    expect((await contactOf(api.documents, delivery))?.contact.bills).toHaveLength(1)
  })
})

const promise = {
  id: 'P-1',
  invoices: ['late' as InvoiceId],
  amount: euros('100.00'),
  by: day('2026-11-30'),
  madeOn: day('2026-11-20'),
  person: clara,
  settledBefore: euros('0.00'),
  state: 'open' as const,
}
const hold = (kind: 'exempt' | 'held' | 'later' | 'paid') => ({
  holds: [{ id: 'H-1', kind, reason: 'x', from: day('2026-11-20'), by: 'saldo' as const }],
})

const held: [string, Parameters<typeof aPolicy>[0], Partial<Standing>, string][] = [
  ['a promise runs', {}, { promises: [promise] }, 'promised'],
  ['it is held', {}, hold('held'), 'held'],
  ['it is exempt', {}, hold('exempt'), 'exempt'],
  ['it says that it has paid', {}, hold('paid'), 'says-paid'],
  ['it asked for later', {}, hold('later'), 'later'],
  ['a suspension goes on', {}, { suspension: 'S-1' }, 'suspension'],
  [
    'the cap is reached',
    { cap: { contacts: 1, days: 7 } },
    { contacted: [{ contact: 'x', on: day('2026-11-16') }] },
    'cap',
  ],
  ['the payment data is old', { paymentDataDays: 3 }, {}, 'stale-payments'],
  [
    'what is due is not worth a word',
    { minimum: [{ amount: '100.01', currency: 'EUR' }] as never },
    {},
    'below-minimum',
  ],
  ['the day is a holiday', { holidays: { PT: ['2026-11-22'] } as never }, {}, 'closed-day'],
]

describe('nobody is written to where', () => {
  test.each(held)('%s', async (_, policy, standing, reason) => {
    await withPolicy(policy)
    await stands(standing)
    expect(await remind({ customers: [adega.id] })).toEqual([{ customer: adega.id, outcome: 'held', reason }])
    expect(await queued()).toEqual([])
  })

  test('the hours are closed, and it is said when they open', async () => {
    await withPolicy()
    api.clock.set(instant('2026-11-22T18:00:00Z'))
    expect(await remind({ customers: [adega.id] })).toEqual([
      { customer: adega.id, outcome: 'held', reason: 'outside-hours', opens: '2026-11-23T09:00:00.000Z' },
    ])
  })

  test('there is no policy', async () => {
    expect((await remind({ customers: [adega.id] }))[0].reason).toBe('no-policy')
  })

  test('it said that it wants no courtesies, of what is not due yet', async () => {
    await withPolicy()
    await stands({ stopped: { at: api.clock.now(), by: clara } })
    expect((await remind({ customers: [adega.id], early: true }))[0].bills).toEqual(['LATE'])
  })

  test('it was reminded just now, at the cap', async () => {
    await withPolicy({ cap: { contacts: 1, days: 7 } })
    expect((await remind({ customers: [adega.id] }))[0].outcome).toBe('queued')
    expect((await remind({ customers: [adega.id] }))[0]).toMatchObject({ outcome: 'held', reason: 'cap' })
  })
})

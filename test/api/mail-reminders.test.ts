import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../src/access/person.ts'
import { carryEvents } from '../../src/carry-events.ts'
import { contactOf } from '../../src/collections/contact.ts'
import { policies, policyKey, policySchema } from '../../src/collections/policy.ts'
import { addWebhook } from '../../src/delivery/change-webhooks.ts'
import { day, instant, later } from '../../src/values/day.ts'
import { objectId } from '../../src/values/ids.ts'
import { aPolicy } from '../collections/decide/situations.ts'
import { aBill, aCustomer } from '../ledger/examples.ts'
import { putBills, putCustomers } from '../ledger/open-ledger.ts'
import { type Api, openApi } from './support/open-api.ts'
import { openReceiver, type Receiver, status } from './support/receiver.ts'

const adega = aCustomer(1)
const clara = { tenant: adega.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001') }

let api: Api
let mail: Receiver
let key: string
let carry: () => Promise<void>
beforeEach(async () => {
  ;[api, mail] = await Promise.all([openApi(), openReceiver()])
  key = await api.key('books', ['billing-admin'])
  await putCustomers(api.documents, [adega])
  await putBills(api.documents, [aBill('late', ['100.00'], { dueOn: day('2026-10-08') })])
  const policy = aPolicy({ promises: undefined })
  // She has no chat with the bot: the partner's mail system is asked.
  const person = {
    ...clara,
    name: 'Clara',
    mail: 'clara@adega.example',
    customer: adega.id,
    roles: ['billing-contact' as const],
  }
  await api.documents.change(async (unit) => {
    unit.put(policies, policyKey(policy), z.encode(policySchema, policy), 0)
    unit.put(people, personKey(clara.tenant, clara.objectId), z.encode(personSchema, person), 0)
  })
  await addWebhook(api.documents, {
    id: 'mail',
    url: mail.url,
    secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    types: ['saldo.reminder.requested'],
    addedAt: api.clock.now(),
  })
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const fault = (error: unknown) => api.faults.push(error)
  const { jobs } = await carryEvents({
    documents: api.documents,
    clock: api.clock,
    local: true,
    alone: true,
    log,
    fault,
  })
  carry = async () => void (await Promise.all((await jobs[0]?.run()) as Promise<void>[]))
})
afterEach(async () => {
  expect(api.faults).toEqual([])
  await mail.close()
  await api.close()
})

const remind = async (): Promise<string> => {
  const body = { customers: [adega.id] }
  const got = await api.ask('POST', '/reminders', { key, body, headers: { 'idempotency-key': 'r' } })
  return got.body.reminders[0].delivery
}
const recipient = async (contact: string) => {
  const to = (await contactOf(api.documents, contact))?.contact.to ?? []
  return to.map(({ way, state, reason }) => [way, state, reason].filter(Boolean).join(' '))
}
const pass = (seconds: number) => api.clock.set(later(api.clock.now(), seconds * 1000))

test('the mail system is told whom to write to and what about, and the ledger says so', async () => {
  const contact = await remind()
  expect(await recipient(contact)).toEqual(['webhook queued'])
  await carry()
  const { data } = JSON.parse(mail.posts[0]?.body ?? '{}')
  expect(data).toMatchObject({ to: { mail: 'clara@adega.example', language: 'pt-PT' }, bills: [{ number: 'LATE' }] })
  expect(await recipient(contact)).toEqual(['webhook sent'])
})

test('a mail that could not be asked for is not asked for any more once the bill is paid', async () => {
  mail.answers.push(status(500))
  const contact = await remind()
  await carry()
  expect([mail.posts.length, await recipient(contact)]).toEqual([1, ['webhook queued']])
  const payment = {
    id: 'bank-1',
    customer: adega.id,
    receivedOn: '2026-11-22',
    amount: { amount: '100.00', currency: 'EUR' },
    reference: 'LATE',
    method: 'pix',
  }
  await api.ask('POST', '/payments', { key, body: { payments: [payment] } })
  pass(60)
  await carry()
  expect(mail.posts).toHaveLength(1)
  const [said] = await recipient(contact)
  expect(said).toMatch(/^webhook unknown paid$/)
})

test('at night it waits for the hours in which the customer may be written to', async () => {
  mail.answers.push(status(500))
  api.clock.set(instant('2026-11-22T17:59:00Z'))
  const contact = await remind()
  await carry()
  pass(120)
  await carry()
  expect([mail.posts.length, await recipient(contact)]).toEqual([1, ['webhook queued']])
  api.clock.set(instant('2026-11-23T09:30:00Z'))
  await carry()
  expect([mail.posts.length, await recipient(contact)]).toEqual([2, ['webhook sent']])
})

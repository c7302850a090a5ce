import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetRequests } from '../../src/access/api-request.ts'
import { answeringOnce } from '../../src/api/answer-once.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { instant } from '../../src/values/day.ts'
import { type Api, openApi } from './support/open-api.ts'
import { adega, fillApi, serra } from './support/some-records.ts'

let api: Api
let key: string
beforeAll(async () => {
  api = await openApi()
  await fillApi(api.documents)
  key = await api.key('books', ['billing-admin'])
})
afterAll(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

const payment = (id: string, amount = '1.00', customer: string = adega.id) => ({
  id,
  customer,
  receivedOn: '2026-11-21',
  amount: { amount, currency: 'EUR' },
  reference: '',
  method: 'pix',
})
const post = (body: unknown, idempotencyKey?: string, by = key) =>
  api.ask('POST', '/payments', {
    key: by,
    body,
    headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
  })
const paymentsOf = async (customer = adega.id) => (await ledgerOf(api.documents).payments(customer)).length
const anImport = {
  file: 'x',
  format: 'x',
  digest: 'x',
  at: '2026-11-22T10:00:00.000Z',
  status: 'complete',
  records: 1,
} as const
const aHold = (reason: string) => ({ customer: serra.id, kind: 'held', reason })

test('the same request again gets the same answer and does nothing', async () => {
  const before = await paymentsOf()
  const first = await post({ payments: [payment('i-1')] }, 'one')
  const second = await post({ payments: [payment('i-1')] }, 'one')
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  expect(second.body.payments[0].outcome).toBe('taken')
  expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
    null,
    'true',
  ])
  expect(await paymentsOf()).toBe(before + 1)
})

test('another body, path or method under the same key is refused', async () => {
  await post({ payments: [payment('i-2')] }, 'two')
  const before = await paymentsOf()
  for (const got of [
    await post({ payments: [payment('i-3')] }, 'two'),
    await api.ask('POST', '/holds', { key, body: aHold('x'), headers: { 'idempotency-key': 'two' } }),
    await api.ask('DELETE', `/holds/H-1.${adega.id}`, { key, headers: { 'idempotency-key': 'two' } }),
  ])
    expect([got.status, got.body.type]).toEqual([422, 'urn:saldo:problem:key-used-otherwise'])
  expect(await paymentsOf()).toBe(before)
})

test('the same words of another system are another request', async () => {
  const other = await api.key('bank', ['billing-admin'])
  expect((await post({ payments: [payment('i-4')] }, 'four')).status).toBe(200)
  expect((await post({ payments: [payment('i-5')] }, 'four', other)).body.payments[0].outcome).toBe('taken')
})

test('many at the same time are one: the others are told to wait, or get its answer', async () => {
  const before = await paymentsOf(serra.id)
  const body = { payments: [payment('i-6', '2.00', serra.id)] }
  const all = await Promise.all(Array.from({ length: 20 }, () => post(body, 'six')))
  const told = all.filter(({ status }) => status === 409)
  for (const { headers, body } of told) {
    expect(headers.get('retry-after')).toBe('1')
    expect(body.type).toBe('urn:saldo:problem:in-progress')
  }
  const answers = new Set(all.filter(({ status }) => status === 200).map((got) => JSON.stringify(got.body)))
  expect(answers.size).toBe(1)
  expect(told.length + all.filter(({ status }) => status === 200).length).toBe(20)
  expect(await paymentsOf(serra.id)).toBe(before + 1)
})

test('two processes on one store do it once', async () => {
  const processes = [answeringOnce(), answeringOnce(), answeringOnce()]
  const repeatable = { key: 'k', idempotencyKey: 'shared', asks: ['x'], now: api.clock.now() }
  const done: string[] = []
  const all = await Promise.all(
    processes.map((each, at) =>
      each.answer(api.documents, repeatable, async (unit) => {
        const id = `done-${at}`
        unit.put(imports, id, { ...anImport, id: id as never }, 0)
        done.push(id)
        return { status: 200, body: { by: at } }
      }),
    ),
  )
  expect(new Set(all.map(({ answer }) => JSON.stringify(answer.body))).size).toBe(1)
  expect(all.filter(({ again }) => !again)).toHaveLength(1)
  const kept = await Promise.all(done.map((id) => api.documents.get(imports, id)))
  expect(new Set(kept.filter((each) => each !== undefined).map(({ id }) => id)).size).toBe(1)
})

test('what was refused may be sent again, mended, under the same key', async () => {
  const wrong = await post({ payments: [payment('i-7'), payment('i-8', '-1')] }, 'seven')
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [{ at: 'body/payments/1/amount', says: 'a payment must be more than zero' }],
  ])
  expect((await post({ payments: [payment('i-7'), payment('i-8', '1')] }, 'seven')).status).toBe(200)
})

test('an answer is kept for a day', async () => {
  await api.ask('POST', '/holds', { key, body: aHold('once'), headers: { 'idempotency-key': 'day' } })
  const again = () => api.ask('POST', '/holds', { key, body: aHold('once'), headers: { 'idempotency-key': 'day' } })
  api.clock.set(instant('2026-11-23T09:59:59Z'))
  expect((await again()).status).toBe(201)
  expect(await forgetRequests(api.documents, api.clock.now())).toBe(0)
  api.clock.set(instant('2026-11-23T10:00:00Z'))
  expect((await again()).status).toBe(200)
  expect(await forgetRequests(api.documents, api.clock.now())).toBeGreaterThan(3)
  api.clock.set(instant('2026-11-22T10:00:00Z'))
})

test('reminders want a key, and one that a header can hold', async () => {
  for (const given of [undefined, '', 'with space', 'x'.repeat(129)]) {
    const headers: Record<string, string> = given === undefined ? {} : { 'idempotency-key': given }
    const got = await api.ask('POST', '/reminders', { key, headers, body: { customers: [adega.id] } })
    expect([given, got.status]).toEqual([given, 400])
  }
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { paidUntil } from '../../src/collections/payment-data.ts'
import { standingOf } from '../../src/collections/standing.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { amountText } from '../../src/values/money.ts'
import { type Api, openApi } from './support/open-api.ts'
import { adega, fillApi, serra } from './support/some-records.ts'

let api: Api
let key: string
beforeEach(async () => {
  api = await openApi()
  await fillApi(api.documents)
  key = await api.key('books', ['billing-admin'])
})
afterEach(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

const payment = (id: string, amount: string, over: object = {}) => ({
  id,
  customer: adega.id,
  receivedOn: '2026-11-21',
  amount: { amount, currency: 'EUR' },
  reference: '',
  method: 'pix',
  ...over,
})
const post = (...payments: object[]) => api.ask('POST', '/payments', { key, body: { payments } })
const paid = async () => {
  const payments = await ledgerOf(api.documents).payments(adega.id)
  return payments.map(({ amount }) => amountText(amount)).sort()
}

test('each pays what it names, oldest first, and the customer is looked at anew', async () => {
  const { body } = await post(
    payment('later', '100.00', { receivedOn: '2026-11-20', reference: 'FT 2026/101' }),
    payment('first', '50.00', { receivedOn: '2026-11-19', reference: 'payment of FT 2026/101' }),
  )
  const pays = body.payments.map((each: { pays: { bill: string; amount: { amount: string } }[] }) =>
    each.pays.map(({ bill, amount }) => `${bill} ${amount.amount}`),
  )
  expect(pays).toEqual([['FT 2026/101 20.00', 'FT 2026/110 80.00'], ['FT 2026/101 50.00']])
  expect((await standingOf(api.documents, adega.id)).standing.due).toBe('2026-11-22T10:00:00.000Z')
})

test('posted again it is the same payment; another under its id is refused', async () => {
  const once = payment('bank-7', '10.00')
  await post(once)
  const again = await post(once, payment('bank-8', '20.00'))
  expect(again.body.payments.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['already', 'taken'])
  const other = await post(payment('bank-9', '5.00'), payment('bank-7', '11.00'))
  expect([other.status, other.body.errors[0].at]).toEqual([409, 'body/payments/1/id'])
  expect((await post({ ...once, customer: serra.id })).status).toBe(409)
  expect(await paid()).toEqual(['10.00', '20.00', '30.00'])
})

test('one that cannot be taken keeps the others out too', async () => {
  const before = (await api.documents.find(imports, { index: 'at' })).items.length
  const unknown = `${adega.partner}.99999999-9999-9999-9999-999999999999`
  const wrong: [object, number, string][] = [
    [payment('b', '0.00'), 422, 'body/payments/1/amount'],
    [payment('b', '1.00', { customer: unknown }), 422, 'body/payments/1/customer'],
    [payment('b', '1.001'), 400, 'body/payments/1/amount'],
    [payment('b', '1.00', { amount: { amount: '1', currency: 'XXQ' } }), 400, 'body/payments/1/amount'],
    [payment('b', '1.00', { receivedOn: '2026-02-30' }), 400, 'body/payments/1/receivedOn'],
    [payment('b', '1.00', { customer: 'adega' }), 400, 'body/payments/1/customer'],
    [payment('b', '1.00', { amount: { amount: 1, currency: 'EUR' } }), 400, 'body/payments/1/amount/amount'],
    [payment('a', '1.00'), 400, 'body/payments/1/id'],
    [payment('b', '1.00', { cost: '3' }), 400, 'body/payments/1'],
  ]
  for (const [second, status, at] of wrong) {
    const got = await post(payment('a', '1.00'), second)
    expect([got.status, got.body.errors[0].at]).toEqual([status, at])
  }
  expect(await paid()).toEqual(['30.00'])
  expect((await api.documents.find(imports, { index: 'at' })).items.length).toBe(before)
})

test('that nothing came is known too: nobody is held back for old data then', async () => {
  const account = adega.partner
  const told = (knownUntil: object[]) => api.ask('POST', '/payments', { key, body: { payments: [], knownUntil } })
  expect(await paidUntil(api.documents, account)).toBeUndefined()
  const got = await told([{ account, day: '2026-11-21' }])
  expect([got.status, got.body]).toEqual([200, { payments: [], notes: [] }])
  expect(await paidUntil(api.documents, account)).toBe('2026-11-21')
  await told([{ account, day: '2026-11-20' }])
  expect(await paidUntil(api.documents, account)).toBe('2026-11-21')
  const wrong: [object, string][] = [
    [{ account, day: '2026-11-23' }, 'body/knownUntil/0/day'],
    [{ account: '99999999-9999-4999-8999-999999999999', day: '2026-11-21' }, 'body/knownUntil/0/account'],
  ]
  for (const [known, at] of wrong) expect((await told([known])).body.errors[0].at).toBe(at)
})

test('what somebody should know of a payment is said', async () => {
  const { body } = await post(
    payment('a', '12.34', { reference: 'thanks' }),
    payment('b', '900.00', { reference: 'FT 2026/110' }),
  )
  expect(body.notes.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
    ['a', 'unmatched'],
    ['b', 'credit-left'],
  ])
})

test('two systems that post at the same time pay a bill once', async () => {
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, at) => post(payment(`p-${at}`, '70.00', { reference: 'FT 2026/101' }))),
  )
  for (const got of all.filter(({ status }) => status !== 200))
    expect([got.status, got.headers.get('retry-after')]).toEqual([503, '1'])
  const balance = await api.ask('GET', `/customers/${adega.id}/balance`, { key })
  const [eur] = balance.body.balances
  const taken = all.filter(({ status }) => status === 200).length
  expect(taken).toBeGreaterThan(0)
  expect(Number(eur.open.amount) - Number(eur.credit.amount)).toBeCloseTo(320.5 - taken * 70)
})

test('hundreds come in at once', async () => {
  const count = process.env.SALDO_LONG ? 200 : 100
  const many = Array.from({ length: count }, (_, at) =>
    payment(`m-${at}`, '0.50', { customer: at % 2 ? adega.id : serra.id }),
  )
  const begun = performance.now()
  expect((await post(...many)).status).toBe(200)
  const seconds = (performance.now() - begun) / 1000
  expect((await ledgerOf(api.documents).payments(serra.id)).length).toBe(count / 2)
  expect(seconds).toBeLessThan(20)
})

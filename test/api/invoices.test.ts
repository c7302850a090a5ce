import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { amountText } from '../../src/values/money.ts'
import { billXml } from '../formats/ubl/ubl-text.ts'
import { type Api, openApi } from './support/open-api.ts'
import { adega, fillApi } from './support/some-records.ts'

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

const bill = (number: string, over: (xml: string) => string = (xml) => xml) =>
  over(billXml.replace('FT 2026/118', number))
const post = (...documents: string[]) =>
  api.ask('POST', '/invoices', { key, body: { documents: documents.map((ubl, at) => ({ name: `${at}.xml`, ubl })) } })
const numbers = async () => (await ledgerOf(api.documents).invoices(adega.id)).map(({ number }) => number).sort()

test('several come in together, and a customer owes them', async () => {
  const { body } = await post(bill('FT 2026/700'), bill('FT 2026/701'))
  expect(body.documents.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['taken', 'taken'])
  expect(await numbers()).toEqual(['FT 2026/101', 'FT 2026/110', 'FT 2026/700', 'FT 2026/701'])
  const taken = await ledgerOf(api.documents).invoice(adega.id, 'FT 2026/700')
  expect([taken?.dueOn, taken && amountText(taken.total)]).toEqual(['2026-12-09', '231.40'])
  expect((await post(bill('FT 2026/700'))).body.documents[0].outcome).toBe('already')
})

const wrong: [string, (xml: string) => string, RegExp][] = [
  ['does not add up', (xml) => xml.replace('>41.40<', '>41.41<'), /line \d+.*it does not add up/s],
  ['is of a customer that nobody knows', (xml) => xml.replace('PT501234567', 'PT509999999'), /line \d+/],
  ['is no document', () => '<a/>', /is no UBL 2.1 invoice/],
  ['is cut off', (xml) => xml.slice(0, 2000), /./],
  ['names an entity', (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), /./],
]
test.each(wrong)('one that %s keeps the others out too', async (_, over, says) => {
  const got = await post(bill('FT 2026/700'), bill('FT 2026/701', over))
  expect([got.status, got.body.errors[0].at]).toEqual([422, 'body/documents/1/ubl'])
  expect(got.body.errors[0].says).toMatch(says)
  expect(got.body.errors[0].says).not.toContain('root:')
  expect(await numbers()).toEqual(['FT 2026/101', 'FT 2026/110'])
})

test('another document under a number that is here is refused', async () => {
  await post(bill('FT 2026/700'))
  const got = await post(bill('FT 2026/700', (xml) => xml.replace('2026-12-09', '2026-12-10')))
  expect([got.status, got.body.errors[0].says]).toEqual([
    422,
    expect.stringContaining('An issued bill is never edited'),
  ])
})

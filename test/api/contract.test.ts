import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../src/api/endpoints.ts'
import { schemaOf } from '../../src/api/openapi-document.ts'
import { components } from '../../src/api/wire.ts'
import { billXml } from '../formats/ubl/ubl-text.ts'
import { type Document, inlined, type Operation, servedDocument, valuesOf } from './support/document.ts'
import { type Api, type Asking, openApi } from './support/open-api.ts'
import { adega, fillApi, serra } from './support/some-records.ts'

let api: Api
let document: Document
let key: string
beforeAll(async () => {
  api = await openApi()
  await fillApi(api.documents)
  document = await servedDocument(api)
  key = await api.key('everything', ['billing-admin', 'admin-agent'])
})
afterAll(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

const operation = (name: string) => document.operations.find(({ operationId }) => operationId === name) as Operation

/** Asks for what an operation does and holds the answer against the document. */
async function asked(name: string, path: string, asking: Asking = {}) {
  const got = await api.ask(operation(name).method, path, { key, ...asking })
  expect(document.faultOf(operation(name), got)).toBeUndefined()
  return got
}

const aHold = { customer: serra.id, kind: 'exempt', bill: 'FT 2026/101', reason: 'written off', until: '2026-12-24' }
const aPayment = {
  id: 'bank-1',
  customer: adega.id,
  receivedOn: '2026-11-21',
  amount: { amount: '40', currency: 'EUR' },
  reference: 'FT 2026/101',
  method: 'pix',
}

test('every operation serves what it is for, as the document says', async () => {
  const payments = await asked('postPayments', '/payments', { body: { payments: [aPayment] } })
  expect(payments.body.payments).toEqual([
    {
      id: 'bank-1',
      outcome: 'taken',
      pays: [{ bill: 'FT 2026/101', amount: { amount: '40.00', currency: 'EUR' } }],
      left: { amount: '0.00', currency: 'EUR' },
    },
  ])
  const placed = await asked('postHold', '/holds', { body: aHold })
  expect([placed.status, placed.body.bill, placed.body.key]).toEqual([201, 'FT 2026/101', 'everything'])
  const again = await asked('postHold', '/holds', { body: aHold })
  expect([again.status, again.body.id]).toEqual([200, placed.body.id])
  const released = await asked('deleteHold', `/holds/${placed.body.id}`)
  expect([released.status, released.body.releasedAt]).toEqual([200, '2026-11-22T10:00:00.000Z'])
  const reminders = await asked('postReminders', '/reminders', {
    headers: { 'idempotency-key': 'r-1' },
    body: { customers: [serra.id] },
  })
  expect(reminders.body.reminders).toEqual([{ customer: serra.id, outcome: 'held', reason: 'no-policy' }])
  const bill = billXml.replace('FT 2026/118', 'FT 2026/700')
  const invoices = await asked('postInvoices', '/invoices', { body: { documents: [{ name: 'one.xml', ubl: bill }] } })
  expect(invoices.body.documents).toMatchObject([{ name: 'one.xml', outcome: 'taken' }])
  const xml = await asked('postInvoices', '/invoices', { body: bill, headers: { 'content-type': 'application/xml' } })
  expect(xml.body.documents).toMatchObject([{ outcome: 'already' }])
  const looks: [string, string, number][] = [
    ['listDecisions', '/decisions', 50],
    ['listDeliveries', '/deliveries', 7],
    ['listTickets', '/tickets', 5],
    ['listHolds', '/holds', 3],
    ['listPromises', '/promises', 8],
    ['listSuspensions', '/suspensions', 1],
    ['listCustomers', '/customers', 2],
  ]
  for (const [name, path, count] of looks)
    expect([path, (await asked(name, path)).body.items.length]).toEqual([path, count])
  expect((await asked('readTicket', '/tickets/T-1001')).body.trail).toHaveLength(1)
  expect((await asked('readTicket', '/tickets/T-1001?internal=true')).body.trail).toHaveLength(2)
  const { balances } = (await asked('readBalance', `/customers/${serra.id}/balance`)).body
  expect(balances).toMatchObject([{ open: { amount: '80.00', currency: 'EUR' }, bills: [{ number: 'FT 2026/101' }] }])
  const said = [...looks.map(([name]) => name), 'readTicket', 'readBalance']
  const done = ['postPayments', 'postInvoices', 'postReminders', 'postHold', 'deleteHold']
  expect(document.operations.map(({ operationId }) => operationId).sort()).toEqual([...said, ...done].sort())
})

test('an answer that is not as the document says is found', async () => {
  const got = await api.ask('GET', '/customers', { key })
  const of = operation('listCustomers')
  expect(document.faultOf(of, got)).toBeUndefined()
  const more = { items: [{ ...got.body.items[0], margin: '12' }] }
  expect(document.faultOf(of, { ...got, body: more })).toContain('margin')
  expect(document.faultOf(of, { ...got, body: { items: [{ id: adega.id }] } })).toContain('name')
  expect(document.faultOf(of, { ...got, status: 418 })).toContain('418')
  expect(document.faultOf(of, { ...got, headers: new Headers({ 'content-type': 'text/plain' }) })).toContain(
    'text/plain',
  )
})

test('the served schemas are those that requests are checked by', () => {
  for (const endpoint of endpoints) {
    const served = document.operations.find(({ operationId }) => operationId === endpoint.name) as Operation
    expect(served).toMatchObject({ method: endpoint.method, path: endpoint.path })
    const given = [endpoint.body, ...Object.values(endpoint.answers).map(({ schema }) => schema)]
    const shown = [
      served.requestBody?.content['application/json']?.schema,
      ...Object.keys(endpoint.answers).map((status) => served.responses[status]?.content['application/json']?.schema),
    ]
    for (const [at, schema] of given.entries()) {
      if (!schema) continue
      expect(shown[at]).toEqual(schemaOf(schema))
      const { $schema: _, ...own } = z.toJSONSchema(schema, { io: 'input', metadata: z.registry() }) as never as Record<
        string,
        unknown
      >
      expect(withoutNames(inlined(shown[at] as never, document.schemas))).toEqual(withoutNames(own))
    }
  }
  expect(Object.keys(document.schemas).length).toBeGreaterThan(20)
  expect(components.has(z.string())).toBe(false)
})

/** Descriptions of named schemas stand with the name; the constraints are what is compared. */
const withoutNames = (schema: unknown): unknown =>
  JSON.parse(
    JSON.stringify(schema, (name, value) =>
      ['description', 'id'].includes(name) && typeof value === 'string' ? undefined : value,
    ),
  )

test('whatever the schemas allow is answered as the document says, and never with a fault', async () => {
  const customers = fc.constantFrom(adega.id, serra.id, `${adega.partner}.99999999-9999-9999-9999-999999999999`)
  const known = { CustomerId: customers }
  const statuses = new Map<string, Set<number>>()
  for (const each of document.operations) {
    const value = (schema: object) => valuesOf(schema, document.schemas, known)
    const parameters = fc.record(
      Object.fromEntries(
        each.parameters.filter(({ name }) => name !== 'cursor').map(({ name, schema }) => [name, value(schema)]),
      ),
      { requiredKeys: each.parameters.filter(({ required }) => required).map(({ name }) => name) },
    )
    const schema = each.requestBody?.content['application/json']?.schema
    const requests = fc.record({ parameters, body: schema ? value(schema) : fc.constant(undefined) })
    const runs = process.env.SALDO_LONG ? 500 : 6
    await fc.assert(
      fc.asyncProperty(requests, async ({ parameters, body }) => {
        const got = await api.ask(each.method, pathOf(each, parameters), {
          key,
          body,
          headers: headersOf(each, parameters),
        })
        statuses.set(each.operationId, (statuses.get(each.operationId) ?? new Set()).add(got.status))
        expect(document.faultOf(each, got)).toBeUndefined()
        expect(got.status).toBeLessThan(500)
      }),
      { numRuns: runs },
    )
  }
  for (const name of ['listDecisions', 'listDeliveries', 'listTickets', 'listHolds', 'listPromises', 'listCustomers'])
    expect([name, [...(statuses.get(name) ?? [])]]).toEqual([name, [200]])
})

const said = (value: unknown): string => encodeURIComponent(String(value))

function pathOf({ path, parameters }: Operation, values: Readonly<Record<string, unknown>>): string {
  const query = parameters.filter(({ name, in: place }) => place === 'query' && values[name] !== undefined)
  const full = path.replace(/\{(\w+)\}/g, (_, name) => said(values[name]))
  return query.length === 0 ? full : `${full}?${query.map(({ name }) => `${name}=${said(values[name])}`).join('&')}`
}

const headersOf = ({ parameters }: Operation, values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter(({ name, in: place }) => place === 'header' && values[name] !== undefined)
      .map(({ name }) => [name, String(values[name])]),
  )

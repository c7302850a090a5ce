import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeCase } from '../../src/conversation/desk/change-case.ts'
import { openCase } from '../../src/conversation/desk/open-case.ts'
import { declaredCollections } from '../../src/declared-collections.ts'
import { addWebhook } from '../../src/delivery/change-webhooks.ts'
import { outgoingEvents } from '../../src/delivery/event.ts'
import type { Documents } from '../../src/store/documents.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { instant } from '../../src/values/day.ts'
import { objectId } from '../../src/values/ids.ts'
import { aCustomer } from '../ledger/examples.ts'
import { putCustomers } from '../ledger/open-ledger.ts'

let documents: Documents
let folder: string
const now = instant('2026-11-22T10:00:00Z')
const adega = aCustomer(1)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-ticket-events-'))
  documents = await openEmbedded({ folder, collections: declaredCollections })
  await putCustomers(documents, [adega])
})
afterEach(async () => {
  await documents.close()
  rmSync(folder, { recursive: true })
})

const hook = { id: 'w', url: 'https://books.example/', secret: 'whsec_AAAA', addedAt: now }
const clara = { tenant: adega.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001'), name: 'Clara' }
const principal = { kind: 'customer', key: clara, customer: adega, roles: ['billing-contact'], name: 'Clara' } as const
const by = { principal, name: 'Clara' }
const open = (event: string) =>
  documents.change((unit) =>
    openCase(unit, {
      customer: adega.id,
      person: clara,
      language: 'pt-PT',
      kind: 'commercial',
      topic: 'dispute',
      about: {},
      priority: 'normal',
      queue: 'billing',
      intake: [],
      tried: [],
      cause: 'one',
      text: 'my secret words',
      by,
      now,
      event,
    }),
  )
const change = (kind: 'close' | 'reopen' | 'say', event: string) =>
  documents.change((unit) =>
    changeCase(unit, { ticket: 'T-1001', change: { kind, text: 'my secret words' }, by, now, event }),
  )
const told = async () => {
  const { items } = await documents.find(outgoingEvents, { index: 'due' })
  return items.map(({ data }) => data)
}

test('whatever is done to a ticket is told once, without words and names', async () => {
  await addWebhook(documents, { ...hook, types: ['saldo.ticket.changed'] })
  await open('a')
  await open('a')
  await open('b')
  await change('close', 'c')
  await change('close', 'c')
  await change('reopen', 'd')
  const events = await told()
  const said = events.map(({ type, subject, data }) => [type, subject, data as Record<string, unknown>] as const)
  expect(said.map(([type, subject]) => `${type} ${subject}`)).toEqual(
    Array.from({ length: 4 }, () => 'saldo.ticket.changed T-1001'),
  )
  expect(said.map(([, , { what, state }]) => `${what} ${state}`).sort()).toEqual([
    'moved closed',
    'moved open',
    'opened new',
    'said new',
  ])
  expect(said.every(([, , { customer }]) => customer === adega.id)).toBe(true)
  expect(JSON.stringify(events)).not.toMatch(/secret words|Clara|44444444/)
})

test('nothing is written down where nobody wants it', async () => {
  await addWebhook(documents, { ...hook, types: ['saldo.promise.made'] })
  await open('a')
  await change('say', 'b')
  expect(await told()).toEqual([])
})

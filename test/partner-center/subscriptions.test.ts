import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { chargePages } from '../../src/ledger/charge.ts'
import { every } from '../../src/ledger/every.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { type Subscription, subscriptions } from '../../src/ledger/subscription.ts'
import { subscriptionsFromCharges } from '../../src/ledger/subscriptions-from-charges.ts'
import type { Documents } from '../../src/store/documents.ts'
import { type Day, lastOfMonth } from '../../src/values/day.ts'
import type { CustomerId } from '../../src/values/ids.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { importText } from './example-file.ts'

const months = ['05', '06', '07', '08', '09', '10']

/** The sample's files of one account, oldest month first. */
async function filesOf(account: 'pt' | 'br'): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-sample-'))
  try {
    await writeSample(folder, { today: '2026-11-22' as Day, customers: 24 })
    return months.map((month) => {
      const name = join(folder, `reconciliation-${account}-2026-${month}.csv`)
      return account === 'br' && month === '05'
        ? gunzipSync(readFileSync(`${name}.gz`)).toString()
        : readFileSync(name, 'utf8')
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What all months together say, customer by customer, without any shortcut. */
async function expectedOf(documents: Documents, customers: readonly CustomerId[]) {
  const ledger = ledgerOf(documents)
  const partner = customers[0]?.split('.')[0] as Parameters<typeof ledger.supplierInvoices>[0]
  const invoices = [...(await ledger.supplierInvoices(partner))].reverse()
  const through = lastOfMonth(invoices.at(-1)?.period.to as Day)
  const all = customers.map(async (customer) => {
    const charged = invoices.map(async (each) => ({
      import: each.import,
      charges: await ledger.charges(customer, each.number),
    }))
    return subscriptionsFromCharges(customer, await Promise.all(charged), through)
  })
  return (await Promise.all(all)).flat()
}

async function customersOf(documents: Documents): Promise<CustomerId[]> {
  const found = new Set<CustomerId>()
  for await (const { data } of every(documents, chargePages, { index: 'customer' })) found.add(data.customer)
  return [...found]
}

const plain = (each: Subscription) => ({ ...each, source: undefined })
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

test.each([
  ['in the order of months', (files: string[]) => files],
  ['the newest first', (files: string[]) => files.toReversed()],
  ['in no order', (files: string[]) => [2, 0, 5, 1, 4, 3].map((at) => files[at] ?? '')],
] as const)('files that come in %s leave the subscriptions that all months together tell', async (_, order) => {
  for (const account of ['pt', 'br'] as const) {
    const documents = await openLedger()
    for (const text of order(await filesOf(account))) await importText(documents, text)
    const customers = await customersOf(documents)
    const ledger = ledgerOf(documents)
    const known = (await Promise.all(customers.map((customer) => ledger.subscriptions(customer)))).flat()
    const expected = await expectedOf(documents, customers)
    expect(known.map(plain).sort(byId)).toEqual(expected.map(plain).sort(byId))
    expect(known.length).toBeGreaterThan(5)
  }
})

test('what the Partner Center export told of a subscription survives the next file', async () => {
  const documents = await openLedger()
  const [first = '', second = ''] = await filesOf('br')
  await importText(documents, first)
  const [stored] = (await documents.find(subscriptions, { index: 'customer', limit: 1 })).items
  if (!stored) throw new Error('the sample has subscriptions')
  const suspended = { ...stored.data, status: 'suspended' as const, autoRenew: false }
  await documents.change(async (unit) => unit.put(subscriptions, stored.id, suspended, stored.revision))
  await importText(documents, second)
  expect((await documents.get(subscriptions, stored.id))?.data).toMatchObject({ status: 'suspended', autoRenew: false })
})

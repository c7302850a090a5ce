import { createHash, randomUUID } from 'node:crypto'
import { people } from '../../../src/access/person.ts'
import { loadSample } from '../../../src/cli/load-sample.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import { customers } from '../../../src/ledger/customer.ts'
import { every } from '../../../src/ledger/every.ts'
import { invoices } from '../../../src/ledger/invoice.ts'
import { payments } from '../../../src/ledger/payment.ts'
import { subscriptions } from '../../../src/ledger/subscription.ts'
import type { Collection, Documents, Json } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { systemClock } from '../../../src/system-clock.ts'
import type { Asker } from './drive.ts'

type Copied = { readonly collection: Collection<never>; readonly id: string; readonly text: string }

const billsPerCustomer = 10
const customersPerUnit = 20

const collected = [
  [customers, 'partner'],
  [people, 'tenant'],
  [subscriptions, 'customer'],
  [invoices, 'customer'],
  [payments, 'customer'],
] as unknown as readonly (readonly [Collection<never>, string])[]

/** A GUID that is the same for the same words. */
function guid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The sample's documents by customer tenant; a person of the partner's staff belongs to none. */
async function samplePerCustomer(documents: Documents): Promise<Map<string, Copied[]>> {
  const all = new Map<string, Copied[]>()
  for (const [collection, index] of collected)
    for await (const { id, data } of every(documents, collection, { index })) {
      const text = JSON.stringify(data)
      const { tenant, customer } = data as { tenant?: string; customer?: string }
      const key = tenant ?? customer?.split('.')[1] ?? ''
      all.set(key, [...(all.get(key) ?? []), { collection, id, text }])
    }
  for (const [tenant, copies] of all)
    if (!copies.some(({ collection }) => collection.name === 'customers')) all.delete(tenant)
  return all
}

/** Bills of a year before, until each customer has ten: both stores hold accounts of the same size, so that only the store's size differs. */
function olderBills(copies: readonly Copied[]): Copied[] {
  const bills = copies.filter(({ collection }) => collection.name === 'invoices')
  return bills.slice(0, Math.max(0, billsPerCustomer - bills.length)).map(({ collection, id, text }) => ({
    collection,
    id: `${id}.older`,
    text: text
      .replaceAll(id, `${id}.older`)
      .replace(/"number":"([^"]+)"/, '"number":"$1-A"')
      .replaceAll('"2026-', '"2025-'),
  }))
}

const renamed = (copies: readonly Copied[], tenant: string, other: string): Copied[] => {
  const ids = copies.filter(({ collection }) => ['invoices', 'payments'].includes(collection.name)).map(({ id }) => id)
  const change = (text: string) =>
    ids.reduce(
      (changed, id) => changed.replaceAll(`"${id}"`, `"${id}.${other.slice(0, 8)}"`),
      text.replaceAll(tenant, other),
    )
  return copies.map(({ collection, id, text }) => ({
    collection,
    id: ids.includes(id) ? `${id}.${other.slice(0, 8)}` : id.replaceAll(tenant, other),
    text: change(text),
  }))
}

async function write(documents: Documents, copies: readonly Copied[]): Promise<void> {
  await documents.change(async (unit) => {
    for (const { collection, id, text } of copies)
      unit.put(collection as unknown as Collection<Json>, id, JSON.parse(text), 0)
  })
}

/** Fills a folder with the sample partner and copies of its customers. Resolves with their billing contacts. */
export async function fillStore(folder: string, wanted: number): Promise<Asker[]> {
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  try {
    const conversation = () => Promise.reject(new Error('nobody asks while it is filled'))
    await loadSample({ documents, clock: systemClock, newId: randomUUID, mayLoadSample: true, conversation })
    const originals = await samplePerCustomer(documents)
    for (const [tenant, copies] of originals) {
      const older = olderBills(copies)
      await write(documents, older)
      originals.set(tenant, [...copies, ...older])
    }
    const tenants = [...originals.keys()]
    for (let made = tenants.length; made < wanted; made += customersPerUnit) {
      const unit: Copied[] = []
      for (let at = made; at < Math.min(wanted, made + customersPerUnit); at++) {
        const tenant = tenants[at % tenants.length] ?? ''
        unit.push(...renamed(originals.get(tenant) ?? [], tenant, guid(`customer ${at}`)))
      }
      await write(documents, unit)
    }
    return await contacts(documents)
  } finally {
    await documents.close()
  }
}

async function contacts(documents: Documents): Promise<Asker[]> {
  const found: Asker[] = []
  for await (const { data } of every(documents, people, { index: 'tenant' }))
    if (data.roles.includes('billing-contact'))
      found.push({ tenant: data.tenant, objectId: data.objectId, language: data.language ?? 'en' })
  return found
}

import { z } from 'zod'
import type { Actor } from '../../src/access/actor.ts'
import { type Person, people, personKey, personSchema } from '../../src/access/person.ts'
import type { Principal } from '../../src/access/principal.ts'
import { principalOf } from '../../src/access/principal-of.ts'
import { notePaymentData } from '../../src/collections/payment-data.ts'
import { policies, policyKey, policySchema } from '../../src/collections/policy.ts'
import { type Suspension, suspensionOf } from '../../src/collections/suspension.ts'
import { customerSchema, customers } from '../../src/ledger/customer.ts'
import { type Invoice, invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { paymentSchema, payments } from '../../src/ledger/payment.ts'
import { type Subscription, subscriptionKey, subscriptionSchema, subscriptions } from '../../src/ledger/subscription.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day, type Instant, instant } from '../../src/values/day.ts'
import { type ImportId, type InvoiceId, objectId, type SubscriptionId, tenantId } from '../../src/values/ids.ts'
import { amountText, type Money } from '../../src/values/money.ts'
import { copyOf, type Memory, MemoryDocuments } from '../desk-model/memory-documents.ts'
import { aBill, aCustomer, aLine, aPayment, customerAt, partner } from '../ledger/examples.ts'

// One customer with a subscription of each kind, seen on Monday 23 November 2026.

export const now = instant('2026-11-23T10:00:00Z')
export const adega = aCustomer(1, { name: 'Adega Vale Claro, Lda' })
const staffTenant = tenantId('33333333-3333-4333-8333-333333333333')
const object = (at: number) => objectId(`44444444-4444-4444-8444-${String(at).padStart(12, '0')}`)
const person = (at: number, name: string, roles: Person['roles'], customer = false): Person => ({
  tenant: customer ? adega.tenant : staffTenant,
  objectId: object(at),
  name,
  mail: `${name.toLowerCase()}@example.com`,
  customer: customer ? adega.id : undefined,
  roles,
})

export const everybody = {
  clara: person(1, 'Clara', ['billing-contact'], true),
  rui: person(2, 'Rui', ['employee'], true),
  helena: person(5, 'Helena', ['helpdesk-agent']),
  bruno: person(6, 'Bruno', ['billing-admin']),
  sara: person(7, 'Sara', ['sales-agent']),
  ulisses: person(8, 'Ulisses', ['user-management-admin']),
  amelia: person(9, 'Amelia', ['admin-agent']),
  andre: person(10, 'Andre', ['admin-agent']),
  alba: person(11, 'Alba', ['admin-agent']),
} as const
export type Known = keyof typeof everybody

const running = (id: string, over: Partial<Subscription>): Subscription => ({
  id: id as SubscriptionId,
  customer: customerAt(1),
  productId: id,
  skuId: '1',
  product: id,
  quantity: 10,
  term: 'P1Y',
  billing: 'monthly',
  start: day('2026-02-01'),
  end: day('2027-01-31'),
  status: 'active',
  source: { import: 'import-1' as ImportId, line: 2 },
  ...over,
})

export const bought: readonly Subscription[] = [
  running('annual', { product: 'Business Premium', autoRenew: true }),
  running('monthly', { product: 'Teams Phone', quantity: 5, term: 'P1M', end: day('2026-12-14') }),
  running('legacy', { product: 'Office 365 E1', quantity: 3, end: day('2027-06-30'), autoRenew: false }),
  running('azure', { product: 'Azure plan', quantity: undefined, term: 'none', billing: 'usage', end: undefined }),
  running('prepaid', { product: 'Power BI Pro', quantity: 2, billing: 'annual' }),
  running('gone', { product: 'Visio', status: 'cancelled' }),
  running('later', { product: 'Project Plan 3', quantity: 1 }),
  running('never-billed', { product: 'Planner' }),
]

const line = (number: number, net: string, subscription?: string, over = {}) =>
  aLine(number, net, {
    subscription: subscription as SubscriptionId | undefined,
    ...(subscription && { product: subscription }),
    ...over,
  })

const billed = (id: string, supplier: string | undefined, lines: Invoice['lines'], over: Partial<Invoice> = {}) => ({
  ...aBill(
    id,
    lines.map(({ net }) => amountText(net)),
    { issuedOn: day('2026-09-08') },
  ),
  lines: [...lines],
  ...(supplier
    ? { origin: { type: 'bill-out' as const, supplierInvoice: supplier } }
    : { origin: { type: 'import' as const, import: 'books' } }),
  ...over,
})

export const bills: readonly Invoice[] = [
  billed('u-1', 'G000000001', [line(1, '200.00', 'annual'), line(2, '50.00', 'monthly')]),
  billed('u-2', 'D000000001', [line(1, '30.00', 'legacy')]),
  billed('u-3', 'G000000002', [line(1, '80.00', 'azure')]),
  billed('p-1', 'G000000003', [
    line(1, '240.00', 'prepaid', { period: { from: day('2026-02-01'), to: day('2027-01-31') } }),
  ]),
  billed('o-1', 'G000000004', [line(1, '30.00', 'later')], { dueOn: day('2026-12-20') }),
  billed('x-1', undefined, [line(1, '15.00')]),
]
export const id = (text: string) => text as InvoiceId

export const aPolicy = (suspension: object = {}) =>
  z.decode(policySchema, {
    partner,
    name: 'Standard',
    effective: '2026-01-01',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    paymentDataDays: 3,
    holidays: { PT: ['2026-12-01'] },
    stages: [{ id: 'propose', when: 'after', days: 20, action: 'propose-suspension' }],
    suspension: { noticeDays: 5, approvals: 1, ...suspension },
  })

export type World = {
  readonly documents: Documents
  /** The same again, to be changed by itself. */
  copy(): World
  as(who: Known): Promise<Exclude<Actor, 'saldo'> & { principal: Extract<Principal, { kind: 'partner' }> }>
  pay(invoice: string, amount?: Money): Promise<void>
  /** What is known of payments is as of this day. */
  known(until: string): Promise<void>
  get(suspension: string): Promise<Suspension>
}

export async function aWorld(policy = aPolicy()): Promise<World> {
  const memory: Memory = new Map()
  const world = worldOver(memory)
  await world.documents.change(async (unit) => {
    unit.put(customers, adega.id, z.encode(customerSchema, adega), 0)
    for (const one of Object.values(everybody))
      unit.put(people, personKey(one.tenant, one.objectId), z.encode(personSchema, one), 0)
    for (const one of bought) unit.put(subscriptions, subscriptionKey(one), z.encode(subscriptionSchema, one), 0)
    for (const one of bills) unit.put(invoices, one.id, z.encode(invoiceSchema, one), 0)
    unit.put(policies, policyKey(policy), z.encode(policySchema, policy), 0)
  })
  await world.pay('p-1')
  await world.known('2026-11-23')
  return world
}

function worldOver(memory: Memory): World {
  const documents = new MemoryDocuments(memory)
  return {
    documents,
    copy: () => worldOver(copyOf(memory)),
    as: async (who) => {
      const principal = await principalOf(documents, everybody[who])
      return { principal: principal as never, name: everybody[who].name }
    },
    pay: (invoice, amount) =>
      documents.change(async (unit) => {
        const bill = bills.find((one) => one.id === invoice)!
        const sum = amountText(amount ?? bill.total)
        const key = `pay ${invoice} ${sum}`
        const payment = { ...aPayment(key, sum, { [invoice]: sum }), receivedOn: day('2026-11-23') }
        unit.put(payments, key, z.encode(paymentSchema, payment), 0)
      }),
    known: (until) => documents.change((unit) => notePaymentData(unit, partner, day(until))),
    get: async (key) => (await suspensionOf(documents, key))!.suspension,
  }
}

export const at = (text: string): Instant => instant(text)

import { z } from 'zod'
import type { Person } from '../../../src/access/person.ts'
import type { Principal } from '../../../src/access/principal.ts'
import { policies, policyKey, policySchema } from '../../../src/collections/policy.ts'
import { putStanding, type Standing, standingOf } from '../../../src/collections/standing.ts'
import type { Steers } from '../../../src/collections/steer.ts'
import { webhookSchema, webhooks } from '../../../src/delivery/event.ts'
import { type Customer, customerSchema, customers } from '../../../src/ledger/customer.ts'
import { type Dispute, disputeSchema, disputes } from '../../../src/ledger/dispute.ts'
import { type Invoice, invoiceSchema, invoices } from '../../../src/ledger/invoice.ts'
import { type Payment, paymentSchema, payments } from '../../../src/ledger/payment.ts'
import type { Documents, Unit } from '../../../src/store/documents.ts'
import { instant } from '../../../src/values/day.ts'
import { objectId, tenantId } from '../../../src/values/ids.ts'
import { MemoryDocuments } from '../../desk-model/memory-documents.ts'
import { aCustomer } from '../../ledger/examples.ts'
import { aPolicy, bill } from '../decide/situations.ts'

export const adega = aCustomer(1, { name: 'Adega Vale Claro, Lda' })
export const serra = aCustomer(2, { name: 'Serra Transportes, SA' })

/** A Sunday, in the afternoon in Lisbon. */
export const now = instant('2026-11-22T15:00:00Z')

const object = (at: number) => objectId(`44444444-4444-4444-8444-${String(at).padStart(12, '0')}`)
const ofCustomer = (customer: Customer, roles: Extract<Principal, { kind: 'customer' }>['roles'], at: number) =>
  ({
    principal: { kind: 'customer', key: { tenant: customer.tenant, objectId: object(at) }, customer, roles },
  }) as const
const ofStaff = (role: Person['roles'][number], at: number) => ({
  principal: {
    kind: 'partner',
    key: { tenant: tenantId('33333333-3333-4333-8333-333333333333'), objectId: object(at) },
    roles: [role],
  } as Extract<Principal, { kind: 'partner' }>,
})

export const who = {
  contact: { ...ofCustomer(adega, ['billing-contact'], 1), name: 'Clara' },
  employee: ofCustomer(adega, ['employee'], 2),
  stranger: { principal: { kind: 'stranger', key: { tenant: serra.tenant, objectId: object(9) } } },
  "another company's contact": ofCustomer(serra, ['billing-contact'], 3),
  'billing admin': ofStaff('billing-admin', 4),
  'admin agent': ofStaff('admin-agent', 5),
  'helpdesk agent': ofStaff('helpdesk-agent', 6),
  'sales agent': ofStaff('sales-agent', 7),
} as const satisfies Record<string, Exclude<Steers, { key: string }>>
export type Who = keyof typeof who

type Given = {
  readonly bills?: readonly Invoice[]
  readonly payments?: readonly Payment[]
  readonly disputes?: readonly Dispute[]
  readonly standing?: Partial<Standing>
  readonly policy?: Partial<z.input<typeof policySchema>> | 'none'
}

/** Two customers; of Adega bill A over 100.00 and B over 50.00, due on 30 November, unless told. Promises: 30 days ahead, twice. */
export async function promisingDesk(given: Given = {}) {
  const documents: Documents = new MemoryDocuments(new Map())
  await documents.change(async (unit) => {
    for (const one of [adega, serra]) unit.put(customers, one.id, z.encode(customerSchema, one), 0)
    const bills = given.bills ?? [bill('a', '100.00'), bill('b', '50.00')]
    for (const one of bills) unit.put(invoices, one.id, z.encode(invoiceSchema, one), 0)
    for (const one of given.payments ?? []) unit.put(payments, one.id, z.encode(paymentSchema, one), 0)
    for (const one of given.disputes ?? []) unit.put(disputes, one.id, z.encode(disputeSchema, one), 0)
    const hook = { id: 'hook', url: 'https://erp.example/', secret: 'secret', addedAt: now }
    const types = ['saldo.promise.made', 'saldo.promise.kept', 'saldo.promise.broken'] as const
    unit.put(webhooks, hook.id, z.encode(webhookSchema, { ...hook, types: [...types] }), 0)
    if (given.policy !== 'none') {
      const policy = aPolicy(given.policy)
      unit.put(policies, policyKey(policy), z.encode(policySchema, policy), 0)
    }
    const blank = { customer: adega.id, reached: [], contacted: [], promises: [], holds: [], noticed: [] }
    putStanding(unit, { ...blank, ...given.standing }, 0)
  })
  return {
    documents,
    standing: async () => (await standingOf(documents, adega.id)).standing,
    revision: async () => (await standingOf(documents, adega.id)).revision,
    does: <T>(verb: (unit: Unit) => Promise<T>) => documents.change(verb),
  }
}

import { z } from 'zod'
import { type Person, people, personKey, personSchema } from '../../../src/access/person.ts'
import { type Customer, customerSchema, customers } from '../../../src/ledger/customer.ts'
import { type Invoice, type InvoiceLine, invoiceSchema, invoices } from '../../../src/ledger/invoice.ts'
import { type Payment, paymentSchema, payments } from '../../../src/ledger/payment.ts'
import { type Subscription, subscriptionSchema, subscriptions } from '../../../src/ledger/subscription.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { type Offering, offeringSchema, offerings } from '../../../src/support/offering.ts'
import { day } from '../../../src/values/day.ts'
import { decimal } from '../../../src/values/decimal.ts'
import { type ImportId, objectId, type SubscriptionId, tenantId } from '../../../src/values/ids.ts'
import { moneyOf } from '../../../src/values/money.ts'
import { monthOf } from '../../../src/values/period.ts'
import { aBill, aCustomer, aLine, aPayment, customerAt, eur, gbp, partner } from '../../ledger/examples.ts'

// A desk small enough to know by heart, seen on 22 November 2026. Adega and Serra have a bill of the same number.

export const adega = aCustomer(1, { name: 'Adega Vale Claro, Lda', domain: 'adega.example' })
export const serra = aCustomer(2, { name: 'Serra Transportes, SA', domain: 'serra.example' })
export const finch = aCustomer(3, {
  name: 'Finch Surveyors Ltd',
  domain: 'finch.example',
  country: 'GB',
  language: 'en',
  timeZone: 'Europe/London',
  currency: gbp,
  taxName: 'VAT',
  taxRate: decimal('20'),
})
export const serraNorte = aCustomer(4, { name: 'Serra Norte, Lda', domain: 'serranorte.example', country: 'ES' })

const staffTenant = tenantId('33333333-3333-4333-8333-333333333333')
const object = (at: number) => objectId(`44444444-4444-4444-8444-${String(at).padStart(12, '0')}`)
const person = (at: number, name: string, roles: Person['roles'], of?: Customer): Person => ({
  tenant: of?.tenant ?? staffTenant,
  objectId: object(at),
  name,
  mail: `${name.toLowerCase()}@${of?.domain ?? 'partner.example'}`,
  customer: of?.id,
  roles,
})

export const everybody = {
  clara: person(1, 'Clara', ['billing-contact'], adega),
  rui: person(2, 'Rui', ['employee'], adega),
  sofia: person(3, 'Sofia', ['billing-contact'], serra),
  james: person(4, 'James', ['billing-contact'], finch),
  helena: person(5, 'Helena', ['helpdesk-agent']),
  bruno: person(6, 'Bruno', ['billing-admin']),
  sara: person(7, 'Sara', ['sales-agent']),
  ulisses: person(8, 'Ulisses', ['user-management-admin']),
  amelia: person(9, 'Amelia', ['admin-agent']),
  /** Of Adega's tenant, and nobody has registered them. */
  newcomer: { tenant: adega.tenant, objectId: object(90) },
  stranger: { tenant: tenantId('99999999-9999-4999-8999-999999999999'), objectId: object(99) },
} as const

const seats = (number: number, net: string, over: Partial<InvoiceLine> = {}): InvoiceLine =>
  aLine(number, net, {
    quantity: decimal(10),
    unitPrice: decimal(net).div(10).abs(),
    subscription: 's-1' as SubscriptionId,
    charges: [{ import: 'import-1', line: number + 1 }],
    ...over,
  })

const withLines = (id: string, number: string, lines: InvoiceLine[], over: Partial<Invoice>): Invoice => {
  const bare = aBill(
    id,
    lines.map(
      ({ net }) =>
        `${net.minor / 100n}.${String(net.minor % 100n)
          .padStart(2, '0')
          .replace('-', '')}`,
    ),
    { taxRate: '23' },
  )
  return { ...bare, number, ...over, lines: lines.map((line) => ({ ...line, period: over.period })) }
}

const october = monthOf('2026-10')
const exchange = {
  productId: 'P2',
  skuId: '2',
  product: 'Exchange Online (Plan 1)',
  unitPrice: decimal('4.00'),
  quantity: decimal(5),
  subscription: 's-2' as SubscriptionId,
}

export const bills: readonly Invoice[] = [
  withLines('a-1', 'FT 2026/101', [seats(1, '200.00')], {
    period: monthOf('2026-08'),
    issuedOn: day('2026-09-08'),
    dueOn: day('2026-10-08'),
  }),
  withLines('a-2', 'FT 2026/110', [seats(1, '200.00'), seats(2, '20.00', exchange)], {
    period: monthOf('2026-09'),
    issuedOn: day('2026-10-08'),
    dueOn: day('2026-11-07'),
  }),
  withLines(
    'a-3',
    'FT 2026/118',
    [
      seats(1, '200.00'),
      seats(2, '20.00', exchange),
      seats(3, '214.80', { product: 'Visio Plan 2', skuId: '3', chargeType: 'new', subscription: undefined }),
    ],
    {
      period: october,
      issuedOn: day('2026-11-08'),
      dueOn: day('2026-12-08'),
    },
  ),
  withLines(
    'a-4',
    'FT 2026/119',
    [seats(1, '50.00', { product: 'Project Plan 3', skuId: '4', chargeType: 'new', subscription: undefined })],
    {
      period: october,
      issuedOn: day('2026-11-10'),
      dueOn: day('2026-12-10'),
    },
  ),
  withLines('b-1', 'FT 2026/118', [seats(1, '8131.07')], {
    customer: serra.id,
    period: october,
    issuedOn: day('2026-11-08'),
    dueOn: day('2026-12-08'),
  }),
  withLines('b-2', 'FT 2026/777', [seats(1, '613.37')], {
    customer: serra.id,
    period: monthOf('2026-09'),
    issuedOn: day('2026-10-08'),
    dueOn: day('2026-11-07'),
  }),
]

const paid: readonly Payment[] = [
  { ...aPayment('p-1', '246.00', { 'a-1': '246.00' }), receivedOn: day('2026-10-05'), reference: 'FT 2026/101' },
  { ...aPayment('p-2', '100.00', { 'a-2': '100.00' }), receivedOn: day('2026-11-02'), reference: 'FT 2026/110' },
]

const running = (id: string, over: Partial<Subscription>): Subscription => ({
  id: id as SubscriptionId,
  customer: customerAt(1),
  productId: 'CFQ7TTC0LH18',
  skuId: '0001',
  product: 'Microsoft 365 Business Premium',
  quantity: 10,
  term: 'P1Y',
  billing: 'monthly',
  start: day('2026-02-01'),
  end: day('2027-01-31'),
  status: 'active',
  source: { import: 'import-1' as ImportId, line: 2 },
  ...over,
})

const bought: readonly Subscription[] = [
  running('s-1', { autoRenew: true }),
  running('s-2', { product: 'Exchange Online (Plan 1)', skuId: '2', quantity: 5, end: day('2027-03-14') }),
  running('s-3', {
    product: 'Azure plan',
    skuId: '5',
    quantity: undefined,
    term: 'none',
    billing: 'usage',
    end: undefined,
  }),
]

export const offering: Offering = {
  partner,
  name: 'Nortada Cloud',
  model: 'own',
  covers: {
    en: 'Billing questions.',
    'pt-PT': 'Questões de faturação.',
    'pt-BR': 'Dúvidas de cobrança.',
    es: 'Consultas de facturación.',
  },
  timeZone: 'Europe/Lisbon',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  holidays: [day('2026-12-01')],
  contact: { mail: 'apoio@partner.example', phone: '+351 21 000 0000' },
  price: { amount: moneyOf('45.00', eur), per: 'hour' },
  payment: [
    { method: 'bank-transfer', details: { IBAN: 'PT50 0001 0002' } },
    { method: 'multibanco', details: { Entidade: '11249' }, countries: ['PT'] },
    { method: 'direct-debit', details: { Ref: 'GB-77' }, countries: ['GB'] },
  ],
}

/** Puts all of it into an empty store. */
export const furnish = (documents: Documents, said: Offering = offering): Promise<void> =>
  documents.change(async (unit) => {
    for (const one of [adega, serra, finch, serraNorte]) unit.put(customers, one.id, z.encode(customerSchema, one), 0)
    for (const one of Object.values(everybody))
      if ('roles' in one) unit.put(people, personKey(one.tenant, one.objectId), z.encode(personSchema, one), 0)
    for (const one of bills) unit.put(invoices, one.id, z.encode(invoiceSchema, one), 0)
    for (const one of paid) unit.put(payments, one.id, z.encode(paymentSchema, one), 0)
    for (const one of bought) unit.put(subscriptions, one.id, z.encode(subscriptionSchema, one), 0)
    unit.put(offerings, partner, z.encode(offeringSchema, said), 0)
  })

export type Known = keyof typeof everybody

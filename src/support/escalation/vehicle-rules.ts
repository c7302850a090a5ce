import type { CaseKind } from '../evidence.ts'
import { type BillingModel, billingModels } from '../helpdesk.ts'
import { type Service, services } from '../service.ts'
import type { Vehicle } from './vehicle.ts'

/** The strongest that the partner holds for technical cases. */
export const entitlements = ['premier', 'advanced', 'signature', 'nothing'] as const
export type Entitlement = (typeof entitlements)[number]

/** What the table decides by. */
export type Situation = {
  readonly kind: CaseKind
  readonly service: Service
  readonly billing: BillingModel
  readonly entitlement: Entitlement
}

/** One row of the decision table: it fits where every column does. Reasons are English, `{provider}` and `{service}` are filled in. */
export type VehicleRule = {
  readonly when: { readonly [Column in keyof Situation]: readonly Situation[Column][] }
  readonly vehicle: Vehicle | 'none'
  readonly why: string
}

const withInvoices: readonly BillingModel[] = ['direct', 'indirect-provider']
const throughProvider: readonly BillingModel[] = ['indirect-reseller']
const anyModel = billingModels
const anything = entitlements
const byGdap: readonly Service[] = ['microsoft-365', 'dynamics-365']

const commercial = (billing: readonly BillingModel[]): VehicleRule['when'] => ({
  kind: ['commercial'],
  service: services,
  billing,
  entitlement: anything,
})

const technical = (
  service: readonly Service[],
  billing: readonly BillingModel[],
  entitlement: readonly Entitlement[],
): VehicleRule['when'] => ({ kind: ['technical'], service, billing, entitlement })

/** The same entitlement opens the same way for licences with GDAP and, to those who buy Azure from Microsoft, for Azure. */
const held = (entitlement: Entitlement, vehicle: Vehicle, why: string): VehicleRule[] => [
  { when: technical(byGdap, anyModel, [entitlement]), vehicle, why },
  { when: technical(['azure'], withInvoices, [entitlement]), vehicle, why },
]

/** Partner Center docs, escalating-to-microsoft, mpn-benefits-technical-support, report-problems-on-behalf-of-a-customer: exactly one row fits. */
export const vehicleRules: readonly VehicleRule[] = [
  {
    when: { kind: ['vulnerability'], service: services, billing: anyModel, entitlement: anything },
    vehicle: 'msrc',
    why: 'Vulnerabilities of all products are reported to the Microsoft Security Response Center, and to nobody else before.',
  },
  {
    when: commercial(withInvoices),
    vehicle: 'commercial-support',
    why: 'Questions of billing and subscriptions are commercial: every CSP partner can raise them, for every product.',
  },
  {
    when: commercial(throughProvider),
    vehicle: 'indirect-provider',
    why: 'An indirect reseller gets its invoices from its indirect provider, {provider}, and raises questions of billing and subscriptions there.',
  },
  {
    when: technical(['marketplace'], anyModel, anything),
    vehicle: 'publisher',
    why: 'A marketplace product is supported by its publisher (ISV); Microsoft takes only faults of the commerce system.',
  },
  {
    when: technical(['partner-center'], anyModel, anything),
    vehicle: 'partner-center-support',
    why: 'Partner Center itself is supported through its own Help + support; that takes no entitlement.',
  },
  {
    when: technical(['azure'], throughProvider, anything),
    vehicle: 'indirect-provider',
    why: 'Requests for Azure are opened by the indirect provider of the subscription, {provider}, and never by an indirect reseller, whatever it holds.',
  },
  ...held(
    'premier',
    'premier-support',
    'Premier Support for Partners is held; it takes technical cases of all products, {service} too.',
  ),
  ...held(
    'advanced',
    'advanced-support',
    'Advanced Support for Partners is held; it takes technical cases of cloud products, {service} too.',
  ),
  ...held(
    'signature',
    'signature-cloud-support',
    'Signature Cloud Support is held with the membership; it takes technical cases of cloud products, {service} too.',
  ),
  {
    when: technical(byGdap, throughProvider, ['nothing']),
    vehicle: 'indirect-provider',
    why: 'No vehicle for technical cases is held here: an indirect reseller works with its indirect provider, {provider}.',
  },
  {
    when: technical([...byGdap, 'azure'], withInvoices, ['nothing']),
    vehicle: 'none',
    why: 'This Partner Center account holds no vehicle for technical cases of {service}, so there is no way to file one with Microsoft.',
  },
]

/** Every row that fits; the table is right when it is always one. */
export const rulesFor = (situation: Situation): readonly VehicleRule[] =>
  vehicleRules.filter(
    ({ when }) =>
      when.kind.includes(situation.kind) &&
      when.service.includes(situation.service) &&
      when.billing.includes(situation.billing) &&
      when.entitlement.includes(situation.entitlement),
  )

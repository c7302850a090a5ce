import { z } from 'zod'
import { type CaseKind, type EvidenceCode, evidenceCodes, vulnerabilityEvidence } from './evidence.ts'
import { type Service, services } from './service.ts'

const list = z.array(z.string().min(1)).min(1)
const evidence = z.array(z.enum(evidenceCodes)).min(1)

/** Where the partner's part ends and Microsoft's begins, in English, for the partner's staff. */
export type Boundary = {
  /** What the partner does before anybody else is asked. */
  readonly partnerFirst: readonly string[]
  /** What is then for Microsoft, or for who stands in its place. */
  readonly microsoftTakes: readonly string[]
  readonly mayFile: string
  readonly evidence: { readonly commercial: readonly EvidenceCode[]; readonly technical: readonly EvidenceCode[] }
  readonly limits: readonly string[]
}

/** What a partner does otherwise; what it leaves out stays as it is. */
export const boundaryOverridesSchema = z.partialRecord(
  z.enum(services),
  z.strictObject({
    partnerFirst: list.optional(),
    microsoftTakes: list.optional(),
    mayFile: z.string().min(1).optional(),
    evidence: z.strictObject({ commercial: evidence.optional(), technical: evidence.optional() }).optional(),
    limits: list.optional(),
  }),
)
export type BoundaryOverrides = z.output<typeof boundaryOverridesSchema>

const billing: readonly EvidenceCode[] = ['tenant', 'subscription', 'invoice', 'lines', 'comparison', 'tried']
const seats: readonly EvidenceCode[] = ['tenant', 'product', 'error', 'since', 'scope', 'steps', 'health', 'tried']
const gdap = 'The partner with GDAP; the least role is Service support administrator.'
const noCustomer = 'The customer cannot open a request with Microsoft.'

/** Partner Center docs, customer-support, provide-billing-support, escalating-to-microsoft, csp-commercial-marketplace-support, read-your-bill. */
const boundaries: Readonly<Record<Service, Boundary>> = {
  'microsoft-365': {
    partnerFirst: [
      'Look into service health and the message center for a known problem.',
      'Check the assignment of licences.',
      'Check software, settings and configuration with admin rights.',
    ],
    microsoftTakes: [
      'A deviation from the service description that is documented nowhere.',
      'A service that is unavailable, bugs, a large disruption of the network, an impact on many tenants of a region.',
    ],
    mayFile: gdap,
    evidence: { commercial: billing, technical: [...seats, 'configuration', 'correlation', 'changes'] },
    limits: [noCustomer, 'There is no separate fee for a service request.'],
  },
  'dynamics-365': {
    partnerFirst: [
      'Look into service health and the message center in the Power Platform admin center.',
      'Check the assignment of licences and the roles in the environment.',
      'Check settings and configuration of the environment with admin rights.',
    ],
    microsoftTakes: [
      'A deviation from the service description that is documented nowhere.',
      'A service that is unavailable, bugs, an impact on many tenants of a region.',
    ],
    mayFile: gdap,
    evidence: { commercial: billing, technical: [...seats, 'configuration', 'environment', 'changes'] },
    limits: [noCustomer, 'There is no separate fee for a service request.'],
  },
  azure: {
    partnerFirst: [
      'Look into Azure service health and resource health.',
      'Check quota, cost and configuration of the resources.',
      'Exchanges and refunds of reservations are done by the partner in the portal first.',
    ],
    microsoftTakes: [
      'Platform faults, and a deviation from the service description that is documented nowhere.',
      'Increases of quota, transfers to CSP, deprovisioning, consumption that differs from the usage file.',
    ],
    mayFile:
      'The direct-bill partner or the indirect provider of the subscription, with any GDAP role (such as Directory readers) and the Azure role Support request contributor.',
    evidence: {
      commercial: billing,
      technical: [
        'tenant',
        'subscription',
        'resource',
        'error',
        'correlation',
        'since',
        'scope',
        'steps',
        'health',
        'tried',
      ],
    },
    limits: [
      'Never filed by an indirect reseller or an adviser.',
      "CSP support does not cover the partner's own tenant.",
      'Azure charges a support fee unless an entitlement covers the request.',
    ],
  },
  marketplace: {
    partnerFirst: ['Everything about billing, account set-up and payment.'],
    microsoftTakes: ['Faults of the commerce system only.', "Technical questions are the publisher's (ISV)."],
    mayFile: 'The partner for the commerce system; anybody may ask the publisher.',
    evidence: {
      commercial: ['tenant', 'subscription', 'order', 'invoice', 'lines', 'tried'],
      technical: ['product', 'order', 'error', 'since', 'scope', 'steps', 'tried'],
    },
    limits: ["Microsoft gives no technical support for a publisher's product."],
  },
  'partner-center': {
    partnerFirst: [
      'Compare quantity, CustomerId, product, SKU and subscription ids, and Subtotal against BillingPreTaxTotal.',
      'Check that the person has the role that the page asks for: a new role can take up to an hour.',
    ],
    microsoftTakes: ['Invoices, reconciliation files and Partner Center itself, through a ticket of Help + support.'],
    mayFile: 'Every Partner Center role; a person sees their own tickets only.',
    evidence: { commercial: billing, technical: ['error', 'correlation', 'since', 'scope', 'steps', 'tried'] },
    limits: ['Tax exemptions and refunds of tax take up to two weeks.'],
  },
}

/** The boundary of a service, as the partner adapted it. */
export function boundaryOf(service: Service, overrides: BoundaryOverrides = {}): Boundary {
  const base = boundaries[service]
  const own = overrides[service]
  return {
    partnerFirst: own?.partnerFirst ?? base.partnerFirst,
    microsoftTakes: own?.microsoftTakes ?? base.microsoftTakes,
    mayFile: own?.mayFile ?? base.mayFile,
    evidence: {
      commercial: own?.evidence?.commercial ?? base.evidence.commercial,
      technical: own?.evidence?.technical ?? base.evidence.technical,
    },
    limits: own?.limits ?? base.limits,
  }
}

/** What has to be there before a case of this kind goes out. */
export const evidenceFor = (kind: CaseKind, { evidence }: Boundary): readonly EvidenceCode[] =>
  kind === 'vulnerability' ? vulnerabilityEvidence : evidence[kind]

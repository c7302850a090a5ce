/** What Microsoft or a publisher asks for, each with what the partner is to give. */
export const evidenceTexts = {
  tenant: "the customer's tenant id",
  subscription: 'the ids of the subscriptions that are affected',
  product: 'the product and its plan',
  error: 'the exact error message or code',
  correlation: 'correlation or request ids of failed attempts, with their time in UTC',
  since: 'since when it happens, in UTC',
  scope: 'how many people, sites or resources are affected, out of how many',
  steps: 'the steps that lead to it',
  expected: 'what is expected, by which part of the service description, and what happens instead',
  health: 'what service health said, and when it was looked at',
  configuration: 'which settings and licence assignments were checked',
  changes: 'what was changed before it began',
  tried: 'what was tried, and what came of it',
  resource: 'the Azure resources with their region',
  environment: 'the environment of Power Platform with its URL',
  invoice: "the number of Microsoft's invoice",
  lines: 'the lines of the invoice, or their references in the reconciliation file',
  comparison:
    'the comparison of quantity, CustomerId, product, SKU and subscription ids, and Subtotal against BillingPreTaxTotal',
  order: 'the order or the offer in the marketplace, with its publisher',
  impact: 'what an attacker could do, and under which conditions',
} as const
export type EvidenceCode = keyof typeof evidenceTexts

export const evidenceCodes = Object.keys(evidenceTexts) as [EvidenceCode, ...EvidenceCode[]]

export const caseKinds = ['commercial', 'technical', 'vulnerability'] as const
export type CaseKind = (typeof caseKinds)[number]

/** What a report of a vulnerability needs, whatever it is in. */
export const vulnerabilityEvidence: readonly EvidenceCode[] = ['product', 'steps', 'impact', 'since']

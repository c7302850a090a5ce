import { layoutOf } from './layout.ts'
import type { RowRules } from './row-rules.ts'

/**
 * The columns of the daily rated usage file in Microsoft's order (Partner Center docs, daily-rated-usage-recon-files), and the two
 * rates by which the percentages will go (announcements, update-reconciliation-file-api): 15 becomes 0.15.
 */
export const usageColumns = [
  'PartnerId',
  'PartnerName',
  'CustomerId',
  'CustomerName',
  'CustomerDomainName',
  'CustomerCountry',
  'MpnId',
  'ResellerMpnId',
  'InvoiceNumber',
  'ProductId',
  'SkuId',
  'AvailabilityId',
  'SkuName',
  'ProductName',
  'PublisherName',
  'PublisherId',
  'SubscriptionDescription',
  'SubscriptionId',
  'ChargeStartDate',
  'ChargeEndDate',
  'UsageDate',
  'MeterType',
  'MeterCategory',
  'MeterId',
  'MeterSubCategory',
  'MeterName',
  'MeterRegion',
  'Unit',
  'ResourceLocation',
  'ConsumedService',
  'ResourceGroup',
  'ResourceURI',
  'ChargeType',
  'UnitPrice',
  'Quantity',
  'UnitType',
  'BillingPreTaxTotal',
  'BillingCurrency',
  'PricingPreTaxTotal',
  'PricingCurrency',
  'ServiceInfo1',
  'ServiceInfo2',
  'Tags',
  'AdditionalInfo',
  'EffectiveUnitPrice',
  'PCToBCExchangeRate',
  'PCToBCExchangeRateDate',
  'EntitlementId',
  'EntitlementDescription',
  'PartnerEarnedCreditPercentage',
  'CreditPercentage',
  'CreditType',
  'BenefitOrderId',
  'BenefitId',
  'BenefitType',
  'RateOfPartnerEarnedCredit',
  'RateOfCredit',
] as const

export type UsageColumn = (typeof usageColumns)[number]

const required: readonly UsageColumn[] = [
  'PartnerId',
  'CustomerId',
  'InvoiceNumber',
  'SubscriptionId',
  'UsageDate',
  'MeterName',
  'Quantity',
  'BillingPreTaxTotal',
  'BillingCurrency',
  'EntitlementId',
]

export const usageLayout = layoutOf<UsageColumn>(usageColumns, required, {
  tier2mpnid: 'ResellerMpnId',
  unitofmeasure: 'Unit',
})

const optionalNumbers = [
  'UnitPrice',
  'PricingPreTaxTotal',
  'EffectiveUnitPrice',
  'PCToBCExchangeRate',
  'PartnerEarnedCreditPercentage',
  'CreditPercentage',
  'RateOfPartnerEarnedCredit',
  'RateOfCredit',
] as const

/** What is checked in its rows. Charges follow UsageDate, not ChargeEndDate (reference section 6.3). */
export const usageRules: RowRules<UsageColumn> = {
  owner: { partner: 'PartnerId', customer: 'CustomerId', invoice: 'InvoiceNumber', currency: 'BillingCurrency' },
  needed: ['SubscriptionId', 'EntitlementId', 'UsageDate', 'MeterName'],
  ids: ['InvoiceNumber', 'SubscriptionId', 'EntitlementId', 'MeterId'],
  dates: ['UsageDate', 'ChargeStartDate', 'ChargeEndDate', 'PCToBCExchangeRateDate'],
  span: ['ChargeStartDate', 'ChargeEndDate'],
  told: ['UsageDate', 'UsageDate'],
  numbers: ['Quantity', 'BillingPreTaxTotal', ...optionalNumbers],
  optionalNumbers: new Set(optionalNumbers),
  pricingCurrency: 'PricingCurrency',
}

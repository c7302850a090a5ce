import { layoutOf } from './layout.ts'
import type { RowRules } from './row-rules.ts'

/**
 * The columns of the invoice reconciliation file in Microsoft's order (Partner Center docs, modern-invoice-reconciliation-file).
 * Newer exports end with ProductCategory.
 */
export const columns = [
  'PartnerId',
  'CustomerId',
  'CustomerName',
  'CustomerDomainName',
  'CustomerCountry',
  'InvoiceNumber',
  'MpnId',
  'ResellerMpnId',
  'OrderId',
  'OrderDate',
  'ProductId',
  'SkuId',
  'AvailabilityId',
  'SkuName',
  'ProductName',
  'ChargeType',
  'UnitPrice',
  'Quantity',
  'Subtotal',
  'TaxTotal',
  'Total',
  'Currency',
  'PriceAdjustmentDescription',
  'PublisherName',
  'PublisherId',
  'SubscriptionDescription',
  'SubscriptionId',
  'ChargeStartDate',
  'ChargeEndDate',
  'TermAndBillingCycle',
  'EffectiveUnitPrice',
  'UnitType',
  'AlternateId',
  'BillableQuantity',
  'BillingFrequency',
  'PricingCurrency',
  'PCToBCExchangeRate',
  'PCToBCExchangeRateDate',
  'MeterDescription',
  'ReservationOrderId',
  'CreditReasonCode',
  'SubscriptionStartDate',
  'SubscriptionEndDate',
  'ReferenceId',
  'ProductQualifiers',
  'PromotionId',
  'ProductCategory',
] as const

export type Column = (typeof columns)[number]

/** Without these a line cannot be billed on. */
const required: readonly Column[] = [
  'PartnerId',
  'CustomerId',
  'InvoiceNumber',
  'OrderId',
  'OrderDate',
  'ProductId',
  'SkuId',
  'ProductName',
  'ChargeType',
  'UnitPrice',
  'Quantity',
  'Subtotal',
  'TaxTotal',
  'Total',
  'Currency',
  'SubscriptionId',
  'ChargeStartDate',
  'ChargeEndDate',
  'EffectiveUnitPrice',
  'BillableQuantity',
]

/** Names by which a column went or will go (announcements, update-reconciliation-file-api). */
export const reconciliationLayout = layoutOf<Column>(columns, required, {
  totalforcustomer: 'Total',
  tier2mpnid: 'ResellerMpnId',
})

/** What is checked in its rows. Total = Subtotal + TaxTotal (Partner Center docs, modern-invoice-reconciliation-file). */
export const reconciliationRules: RowRules<Column> = {
  owner: { partner: 'PartnerId', customer: 'CustomerId', invoice: 'InvoiceNumber', currency: 'Currency' },
  needed: ['OrderDate', 'ProductId', 'ChargeType'],
  ids: [
    'InvoiceNumber',
    'MpnId',
    'ResellerMpnId',
    'OrderId',
    'ProductId',
    'SubscriptionId',
    'PublisherId',
    'AlternateId',
    'ReservationOrderId',
    'ReferenceId',
  ],
  dates: [
    'OrderDate',
    'ChargeStartDate',
    'ChargeEndDate',
    'PCToBCExchangeRateDate',
    'SubscriptionStartDate',
    'SubscriptionEndDate',
  ],
  span: ['ChargeStartDate', 'ChargeEndDate'],
  told: ['OrderDate', 'ChargeStartDate'],
  numbers: [
    'UnitPrice',
    'Quantity',
    'Subtotal',
    'TaxTotal',
    'Total',
    'EffectiveUnitPrice',
    'BillableQuantity',
    'PCToBCExchangeRate',
  ],
  optionalNumbers: new Set(['PCToBCExchangeRate']),
  total: ['Subtotal', 'TaxTotal', 'Total'],
  pricingCurrency: 'PricingCurrency',
  chargeType: 'ChargeType',
}

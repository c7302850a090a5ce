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

/** Without these a line cannot be billed on. Every other column may be missing: older exports have fewer. */
export const requiredColumns: readonly Column[] = [
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
const renamed: Readonly<Record<string, Column>> = { totalforcustomer: 'Total', tier2mpnid: 'ResellerMpnId' }

const byKey = new Map<string, Column>(columns.map((column) => [column.toLowerCase(), column]))

/** The column that a header names, in any case, under an old or a new name; undefined for a column that we do not know. */
export function columnOf(header: string): Column | undefined {
  const key = header.replace(/[\s_'"]/g, '').toLowerCase()
  return byKey.get(key) ?? renamed[key]
}

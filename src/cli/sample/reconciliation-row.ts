import { type Column, columns } from '../../partner-center/columns.ts'
import { decimal, decimalText } from '../../values/decimal.ts'
import { roundTo } from '../../values/rounding.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import type { SampleLine } from './sample-line.ts'
import { microsoftDay } from './sample-months.ts'

/** From this day on Microsoft writes ReferenceId as JSON. */
const jsonReferences = '2026-06-15'

export const columnsOf = (account: SamplePartnerAccount): readonly Column[] =>
  account.newest ? columns : columns.slice(0, -1)

/** A line as Microsoft's file has it, in the order of its columns. */
export function reconciliationRow(
  account: SamplePartnerAccount,
  customer: SampleCustomer,
  invoice: string,
  line: SampleLine,
): string[] {
  const cells: Partial<Record<Column, string>> = {
    ...whoseCells(account, customer, invoice),
    ...productCells(line),
    ...amountCells(account, line),
    ...dateCells(line),
  }
  return columnsOf(account).map((column) => cells[column] ?? '')
}

const whoseCells = (account: SamplePartnerAccount, customer: SampleCustomer, invoice: string) => ({
  PartnerId: account.partner,
  CustomerId: customer.tenant,
  CustomerName: customer.name,
  CustomerDomainName: customer.domain,
  CustomerCountry: customer.country,
  InvoiceNumber: invoice,
  MpnId: account.mpnId,
  ResellerMpnId: '0',
})

const productCells = ({ product, ...line }: SampleLine) => ({
  OrderId: line.order,
  ProductId: product.productId,
  SkuId: product.skuId,
  AvailabilityId: product.availabilityId,
  SkuName: product.name,
  ProductName: product.name,
  ChargeType: line.chargeType,
  PublisherName: 'Microsoft Corporation',
  SubscriptionDescription: line.meter || line.creditReason ? 'Azure plan' : product.name,
  SubscriptionId: line.subscription,
  TermAndBillingCycle: line.term?.words,
  UnitType: line.meter?.unit,
  MeterDescription: line.meter?.name,
  BillingFrequency: line.frequency,
  CreditReasonCode: line.creditReason,
  PriceAdjustmentDescription: line.adjustment && JSON.stringify([line.adjustment]),
  ProductQualifiers: line.trial && '["Trial"]',
  PromotionId: line.promotion,
  ReferenceId: line.orderDate < jsonReferences ? line.event : JSON.stringify({ id: line.event, v: '2.0' }),
  ProductCategory: line.meter || line.creditReason ? 'Azure' : 'OnlineServicesNCE',
})

/** Tax per line is rounded down (Partner Center docs, understand-your-invoice). */
function amountCells(account: SamplePartnerAccount, line: SampleLine) {
  const tax = roundTo(line.subtotal.times(account.supplierTax).div(100), 2, 'down')
  return {
    UnitPrice: decimalText(line.unitPrice),
    Quantity: decimalText(line.quantity),
    Subtotal: decimalText(line.subtotal),
    TaxTotal: decimalText(tax),
    Total: decimalText(line.subtotal.plus(tax)),
    Currency: account.currency,
    EffectiveUnitPrice: decimalText(line.effectivePrice),
    BillableQuantity: decimalText(line.quantity),
    PricingCurrency: line.exchange ? 'USD' : account.currency,
    PCToBCExchangeRate: decimalText(line.exchange?.rate ?? decimal(1)),
  }
}

const dateCells = (line: SampleLine) => ({
  OrderDate: microsoftDay(line.orderDate),
  ChargeStartDate: microsoftDay(line.from),
  ChargeEndDate: microsoftDay(line.to),
  PCToBCExchangeRateDate: microsoftDay(line.exchange?.date ?? line.orderDate),
  SubscriptionStartDate: line.term && microsoftDay(line.term.from),
  SubscriptionEndDate: line.term && microsoftDay(line.term.to),
})

import { usageColumns } from '../../partner-center/usage-columns.ts'
import { addDays, type Day, daysBetween } from '../../values/day.ts'
import { type Decimal, decimal, decimalText } from '../../values/decimal.ts'
import type { Period } from '../../values/period.ts'
import { roundTo } from '../../values/rounding.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import type { SampleLine } from './sample-line.ts'
import { microsoftDay } from './sample-months.ts'
import type { SampleRandom } from './sample-random.ts'

/** The one customer whose daily usage the sample has, so that it can be asked which resource group a rise came from. */
export const customerWithUsage = 'mondego'
/** Of so many months: enough to compare, and soon loaded. */
export const monthsWithUsage = 3

/** Microsoft's 55 columns, without the rates that will take the percentages' place. */
export const sampleUsageColumns = usageColumns.slice(0, 55)

/** Where the usage happens, by the weight that it usually has in the whole. */
const places = [
  { subscription: 'Produção', group: 'rg-loja-online', weight: 50 },
  { subscription: 'Produção', group: 'rg-gestao', weight: 30 },
  { subscription: 'Desenvolvimento', group: 'rg-testes', weight: 20 },
] as const

const services: Readonly<Record<string, string>> = {
  'Virtual Machines': 'Microsoft.Compute',
  Storage: 'Microsoft.Storage',
  Bandwidth: 'Microsoft.Network',
  'Azure SQL Database': 'Microsoft.Sql',
}

type Month = {
  readonly account: SamplePartnerAccount
  readonly customer: SampleCustomer
  readonly invoice: string
  readonly period: Period
  readonly random: SampleRandom
}

type DayThere = { readonly place: (typeof places)[number]; readonly day: Day; readonly weight: bigint }

/** The daily usage behind a month's Azure lines, as Microsoft's file has it. Its quantities sum to those that the lines bill. */
export const usageRows = (month: Month, lines: readonly SampleLine[]): string[][] =>
  lines.filter(({ meter }) => meter !== undefined).flatMap((line) => [...rowsOf(month, line)])

function* rowsOf(month: Month, line: SampleLine): Generator<string[]> {
  const { account, customer, invoice, period } = month
  const days = daysOf(month, line.meter?.name ?? '')
  const whole = days.reduce((sum, { weight }) => sum + weight, 0n)
  let left = line.quantity
  for (const [at, part] of days.entries()) {
    const isLast = at === days.length - 1
    const quantity = isLast ? left : roundTo(line.quantity.times(decimal(part.weight)).div(decimal(whole)), 6, 'down')
    left = left.minus(quantity)
    const cells: Readonly<Record<string, string | undefined>> = {
      ...whoseCells(account, customer, invoice),
      ...productCells(line, period),
      ...meterCells(month, line, part),
      ...amountCells(account, line, quantity),
    }
    yield sampleUsageColumns.map((column) => cells[column] ?? '')
  }
}

/** Every day of every place, with what the month and chance make of its weight. */
function daysOf({ period, random, customer }: Month, meter: string): DayThere[] {
  const days = Array.from({ length: daysBetween(period.from, period.to) + 1 }, (_, at) => addDays(period.from, at))
  return places.flatMap((place) => {
    const drift = random.upTo(40, `usage ${customer.key} ${period.from} ${meter} ${place.group}`)
    return days.map((day) => {
      const chance = 900 + random.upTo(200, `usage ${customer.key} ${day} ${meter} ${place.group}`)
      return { place, day, weight: BigInt((place.weight + drift) * chance) }
    })
  })
}

const whoseCells = (account: SamplePartnerAccount, customer: SampleCustomer, invoice: string) => ({
  PartnerId: account.partner,
  PartnerName: 'Nortada Cloud',
  CustomerId: customer.tenant,
  CustomerName: customer.name,
  CustomerDomainName: customer.domain,
  CustomerCountry: customer.country,
  MpnId: account.mpnId,
  ResellerMpnId: '0',
  InvoiceNumber: invoice,
})

const productCells = ({ product, subscription, chargeType }: SampleLine, { from, to }: Period) => ({
  ProductId: product.productId,
  SkuId: product.skuId,
  AvailabilityId: product.availabilityId,
  SkuName: product.name,
  ProductName: product.name,
  PublisherName: 'Microsoft',
  SubscriptionDescription: 'Azure plan',
  SubscriptionId: subscription,
  ChargeStartDate: microsoftDay(from),
  ChargeEndDate: microsoftDay(to),
  ChargeType: chargeType,
})

function meterCells({ random, customer }: Month, { meter }: SampleLine, { place, day }: DayThere) {
  const [category = '', name = '', region = 'EU West'] = (meter?.name ?? '').split(' - ')
  const entitlement = random.guid(`azure subscription ${customer.key} ${place.subscription}`)
  const service = services[category] ?? ''
  return {
    UsageDate: microsoftDay(day),
    MeterCategory: category,
    MeterId: random.guid(`meter ${meter?.name}`),
    MeterName: name,
    MeterRegion: region,
    Unit: meter?.unit,
    UnitType: meter?.unit,
    ResourceLocation: 'EUWEST',
    ConsumedService: service,
    ResourceGroup: place.group,
    ResourceURI: `/subscriptions/${entitlement}/resourceGroups/${place.group}/providers/${service}`,
    Tags: JSON.stringify({ team: place.group.slice('rg-'.length) }),
    EntitlementId: entitlement,
    EntitlementDescription: place.subscription,
  }
}

/** Up to ten decimals, where the invoice has two: nearly equal is normal. */
function amountCells(account: SamplePartnerAccount, line: SampleLine, quantity: Decimal) {
  const effective = line.unitPrice.times('0.85')
  const dollars = quantity.times(effective)
  return {
    UnitPrice: decimalText(line.unitPrice),
    Quantity: decimalText(quantity),
    BillingPreTaxTotal: decimalText(roundTo(dollars.times(line.exchange?.rate ?? decimal(1)), 10, 'half-up')),
    BillingCurrency: account.currency,
    PricingPreTaxTotal: decimalText(roundTo(dollars, 10, 'half-up')),
    PricingCurrency: 'USD',
    EffectiveUnitPrice: decimalText(effective),
    PCToBCExchangeRate: decimalText(line.exchange?.rate ?? decimal(1)),
    PCToBCExchangeRateDate: line.exchange && microsoftDay(line.exchange.date),
    PartnerEarnedCreditPercentage: '15',
    CreditPercentage: '0',
    CreditType: 'Partner Earned Credit Applied',
  }
}

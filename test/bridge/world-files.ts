import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Day } from '../oracle/calendar.ts'
import { decimalText, pickFrom } from '../oracle/invented-lines.ts'
import { down, type Rational } from '../oracle/rational.ts'
import { items } from './catalogue.ts'
import { digitsOf, shuffled } from './world.ts'
import type { World, WorldLine } from './world-line.ts'

const columns =
  `PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MpnId,ResellerMpnId,OrderId,
OrderDate,ProductId,SkuId,AvailabilityId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,
PriceAdjustmentDescription,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,
TermAndBillingCycle,EffectiveUnitPrice,UnitType,AlternateId,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,
PCToBCExchangeRateDate,MeterDescription,ReservationOrderId,CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,ReferenceId,
ProductQualifiers,PromotionId`
    .replace(/\n/g, '')
    .split(',')

const usDate = (day: Day | ''): string => day && `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`

function exactText(value: Rational, digits = 18): string {
  const text = decimalText(down(value, digits), digits)
  return text.replace(/\.?0+$/, '') || '0'
}

const amountText = (minor: bigint, digits: number): string => (digits ? decimalText(minor, digits) : String(minor))
const words = { P1M: 'One-Month', P1Y: 'One-Year', P3Y: 'Three-Year' }
const adjustments = (line: WorldLine): string => {
  const texts = [
    ...(line.promotion?.text ? [line.promotion.text] : []),
    ...(line.meter ? ['15.0% Partner earned credit for services managed'] : []),
  ]
  return texts.length > 0 ? JSON.stringify(texts) : ''
}

function cellsOf(world: World, line: WorldLine, digits: number): Record<string, string> {
  const { item } = line
  const azure = line.meter !== undefined || item.name === 'Azure plan'
  return {
    PartnerId: world.partner,
    CustomerId: line.customer,
    CustomerName: `Invented ${line.customer.slice(0, 8)}, Lda`,
    CustomerDomainName: 'invented.example',
    CustomerCountry: 'PT',
    InvoiceNumber: invoiceNumber(world, line.month),
    MpnId: '6160417',
    ResellerMpnId: '0',
    OrderId: line.order,
    OrderDate: usDate(line.ordered),
    ProductId: item.product,
    SkuId: item.sku,
    AvailabilityId: 'CFQ7TTC0K971',
    SkuName: item.name,
    ProductName: item.name,
    ChargeType: line.type,
    UnitPrice: exactText(line.unitPrice),
    Quantity: exactText(line.quantity),
    Subtotal: amountText(line.subtotal, digits),
    TaxTotal: amountText(line.tax, digits),
    Total: amountText(line.subtotal + line.tax, digits),
    Currency: world.currency,
    PriceAdjustmentDescription: adjustments(line),
    PublisherName: 'Microsoft Corporation',
    SubscriptionDescription: azure ? 'Azure plan' : item.name,
    SubscriptionId: line.subscription,
    ChargeStartDate: usDate(line.from),
    ChargeEndDate: usDate(line.to),
    TermAndBillingCycle: line.term ? `${words[line.term.of]} commitment for ${line.billing || 'upfront'} billing` : '',
    EffectiveUnitPrice: exactText(line.effective),
    UnitType: line.meter ? '1 Hour' : '',
    BillableQuantity: exactText(line.quantity),
    BillingFrequency: line.billing,
    PricingCurrency: line.rate ? 'USD' : world.currency,
    PCToBCExchangeRate: line.rate ? exactText(line.rate) : '1',
    PCToBCExchangeRateDate: usDate(line.ordered),
    MeterDescription: line.meter?.name ?? '',
    CreditReasonCode: line.reason ?? '',
    SubscriptionStartDate: usDate(line.term?.from ?? ''),
    SubscriptionEndDate: usDate(line.term?.to ?? ''),
    ReferenceId: line.reference,
    ProductQualifiers: line.trial ? '["Trial"]' : '',
    PromotionId: line.promotion?.id ?? '',
  }
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const invoiceNumber = (world: World, month: string): string =>
  `G${String(world.seed).padStart(3, '0')}${month.replace('-', '')}`

/** The lines of each month in the order of its file, so that the line at 0 stands in line 2. */
export function fileOrder(world: World): ReadonlyMap<string, readonly WorldLine[]> {
  const pick = pickFrom(world.seed + 17)
  return new Map(
    world.months.map((month) => [
      month,
      shuffled(
        world.lines.filter((line) => line.month === month),
        pick,
      ),
    ]),
  )
}

export function writeReconciliation(folder: string, world: World, month: string, lines: readonly WorldLine[]): string {
  const digits = digitsOf(world.currency)
  const rows = lines.map((line) => {
    const cells = cellsOf(world, line, digits)
    return columns.map((column) => quoted(cells[column] ?? '')).join(',')
  })
  const path = join(folder, `reconciliation-${month}.csv`)
  writeFileSync(path, `${columns.join(',')}\r\n${rows.join('\r\n')}\r\n`)
  return path
}

const taxes = ['23', '0', '9.25', '6']

export function writeCustomers(folder: string, world: World): string {
  const head =
    'partner_tenant,customer_tenant,name,domain,country,language,time_zone,currency,net_days,tax_rate,tax_name,tax_number'
  const rows = world.customers.map((tenant, at) =>
    [world.partner, tenant, `Invented ${at}`, `c${at}.example`, 'PT', 'en', 'Europe/Lisbon', world.currency, 30]
      .concat([taxes[at % 4] as string, 'VAT', ''])
      .join(','),
  )
  const path = join(folder, 'customers.csv')
  writeFileSync(path, `${[head, ...rows].join('\n')}\n`)
  return path
}

/** From the ninth month on everything is dearer. */
export const eraOf = (world: World, month: string): number => (world.months.indexOf(month) < 8 ? 0 : 1)

/** A third of the customers get the cost, a third the margin, a third fixed prices for every other product. */
export function hasFixedPrice(world: World, customer: string, product: string): boolean {
  const at = items.findIndex((item) => item.product === product)
  return world.customers.indexOf(customer) % 3 === 1 && at % 2 === 0
}

export function writePriceBook(folder: string, world: World, era: number): string {
  const cost = world.customers.filter((_, at) => at % 3 === 0).map((customer) => ({ customer, price: { margin: '0' } }))
  const fixed = world.customers.flatMap((customer) =>
    items
      .filter(({ product }) => hasFixedPrice(world, customer, product))
      .flatMap(({ product }, at) =>
        (['monthly', 'annual', 'once'] as const).map((billing) => {
          const factor = { monthly: 1n, annual: 11n, once: 30n }[billing]
          const cents = BigInt(835 + at * 67) * factor + BigInt(era * 45)
          const amount = digitsOf(world.currency) ? decimalText(cents, 2) : String(cents)
          return { customer, productId: product, billing, price: { fixed: amount, currency: world.currency } }
        }),
      ),
  )
  const book = {
    partner: world.partner,
    prefix: 'INV',
    default: { margin: era ? '12.5' : '10' },
    rules: [...cost, ...fixed],
  }
  const path = join(folder, `price-book-${era}.yaml`)
  writeFileSync(path, `# saldo price book\n${stringify(book)}`)
  return path
}

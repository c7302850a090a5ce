import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type Cells, invented, lifeOf, type Pick, pickFrom } from './invented-lines.ts'

const columns =
  `PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MpnId,ResellerMpnId,OrderId,
OrderDate,ProductId,SkuId,AvailabilityId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,
PriceAdjustmentDescription,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,
TermAndBillingCycle,EffectiveUnitPrice,UnitType,AlternateId,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,
PCToBCExchangeRateDate,MeterDescription,ReservationOrderId,CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,ReferenceId,
ProductQualifiers,PromotionId`
    .replace(/\n/g, '')
    .split(',')

const tenantOf = (at: number): string => `${String(at).padStart(8, '0')}-2222-4222-8222-222222222222`
const taxes = ['23', '20', '2.9', '0', '8.875', '5']
const currencies = ['EUR', 'GBP']

function customersCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const [currency, tax] = [currencies[at % 2], taxes[at % taxes.length]]
    return [
      invented.partner,
      tenantOf(at),
      `Invented ${at}`,
      `c${at}.example`,
      'PT',
      'en',
      'Europe/Lisbon',
      currency,
      30,
      tax,
      'VAT',
      '',
    ]
  })
  const head =
    'partner_tenant,customer_tenant,name,domain,country,language,time_zone,currency,net_days,tax_rate,tax_name,tax_number'
  return [head, ...rows.map((row) => row.join(','))].join('\n')
}

/** Rules of every specificity that contradict one another; fixed prices in GBP for every product, so that nothing is refused. */
function priceBook(pick: Pick, customers: number): string {
  const margins = ['7.25', '12.5', '33.333', '0', '15']
  const fixed = ['5.10', '52', '0.335', '18.905', '3.5']
  // For customers in pounds a rule may be outranked by their own fixed price only, never by a margin.
  const price = (which: number) =>
    pick(2) === 0 && (which & 13) !== 5
      ? { margin: margins[pick(margins.length)] }
      : { fixed: fixed[pick(fixed.length)], currency: 'EUR' }
  const rules = Array.from({ length: 24 }, () => {
    const product = invented.products[pick(invented.products.length)]
    const which = 1 + pick(15)
    return {
      ...(which & 8 && { customer: tenantOf(2 * pick(Math.ceil(customers / 2))) }),
      ...(which & 6 && { productId: product?.product }),
      ...(which & 4 && { skuId: product?.sku }),
      ...(which & 1 && { billing: ['monthly', 'annual'][pick(2)] }),
      price: price(which),
    }
  })
  const unlike = [...new Map(rules.map((rule) => [JSON.stringify({ ...rule, price: 0 }), rule])).values()]
  const inPounds = invented.products.flatMap(({ product, sku }) =>
    ['monthly', 'annual'].map((billing) => ({
      productId: product,
      skuId: sku,
      billing,
      price: { fixed: fixed[pick(fixed.length)], currency: 'GBP' },
    })),
  )
  return `# saldo price book\n${stringify({ partner: invented.partner, prefix: 'INV', default: { margin: '15' }, rules: [...unlike, ...inPounds] })}`
}

/** In full or not, twice, too much, naming a bill, another customer's bill, or none. */
function payments(pick: Pick, customers: number): string {
  const rows = Array.from({ length: customers * 4 }, () => {
    const at = pick(customers)
    const reference = pick(4) === 0 ? 'our payment' : `INV-2026-${String(1 + pick(customers * 7)).padStart(4, '0')}`
    const amount = `${1 + pick(900)}.${String(pick(100)).padStart(2, '0')}`
    const day = `2026-0${1 + pick(9)}-${10 + pick(18)}`
    return [invented.partner, tenantOf(at), day, amount, currencies[at % 2], reference, 'bank-transfer'].join(',')
  })
  return ['partner_tenant,customer_tenant,received_on,amount,currency,reference,method', ...rows].join('\n')
}

function reconciliations(pick: Pick, customers: number, months: number): Map<string, Cells[]> {
  const all = Array.from({ length: customers }, (_, at) =>
    Array.from({ length: 1 + pick(3) }, () => lifeOf(pick, tenantOf(at), months, '2026-01')),
  ).flat(2)
  return Map.groupBy(all, (cells) => {
    const [month = '', , year] = (cells.OrderDate ?? '').split('/')
    return `${year}-${month.padStart(2, '0')}`
  })
}

/** Writes a folder of invented files in the real formats, full of the cases in which pricing can go wrong. Same seed, same files. */
export function writeInvented(
  folder: string,
  { seed, customers, months }: { seed: number; customers: number; months: number },
): void {
  const pick = pickFrom(seed)
  const write = (name: string, text: string) => writeFileSync(join(folder, name), `${text}\n`)
  write('customers.csv', customersCsv(customers))
  write('price-book.yaml', priceBook(pick, customers))
  write('payments.csv', payments(pick, customers))
  write('people.csv', 'tenant,object_id,name,mail,customer_partner_tenant,roles,language')
  for (const [month, rows] of reconciliations(pick, customers, months)) {
    const invoice = {
      InvoiceNumber: `G0${month.replace('-', '')}00`,
      CustomerName: 'Invented',
      CustomerCountry: 'PT',
      MpnId: '1',
      ResellerMpnId: '0',
    }
    const body = rows.map((cells) => columns.map((column) => ({ ...cells, ...invoice })[column] ?? '').join(','))
    write(`reconciliation-${month}.csv`, [columns.join(','), ...body].join('\n'))
  }
}

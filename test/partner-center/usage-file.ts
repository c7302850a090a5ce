import { createHash, randomUUID } from 'node:crypto'
import type { ImportReport } from '../../src/ledger/importing.ts'
import { type UsageColumn, usageColumns } from '../../src/partner-center/usage-columns.ts'
import { usageImporter } from '../../src/partner-center/usage-importer.ts'
import type { Documents } from '../../src/store/documents.ts'
import type { Instant } from '../../src/values/day.ts'
import { invoice, partner, tenant } from './example-file.ts'

export type UsageRow = Partial<Record<UsageColumn, string>>

/** The 55 columns of Microsoft's file. */
export const usageHeaders: readonly UsageColumn[] = usageColumns.slice(0, 55)

export const plan = 'a0e5bf1c-09bd-4d0e-8a8b-6f0c7a3a7a11'
export const production = '5f1c2a80-1111-4a5e-9c39-000000000001'

/** One day of a database: reference section 7.4, with partner earned credit. */
export const exampleUsage: UsageRow = {
  PartnerId: partner,
  PartnerName: 'Nortada Cloud',
  CustomerId: tenant,
  CustomerName: 'Padaria Central, Lda',
  CustomerDomainName: 'padaria.example',
  CustomerCountry: 'PT',
  MpnId: '6160417',
  ResellerMpnId: '0',
  InvoiceNumber: invoice,
  ProductId: 'DZH318Z0BPS6',
  SkuId: '0001',
  AvailabilityId: 'DZH318Z0DNXB',
  SkuName: 'Azure plan',
  ProductName: 'Azure plan',
  PublisherName: 'Microsoft',
  SubscriptionDescription: 'Azure plan',
  SubscriptionId: plan,
  ChargeStartDate: '6/1/2026',
  ChargeEndDate: '6/30/2026',
  UsageDate: '6/18/2026',
  MeterCategory: 'SQL Database',
  MeterId: '0bd1ba26-c1e8-4b17-9c59-bc5a2bc1e9f1',
  MeterSubCategory: 'General Purpose',
  MeterName: 'vCore',
  MeterRegion: 'EU West',
  Unit: '1 Hour',
  ResourceLocation: 'EUWEST',
  ConsumedService: 'Microsoft.Sql',
  ResourceGroup: 'shop',
  ResourceURI: '/subscriptions/5f1c2a80/resourceGroups/shop/providers/Microsoft.Sql/servers/one',
  ChargeType: 'new',
  UnitPrice: '0.868',
  Quantity: '29',
  UnitType: '1 Hour',
  BillingPreTaxTotal: '21.3962000000',
  BillingCurrency: 'EUR',
  PricingPreTaxTotal: '21.3962',
  PricingCurrency: 'EUR',
  Tags: '{"team": "shop, web"}',
  EffectiveUnitPrice: '0.7378',
  PCToBCExchangeRate: '1',
  PCToBCExchangeRateDate: '5/28/2026',
  EntitlementId: production,
  EntitlementDescription: 'Production',
  PartnerEarnedCreditPercentage: '15',
  CreditPercentage: '0',
  CreditType: 'Partner Earned Credit Applied',
}

export type UsageFileOptions = {
  readonly headers?: readonly string[]
  /** What stands in the header where the name is another. */
  readonly called?: (header: string) => string
  readonly delimiter?: string
  readonly start?: string
}

/** A file of these rows, each the example row but for what is named. */
export function usageFileOf(rows: readonly UsageRow[], options: UsageFileOptions = {}): string {
  const { headers = usageHeaders, called = (header) => header, delimiter = ',', start = '' } = options
  const cell = (text: string) =>
    text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]) => `${cells.map(cell).join(delimiter)}\r\n`
  const whole = (row: UsageRow): Record<string, string | undefined> => ({ ...exampleUsage, ...row })
  const lines = rows.map((row) => line(headers.map((name) => whole(row)[name] ?? '')))
  return start + line(headers.map(called)) + lines.join('')
}

/** In chunks that cut cells, characters and rows anywhere. */
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = bytes.length > 100_000 ? 65_536 : 97
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export function importUsageText(
  documents: Documents,
  text: string,
  options: { dryRun?: boolean } = {},
): Promise<ImportReport> {
  const bytes = new TextEncoder().encode(text)
  return usageImporter.import({
    file: 'usage.csv',
    open: () => inChunks(bytes),
    digest: createHash('sha256').update(bytes).digest('hex'),
    documents,
    now: '2026-11-22T10:00:00.000Z' as Instant,
    newId: randomUUID,
    dryRun: options.dryRun ?? false,
  })
}

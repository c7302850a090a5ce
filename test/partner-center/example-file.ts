import { createHash, randomUUID } from 'node:crypto'
import type { ImportReport } from '../../src/ledger/importing.ts'
import { ImportRefused } from '../../src/ledger/importing.ts'
import { type Column, columns } from '../../src/partner-center/columns.ts'
import { reconciliationImporter } from '../../src/partner-center/reconciliation-importer.ts'
import type { Documents } from '../../src/store/documents.ts'
import type { Instant } from '../../src/values/day.ts'
import { customerId, partnerId, tenantId } from '../../src/values/ids.ts'

export const partner = partnerId('48df2ae0-8c96-4f2c-97f4-3d2f9763b524')
export const tenant = tenantId('6fa459ea-ee8a-4ca4-894e-db77e160355e')
export const customer = customerId(partner, tenant)
export const otherTenant = tenantId('7c9e6679-7425-40de-944b-e07fc1f90ae7')
export const invoice = 'G016907411'

export type Row = Partial<Record<Column, string>>

/** Ten seats for a month: the first line of reference section 7.2. */
export const exampleRow: Row = {
  PartnerId: partner,
  CustomerId: tenant,
  CustomerName: 'Padaria Central, Lda',
  CustomerDomainName: 'padaria.example',
  CustomerCountry: 'PT',
  InvoiceNumber: invoice,
  MpnId: '6160417',
  ResellerMpnId: '0',
  OrderId: '4TH8J61FU060',
  OrderDate: '6/18/2026',
  ProductId: 'CFQ7TTC0LCHC',
  SkuId: '0002',
  AvailabilityId: 'CFQ7TTC0K971',
  SkuName: 'Microsoft 365 Business Premium',
  ProductName: 'Microsoft 365 Business Premium',
  ChargeType: 'new',
  UnitPrice: '10.08',
  Quantity: '10',
  Subtotal: '100.80',
  TaxTotal: '0',
  Total: '100.80',
  Currency: 'EUR',
  PublisherName: 'Microsoft Corporation',
  SubscriptionDescription: 'Microsoft 365 Business Premium',
  SubscriptionId: 'e1404092-bfa7-42e8-ac66-378c1b8a5448',
  ChargeStartDate: '6/18/2026',
  ChargeEndDate: '7/17/2026',
  TermAndBillingCycle: 'One-Year commitment for monthly/yearly billing',
  EffectiveUnitPrice: '10.08',
  BillableQuantity: '10',
  BillingFrequency: 'Monthly',
  PricingCurrency: 'EUR',
  PCToBCExchangeRate: '1',
  PCToBCExchangeRateDate: '6/18/2026',
  SubscriptionStartDate: '6/18/2026',
  SubscriptionEndDate: '6/17/2027',
  ReferenceId: 'ddb64857-5fe6-4f46-a4b6-482c365af7d6',
}

export type FileOptions = {
  readonly headers?: readonly string[]
  readonly delimiter?: string
  readonly lineEnd?: string
  readonly start?: string
}

/** A file of these rows, each the example row but for what is named. */
export function fileOf(rows: readonly Row[], options: FileOptions = {}): string {
  const { headers = columns, delimiter = ',', lineEnd = '\r\n', start = '' } = options
  const cell = (text: string) =>
    text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]) => cells.map(cell).join(delimiter) + lineEnd
  const wholeRow = (row: Row): Record<string, string | undefined> => ({ ...exampleRow, ...row })
  return start + line(headers) + rows.map((row) => line(headers.map((name) => wholeRow(row)[name] ?? ''))).join('')
}

/** The same line in numbers and dates as a Portuguese spreadsheet writes them. */
export const portuguese: Row = {
  OrderDate: '18/06/2026',
  UnitPrice: '10,08',
  Subtotal: '1.100,80',
  TaxTotal: '0',
  Total: '1.100,80',
  ChargeStartDate: '18/06/2026',
  ChargeEndDate: '17/07/2026',
  EffectiveUnitPrice: '10,08',
  PCToBCExchangeRateDate: '18/06/2026',
  SubscriptionStartDate: '18/06/2026',
  SubscriptionEndDate: '17/06/2027',
}

/** Small chunks, so that cells, characters and rows are cut anywhere. */
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = bytes.length > 100_000 ? 65_536 : 97
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export function importText(
  documents: Documents,
  text: string | Uint8Array,
  options: { dryRun?: boolean } = {},
): Promise<ImportReport> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return reconciliationImporter.import({
    file: 'recon.csv',
    open: () => inChunks(bytes),
    digest: createHash('sha256').update(bytes).digest('hex'),
    documents,
    now: '2026-11-22T10:00:00.000Z' as Instant,
    newId: randomUUID,
    dryRun: options.dryRun ?? false,
  })
}

/** What an import was refused for; fails when it was not. */
export async function faultOf(importing: Promise<unknown>): Promise<ImportRefused['fault']> {
  try {
    await importing
  } catch (error) {
    if (error instanceof ImportRefused) return error.fault
    throw error
  }
  throw new Error('the file was not refused')
}

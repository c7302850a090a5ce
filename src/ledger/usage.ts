import { z } from 'zod'
import type { Collection, Reading } from '../store/documents.ts'
import type { CustomerId, ImportId, PartnerId, SubscriptionId } from '../values/ids.ts'
import { currencySchema, daySchema, decimalSchema, idSchema } from '../values/schemas.ts'
import { supplierInvoiceKey } from './charge.ts'

/**
 * What one meter counted in one resource group of one Azure subscription over the days of a supplier invoice: the daily rated usage
 * (reference section 6.3) summed over its days. This is COST: a customer may see its quantities, never `cost` and the prices.
 */
export const usageRecordSchema = z.object({
  /** SubscriptionId of the file: the Azure plan, as on the invoice's lines. */
  subscription: idSchema<SubscriptionId>(),
  /** EntitlementId: the Azure subscription inside the plan. */
  azureSubscription: z.string(),
  /** EntitlementDescription: its name on its last day of usage. */
  azureSubscriptionName: z.string().optional(),
  /** Azure tells groups apart whatever their case; empty for usage outside any group. */
  resourceGroup: z.string(),
  meterId: z.string().optional(),
  meterCategory: z.string().optional(),
  meterSubcategory: z.string().optional(),
  meterName: z.string(),
  meterRegion: z.string().optional(),
  /** What the meter counts in: `1 Hour`, `10K`. */
  unit: z.string(),
  /** Negative where usage is taken back. */
  quantity: decimalSchema,
  /** BillingPreTaxTotal, to the last of its ten digits. Zero where a reservation or a savings plan has covered it. */
  cost: decimalSchema,
  currency: currencySchema,
  /** Prices and rate are those that all its lines have; absent where they differ. */
  unitPrice: decimalSchema.optional(),
  effectivePrice: decimalSchema.optional(),
  pricingCurrency: currencySchema.optional(),
  exchangeRate: decimalSchema.optional(),
  /** Percent: 0 or 15. */
  earnedCredit: decimalSchema.optional(),
  /** Percent of the cost that an Azure credit took. */
  credit: decimalSchema.optional(),
  creditType: z.string().optional(),
  /** BenefitType: a reservation or savings plan that covers it. */
  benefit: z.string().optional(),
  /** The first and the last UsageDate. */
  firstDay: daySchema,
  lastDay: daySchema,
  /** Lines of the file that it sums up. */
  lines: z.int().min(1),
})
export type UsageRecord = z.output<typeof usageRecordSchema>
export type StoredUsage = z.input<typeof usageRecordSchema>

/** One customer's usage of one supplier invoice, a part of it. Counts only once its import is complete. */
export const usagePageSchema = z.object({
  import: idSchema<ImportId>(),
  partner: idSchema<PartnerId>(),
  customer: idSchema<CustomerId>(),
  supplierInvoice: z.string(),
  page: z.int().min(1),
  usage: z.array(usageRecordSchema),
})

export const usagePages: Collection<z.input<typeof usagePageSchema>> = {
  name: 'usage_pages',
  indexes: { import: (data) => data.import, customer: (data) => `${data.customer}|${data.supplierInvoice}` },
  partition: (data) => `${data.customer}.${data.supplierInvoice}`,
}

/** That a supplier invoice's usage is in, and with which import. Under the key of the supplier invoice, which can come before or after. */
export const usageInvoiceSchema = z.object({
  number: z.string(),
  partner: idSchema<PartnerId>(),
  currency: currencySchema,
  /** Lines of the file, before they were summed up. */
  lines: z.int(),
  import: idSchema<ImportId>(),
  customers: z.array(idSchema<CustomerId>()),
})
export type UsageInvoice = z.output<typeof usageInvoiceSchema>

export const usageInvoices: Collection<z.input<typeof usageInvoiceSchema>> = {
  name: 'usage_invoices',
  indexes: { import: (data) => data.import },
  partition: (data) => data.partner,
}

/** The customer's usage of one supplier invoice as its completed import has it; empty where none came in. */
export async function usageOf(
  reading: Reading,
  customer: CustomerId,
  supplierInvoice: string,
): Promise<readonly UsageRecord[]> {
  const stored = await storedUsageOf(reading, customer, supplierInvoice)
  return stored.map((record) => usageRecordSchema.decode(record))
}

/** The same in its written form. */
export async function storedUsageOf(
  reading: Reading,
  customer: CustomerId,
  supplierInvoice: string,
): Promise<readonly StoredUsage[]> {
  const partner = customer.slice(0, customer.indexOf('.')) as PartnerId
  const invoice = await reading.get(usageInvoices, supplierInvoiceKey(partner, supplierInvoice))
  if (!invoice) return []
  const { items } = await reading.find(usagePages, { index: 'customer', equals: `${customer}|${supplierInvoice}` })
  return items
    .map(({ data }) => data)
    .filter((page) => page.import === invoice.data.import)
    .sort((a, b) => a.page - b.page)
    .flatMap((page) => page.usage)
}

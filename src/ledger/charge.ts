import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId, ImportId, PartnerId, SubscriptionId } from '../values/ids.ts'
import { currencySchema, daySchema, decimalSchema, idSchema, periodSchema } from '../values/schemas.ts'

/**
 * One line of what Microsoft billed the partner (invoice reconciliation file, reference section 6.1). This is COST: no customer
 * may ever see it. Amounts are exact decimals as Microsoft wrote them, in `currency`.
 */
export const chargeSchema = z.object({
  /** Line in the file, a header being line 1; the lines of an export in several files count on from one to the next. */
  line: z.int().min(1),
  orderId: z.string(),
  orderDate: daySchema,
  productId: z.string(),
  skuId: z.string(),
  availabilityId: z.string().optional(),
  skuName: z.string(),
  productName: z.string(),
  /** As written, first letter in lower case: new, renew, cycleCharge, addQuantity, ... Unknown ones are kept. */
  chargeType: z.string().min(1),
  unitPrice: decimalSchema,
  quantity: decimalSchema,
  subtotal: decimalSchema,
  taxTotal: decimalSchema,
  total: decimalSchema,
  currency: currencySchema,
  priceAdjustments: z.array(z.string()).optional(),
  publisherName: z.string().optional(),
  subscription: idSchema<SubscriptionId>().optional(),
  subscriptionDescription: z.string().optional(),
  chargeStart: daySchema.optional(),
  chargeEnd: daySchema.optional(),
  termAndBillingCycle: z.string().optional(),
  effectiveUnitPrice: decimalSchema,
  unitType: z.string().optional(),
  billableQuantity: decimalSchema,
  billingFrequency: z.string().optional(),
  pricingCurrency: currencySchema.optional(),
  /** PCToBCExchangeRate: pricing currency to billing currency. */
  exchangeRate: decimalSchema.optional(),
  exchangeRateDate: daySchema.optional(),
  meter: z.string().optional(),
  creditReason: z.string().optional(),
  subscriptionStart: daySchema.optional(),
  subscriptionEnd: daySchema.optional(),
  /** ReferenceId as written: text, JSON or absent. */
  reference: z.string().optional(),
  /** The event that a refund and its charge share, read from the reference. */
  event: z.string().optional(),
  qualifiers: z.array(z.string()).optional(),
  promotionId: z.string().optional(),
  /** The file's remaining columns, known or not, by header; nothing is dropped. */
  other: z.record(z.string(), z.string()).optional(),
})
export type Charge = z.output<typeof chargeSchema>
export type StoredCharge = z.input<typeof chargeSchema>

/** One customer's charges of one supplier invoice, at most `page size` lines a document. Counts only once its import is complete. */
export const chargePageSchema = z.object({
  import: idSchema<ImportId>(),
  partner: idSchema<PartnerId>(),
  customer: idSchema<CustomerId>(),
  /** Microsoft's invoice number, such as G016907411. */
  supplierInvoice: z.string(),
  page: z.int().min(1),
  charges: z.array(chargeSchema),
})

export const chargePages: Collection<z.input<typeof chargePageSchema>> = {
  name: 'charge_pages',
  indexes: { import: (data) => data.import, customer: (data) => `${data.customer}|${data.supplierInvoice}` },
  partition: (data) => `${data.customer}.${data.supplierInvoice}`,
}

/** What Microsoft billed the partner with one invoice. */
export const supplierInvoiceSchema = z.object({
  number: z.string(),
  partner: idSchema<PartnerId>(),
  period: periodSchema,
  currency: currencySchema,
  total: decimalSchema,
  lines: z.int(),
  /** The completed import that its charges came in with. */
  import: idSchema<ImportId>(),
  customers: z.array(idSchema<CustomerId>()),
})
export type SupplierInvoice = z.output<typeof supplierInvoiceSchema>

/** The id of its document. Microsoft's numbers are unique in one Partner Center account only. */
export const supplierInvoiceKey = (partner: PartnerId, number: string): string => `${partner}.${number}`

export const supplierInvoices: Collection<z.input<typeof supplierInvoiceSchema>> = {
  name: 'supplier_invoices',
  indexes: { partner: (data) => `${data.partner}|${data.period.from}`, import: (data) => data.import },
  partition: (data) => data.partner,
}

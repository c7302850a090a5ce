import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId, InvoiceId, SubscriptionId } from '../values/ids.ts'
import { currencySchema, daySchema, decimalSchema, idSchema, moneySchema, periodSchema } from '../values/schemas.ts'
import { documentName } from './document-name.ts'

/** One line of a customer's bill. `charges` points at the cost behind it and is never shown to a customer. */
export const invoiceLineSchema = z.object({
  /** Counts from 1 on its bill. */
  number: z.int().min(1),
  productId: z.string(),
  skuId: z.string(),
  product: z.string(),
  /** What happened: new, renew, cycleCharge, addQuantity, ... as on the charge. */
  chargeType: z.string(),
  subscription: idSchema<SubscriptionId>().optional(),
  period: periodSchema.optional(),
  /** Negative for the refund half of a change. */
  quantity: decimalSchema,
  /** What one unit costs the CUSTOMER for the period of the line. */
  unitPrice: decimalSchema,
  net: moneySchema,
  /** What one unit costs the customer for a WHOLE cycle, exact; absent for usage, credits, and lines that Saldo did not make. */
  cyclePrice: decimalSchema.optional(),
  /** What of a cycle is billed: days of its days, or months of its months for a change of the billing plan; 1 of 1 is all of it. */
  share: z.object({ billed: z.int().min(0), of: z.int().min(1) }).optional(),
  /** The cycle that it bills, all of it or a part. */
  cycle: periodSchema.optional(),
  term: z.enum(['P1M', 'P1Y', 'P3Y', 'none']).optional(),
  billing: z.enum(['monthly', 'annual', 'once', 'usage']).optional(),
  /** Promotions that the customer's price follows, in Microsoft's words. */
  adjustments: z.array(z.string()).optional(),
  taxRate: decimalSchema,
  /** Azure and other usage: the meter. */
  meter: z.string().optional(),
  /** Refund and charge of one change share it. */
  event: z.string().optional(),
  /** Where the customer's price follows the promotion only. */
  promotionId: z.string().optional(),
  creditReason: z.string().optional(),
  /** The billed rate where the price was in another currency; shown, never applied again. */
  exchange: z.object({ pricingCurrency: currencySchema, rate: decimalSchema, date: daySchema.optional() }).optional(),
  charges: z.array(z.object({ import: z.string(), line: z.int() })),
  /** On a credit note: the line of the corrected bill. */
  corrects: z.int().min(1).optional(),
})
export type InvoiceLine = z.output<typeof invoiceLineSchema>

/**
 * What the partner bills a customer. Never edited once it is issued; a credit note corrects it. Amounts of a credit note are
 * negative. `legal` is the certified document that the partner's own software made; Saldo makes none.
 */
export const invoiceSchema = z.object({
  id: idSchema<InvoiceId>(),
  customer: idSchema<CustomerId>(),
  kind: z.enum(['invoice', 'credit-note']),
  status: z.enum(['draft', 'issued']),
  /** What people call it: the legal number where there is one, else Saldo's own. Upper case. */
  number: z.string().min(1),
  /** Saldo's own number, kept once a legal number took its place. */
  ownNumber: z.string().optional(),
  legal: z.object({ number: z.string(), document: z.string().optional(), import: z.string() }).optional(),
  issuedOn: daySchema,
  dueOn: daySchema,
  period: periodSchema,
  currency: currencySchema,
  lines: z.array(invoiceLineSchema).min(1),
  net: moneySchema,
  /** One entry a rate: tax is computed on the sum of its lines, half-up (EN 16931 BR-CO-17). */
  taxes: z.array(z.object({ name: z.string(), rate: decimalSchema, base: moneySchema, amount: moneySchema })),
  total: moneySchema,
  /** The bill that a credit note corrects. */
  corrects: idSchema<InvoiceId>().optional(),
  /** Where it came from: bill-out of a supplier invoice, or an import. */
  origin: z.union([
    z.object({ type: z.literal('bill-out'), supplierInvoice: z.string() }),
    z.object({ type: z.literal('import'), import: z.string() }),
    z.object({ type: z.literal('correction'), reason: z.string() }),
  ]),
})
export type Invoice = z.output<typeof invoiceSchema>

/** Every number that people may call it by, upper case. */
const numbersOf = (data: z.input<typeof invoiceSchema>): string[] => [
  data.number,
  ...(data.ownNumber && data.ownNumber !== data.number ? [data.ownNumber] : []),
]

export const invoices: Collection<z.input<typeof invoiceSchema>> = {
  name: 'invoices',
  indexes: {
    customer: (data) => `${data.customer}|${data.issuedOn}`,
    number: (data) => numbersOf(data).map((number) => `${data.customer}|${number}`),
    /** Across customers: for files of the partner that name a bill only. */
    anyNumber: numbersOf,
    /** As a file of the certified document can be called: by a number in any spelling, or as the legal numbers name it. */
    documentName: (data) => [
      ...new Set([...numbersOf(data), ...(data.legal?.document ? [data.legal.document] : [])].map(documentName)),
    ],
    corrects: (data) => data.corrects,
    due: (data) => (data.status === 'issued' ? data.dueOn : undefined),
  },
  partition: (data) => data.customer,
}

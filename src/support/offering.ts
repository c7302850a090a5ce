import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import { type PartnerId, partnerId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { daySchema, moneySchema, textOf } from '../values/schemas.ts'
import { paymentCodeSchema } from './payment-code.ts'

const words = z.partialRecord(z.enum(languages), z.string().min(1))
/** ISO 3166-1 alpha-2. */
const countries = z.array(z.string().length(2))

/** What the partner says about itself to the customers of one Partner Center account: support, contact, how to pay. Written by the partner. */
export const offeringSchema = z.strictObject({
  partner: textOf(partnerId),
  /** The partner's name as customers know it. */
  name: z.string().min(1),
  /** own, resold from or outsourced to `provider`; any of them can be charged. */
  model: z.enum(['own', 'resold', 'outsourced']),
  provider: z.string().optional(),
  /** What is covered, a sentence per language. */
  covers: words,
  timeZone: z.string().min(1),
  /** Several frames a day are allowed. `weekday` 1 is Monday, 7 Sunday; times `HH:MM` in `timeZone`. */
  hours: z.array(
    z.strictObject({
      weekday: z.int().min(1).max(7),
      from: z.string().regex(/^\d{2}:\d{2}$/),
      to: z.string().regex(/^\d{2}:\d{2}$/),
    }),
  ),
  holidays: z.array(daySchema),
  contact: z.strictObject({ mail: z.string(), phone: z.string().optional(), portal: z.string().optional() }),
  /** Absent when support costs nothing extra. */
  price: z.strictObject({ amount: moneySchema, per: z.enum(['hour', 'case', 'month']) }).optional(),
  /** How customers pay, in the order to offer. `details` are shown as written: IBAN, entity, key. */
  payment: z.array(
    z.strictObject({
      method: z.enum(['bank-transfer', 'direct-debit', 'multibanco', 'pix', 'boleto', 'card-page']),
      details: z.record(z.string(), z.string()),
      /** Customers of these countries only; all when left out. */
      countries: countries.optional(),
      /** Printed on billing statements with the open amount and the bill's number; there is none when left out. */
      qr: paymentCodeSchema.optional(),
    }),
  ),
  /** Customers of these countries get no billing statement, only the documents of the certified software. */
  noStatementsIn: countries.optional(),
  /** Redacted messages that were not understood may be kept, for a person to say what they mean. Not unless told. */
  keepUnclear: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
})
export type Offering = z.output<typeof offeringSchema>

/** What the partner says to the customers of one Partner Center account; nothing while no offering was imported. */
export async function offeringOf(reading: Reading, partner: PartnerId): Promise<Offering | undefined> {
  const stored = await reading.get(offerings, partner)
  return stored && recordOf(offeringSchema, stored.data)
}

export const offerings: Collection<z.input<typeof offeringSchema>> = {
  name: 'offerings',
  indexes: { partner: (data) => data.partner },
  partition: () => 'all',
}

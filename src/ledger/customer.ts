import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import type { CustomerId } from '../values/ids.ts'
import { partnerId, tenantId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { currencySchema, decimalSchema, idSchema, textOf } from '../values/schemas.ts'

/** A customer of the partner, as one of the partner's Partner Center accounts knows it. */
export const customerSchema = z.object({
  id: idSchema<CustomerId>(),
  /** The Partner Center account that sells to it. */
  partner: textOf(partnerId),
  /** The customer's own Entra tenant. */
  tenant: textOf(tenantId),
  name: z.string().min(1),
  domain: z.string().min(1),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  language: z.enum(languages),
  /** IANA name; decides what "today" and "overdue" are for this customer. */
  timeZone: z.string().min(1),
  /** The currency the partner bills it in. Nothing is ever converted. */
  currency: currencySchema,
  /** Days from the bill's date to its due date. */
  netDays: z.int().min(0).max(365),
  /** `"23"` is 23 %. Set by the partner, never by Saldo. */
  taxRate: decimalSchema,
  /** What the tax is called on its bills: IVA, VAT, ISS. */
  taxName: z.string().min(1),
  /** VAT, NIF or CNPJ number, as registered. */
  taxNumber: z.string().optional(),
})
export type Customer = z.output<typeof customerSchema>

/** The words of a name as they are searched: lower case, without accents. `"Adega São Brás"` gives `adega sao bras`. */
export const nameWords = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** A tax number as it is compared: letters and digits only, as written and without the country in front: `PT 501 234 567` is `501234567`. */
export function taxNumberKeys(taxNumber: string): string[] {
  const key = taxNumber.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return /^[A-Z]{2}[A-Z0-9]*\d/.test(key) ? [key, key.slice(2)] : key ? [key] : []
}

export const customers: Collection<z.input<typeof customerSchema>> = {
  name: 'customers',
  indexes: {
    partner: (data) => data.partner,
    tenant: (data) => data.tenant,
    name: (data) => data.name.toLowerCase(),
    word: (data) => nameWords(data.name),
    taxNumber: (data) => taxNumberKeys(data.taxNumber ?? ''),
  },
  // A file for each of 256 parts: ten thousand customers in one would all be read for one of them.
  partition: (data) => `${data.partner}.${data.tenant.slice(-2)}`,
}

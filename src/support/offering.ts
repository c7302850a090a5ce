import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import { hoursSchema, timeZoneSchema } from '../values/business-hours.ts'
import { type PartnerId, partnerId, tenantId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { daySchema, moneySchema, textOf } from '../values/schemas.ts'
import { paymentCodeSchema } from './payment-code.ts'
import { checkPlans } from './plan-rules.ts'
import { priorities, ticketKinds } from './ticket.ts'

const words = z.partialRecord(z.enum(languages), z.string().min(1))
/** ISO 3166-1 alpha-2. */
const countries = z.array(z.string().length(2))

/** own, resold from or outsourced to `provider`; any of them can be charged. */
const model = z.enum(['own', 'resold', 'outsourced'])
const contact = z.strictObject({ mail: z.string(), phone: z.string().optional(), portal: z.string().optional() })

/** Nobody answers on these days. As stored they are complete: those of the calendars are among them. */
const holidays = z.array(daySchema)
/** iCalendar files beside the offering, for whoever looks where the days came from. */
const holidayCalendars = z.array(z.string().min(1)).max(20).optional()

const priceSchema = z.strictObject({
  amount: moneySchema,
  per: z.enum(['hour', 'case', 'month']),
  /** The requests that cost it; all when left out. */
  for: z.array(z.enum(ticketKinds)).min(1).optional(),
})
export type Price = z.output<typeof priceSchema>

const minutes = z.int().min(1).max(525_600)
/** By priority: the first answer and the solution, in minutes of business time. What is left out is not promised. */
const targetsSchema = z.partialRecord(
  z.enum(priorities),
  z.strictObject({ respond: minutes, resolve: minutes }).refine(({ respond, resolve }) => respond <= resolve, {
    path: ['resolve'],
    message: 'Give a solution no less time than a first answer',
  }),
)

/** What some customers get instead: whatever it says takes the place of what the offering says. */
const planSchema = z.strictObject({
  name: z.string().min(1),
  customers: z.array(textOf(tenantId)).min(1),
  model: model.optional(),
  provider: z.string().min(1).optional(),
  covers: words.optional(),
  hours: hoursSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  /** In place of the others', not beside them. */
  holidays: holidays.optional(),
  holidayCalendars,
  contact: contact.optional(),
  /** `none`: these customers pay nothing extra though others do. */
  price: z.union([z.literal('none'), priceSchema]).optional(),
  targets: targetsSchema.optional(),
})
export type Plan = z.output<typeof planSchema>

/** What the partner says about itself to the customers of one Partner Center account: support, contact, how to pay. Written by the partner. */
export const offeringSchema = z
  .strictObject({
    partner: textOf(partnerId),
    /** The partner's name as customers know it. */
    name: z.string().min(1),
    model,
    provider: z.string().min(1).optional(),
    /** What is covered, a sentence per language. */
    covers: words,
    timeZone: timeZoneSchema,
    hours: hoursSchema,
    holidays: holidays.default([]),
    holidayCalendars,
    contact,
    /** Absent when support costs nothing extra. */
    price: priceSchema.optional(),
    targets: targetsSchema.optional(),
    plans: z.array(planSchema).optional(),
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
  .superRefine(checkPlans)
export type Offering = z.output<typeof offeringSchema>

/** What the partner says to all customers of one Partner Center account; nothing while no offering was imported. */
export async function offeringOf(reading: Reading, partner: PartnerId): Promise<Offering | undefined> {
  const stored = await reading.get(offerings, partner)
  return stored && recordOf(offeringSchema, stored.data)
}

export const offerings: Collection<z.input<typeof offeringSchema>> = {
  name: 'offerings',
  indexes: { partner: (data) => data.partner },
  partition: () => 'all',
}

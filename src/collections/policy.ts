import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import { hoursSchema } from '../values/business-hours.ts'
import { type PartnerId, partnerId, tenantId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { daySchema, decimalSchema, moneySchema, textOf } from '../values/schemas.ts'
import { checkPolicy } from './policy-rules.ts'

/** A sentence of the partner's own, per language; what is left out is not said in that language. */
const words = z.partialRecord(z.enum(languages), z.string().trim().min(1).max(600))
const text = z.string().trim().min(1).max(300)
const days = z.int().min(0).max(366)
const amount = moneySchema.refine(({ minor }) => minor > 0n, 'Write an amount above zero, or leave it out')
const percent = decimalSchema.refine((value) => value.gt(0) && value.lte(100), 'Write a percentage above 0, up to 100')
const country = z.string().regex(/^[A-Z]{2}$/, 'Write a country in two capital letters, such as PT')
const stageId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a name in lower case, such as first-reminder')
/** Written as `true` or `false`. */
const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] })

/** What reaching a stage does: the first two write to the customer, the others to staff alone. */
export const stageActions = ['remind', 'warn', 'person', 'propose-suspension'] as const
export const stageChannels = ['teams', 'webhook', 'teams-then-webhook'] as const

/** Something that the partner charges for late payment: told as the policy says it, and logged; never put on a bill by Saldo. */
const feeSchema = z.union([
  z.strictObject({ amount }),
  /** Of what is late. */
  z.strictObject({ percent }),
  /** Interest, for the days that it is late, of 365. */
  z.strictObject({ percentPerYear: percent }),
])
export type Fee = z.output<typeof feeSchema>

const stageSchema = z.strictObject({
  id: stageId,
  /** `after` with 0 days is the due date itself. */
  when: z.enum(['before', 'after']),
  days,
  /** From which day it counts: the due date unless it says otherwise. */
  trigger: z.enum(['due-date', 'invoice-date']).default('due-date'),
  /** Business days leave out weekends and the holidays of the customer's country. */
  count: z.enum(['calendar', 'business']).default('calendar'),
  action: z.enum(stageActions),
  channel: z.enum(stageChannels).default('teams-then-webhook'),
  /** Said besides what Saldo says. */
  words: words.optional(),
  /** Bills whose open amounts sum to less are left alone at this stage; per currency, nothing for one that is not named. */
  minimum: z.array(amount).optional(),
  fee: feeSchema.optional(),
})
export type Stage = z.output<typeof stageSchema>

const promisesSchema = z.strictObject({
  /** How far ahead a promised day can be. */
  days: days.min(1),
  /** Promises for one bill; who wants more talks to a person. */
  atMost: z.int().min(1).max(12),
  /** The least part of what is due that a promise must cover, `"50"` is a half; all of it when left out. */
  atLeast: percent.optional(),
  /** The stage that a broken promise leads to. */
  broken: stageId,
})

const suspensionSchema = z.strictObject({
  /** Days between the notice to the customer and the suspension. */
  noticeDays: days.min(1),
  /** How many admin agents have to approve. */
  approvals: z.int().min(1).max(2).default(1),
  /** Switching off auto-renew is proposed first, and suspension only where that was done or declined. */
  autoRenewFirst: flag.default(false),
})

export const noticeKinds = [
  'invoice-ready',
  'renewal',
  'cancellation-window',
  'promotion-ending',
  'price-change',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
const noticesSchema = z.partialRecord(z.enum(noticeKinds), z.strictObject({ days, words: words.optional() }))

/** How often the collections may write to one customer: so many times within so many days, today among them. */
const capSchema = z.strictObject({ contacts: z.int().min(1).max(31), days: days.min(1) })

const exemptionSchema = z.strictObject({
  customer: textOf(tenantId),
  /** A bill's number; all bills of the customer when left out. */
  invoice: text.optional(),
  reason: text,
  /** The last day on which it holds. */
  until: daySchema,
})

const rulesShape = {
  /** When a customer may be written to, in the customer's time zone. Days without a frame are no days for it. */
  hours: hoursSchema.min(1),
  cap: capSchema.optional(),
  /** What is due of less than this is not worth a word; per currency. */
  minimum: z.array(amount).optional(),
  /** Nobody is reminded on payment data older than so many days. */
  paymentDataDays: days.optional(),
  stages: z.array(stageSchema).min(1).max(20),
  promises: promisesSchema.optional(),
  /** Days that a customer has to pay what a decided dispute did not take away. */
  disputeDays: days.default(7),
  /** Days that "I have paid" and "remind me later" hold the reminders for. */
  paidDays: days.default(5),
  laterDays: days.default(3),
  /** Without it nothing is ever proposed. */
  suspension: suspensionSchema.optional(),
  notices: noticesSchema.default({}),
}

const overrideSchema = z.strictObject({
  name: text,
  customers: z.array(textOf(tenantId)).min(1),
  hours: rulesShape.hours.optional(),
  cap: rulesShape.cap,
  minimum: rulesShape.minimum,
  paymentDataDays: rulesShape.paymentDataDays,
  stages: rulesShape.stages.optional(),
  promises: rulesShape.promises,
  disputeDays: days.optional(),
  paidDays: days.optional(),
  laterDays: days.optional(),
  suspension: suspensionSchema.optional(),
  notices: noticesSchema.optional(),
})
export type Override = z.output<typeof overrideSchema>

/** How the partner of one Partner Center account collects, from a day on until the next version. Written by the partner. */
export const policySchema = z
  .strictObject({
    partner: textOf(partnerId),
    /** What people call this version. */
    name: text,
    /** The first day on which it holds, in each customer's time zone. */
    effective: daySchema,
    ...rulesShape,
    /** Days on which nobody of that country is written to and that are no business days. As stored they are complete: those of the calendars are among them. */
    holidays: z.record(country, z.array(daySchema)).default({}),
    /** iCalendar files beside the policy. */
    holidayCalendars: z.record(country, z.array(text).max(20)).optional(),
    exemptions: z.array(exemptionSchema).default([]),
    /** What some customers get instead: whatever it says takes the place of what the policy says. */
    overrides: z.array(overrideSchema).default([]),
    /** What Microsoft gives the partner to pay, and how many days before the account is at risk a notice comes. */
    payables: z
      .strictObject({ netDays: days.default(60), warnDays: days.default(7) })
      .default({ netDays: 60, warnDays: 7 }),
  })
  .superRefine(checkPolicy, { when: () => true })
export type Policy = z.output<typeof policySchema>

export const policies: Collection<z.input<typeof policySchema>> = {
  name: 'policies',
  indexes: { partner: (data) => `${data.partner}|${data.effective}` },
  partition: () => 'all',
}

export const policyKey = ({ partner, effective }: { readonly partner: string; readonly effective: string }): string =>
  `${partner}|${effective}`

/** Every version of one Partner Center account's policy, the oldest first. */
export async function policiesOf(reading: Reading, partner: PartnerId): Promise<readonly Policy[]> {
  const { items } = await reading.find(policies, { index: 'partner', from: `${partner}|`, to: `${partner}|\uffff` })
  return items.map(({ data }) => recordOf(policySchema, data))
}

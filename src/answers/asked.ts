import { z } from 'zod'
import { billFilters } from '../language/bill-filter.ts'
import { ledgerSides } from '../language/ledger-side.ts'
import type { Slots } from '../language/question.ts'
import { intents } from '../language/vocabulary.ts'
import { currency } from '../values/currency.ts'
import { day } from '../values/day.ts'
import { periodOf } from '../values/period.ts'

/** A text that a constructor of values/ can read; it stays as the slot has it. */
const readable = (read: (text: string) => unknown, what: string) =>
  z
    .string()
    .max(40)
    .refine((text) => {
      try {
        read(text)
        return true
      } catch (error) {
        if (error instanceof RangeError) return false
        throw error
      }
    }, `expected ${what}`)

const slotsSchema = z.strictObject({
  invoice: z.string().min(1).max(60).optional(),
  beside: z.enum(['before', 'after']).optional(),
  period: readable(periodOf, 'a period such as 2026-10').optional(),
  date: readable(day, 'a day such as 2026-10-31').optional(),
  amount: z
    .string()
    .max(30)
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  currency: readable(currency, 'an ISO 4217 code').optional(),
  product: z.string().min(1).max(120).optional(),
  ticket: z.string().min(1).max(40).optional(),
  line: z.int().min(1).optional(),
  quantity: z.number().optional(),
  percent: z.number().optional(),
  customer: z.string().min(1).max(120).optional(),
}) satisfies z.ZodType<Slots>

/** Buttons that go on with what is in the making or do something to a ticket. What one may do is decided anew when it comes back. */
export const acts = [
  'confirm',
  'cancel',
  'skip',
  'say',
  'go-on',
  'settled',
  'everybody',
  'several',
  'one',
  'with-words',
  'without-words',
  'leave-ticket',
  'stop',
  'solved',
  'not-solved',
  'good',
  'bad',
  'i-paid',
  'says-paid',
  'cannot-pay',
  'recall',
  'later',
  'stop-reminders',
  'resume-reminders',
] as const
export type Act = (typeof acts)[number]

/** What is wanted, however it was said: by a message, a button or a card. Checked again whenever it comes from outside. */
export const askedSchema = z.object({
  intent: z.enum(intents),
  slots: slotsSchema.default({}),
  filter: z.enum(billFilters).optional(),
  /** Of a comparison: what with; `year` is the same a year before. */
  against: z
    .strictObject({
      invoice: slotsSchema.shape.invoice,
      period: slotsSchema.shape.period,
      year: z.literal(true).optional(),
    })
    .optional(),
  /** Which side of the books; heeded for those alone who may see it. */
  side: z.enum(ledgerSides).optional(),
  /** All of a long explanation instead of the biggest parts. */
  all: z.boolean().optional(),
  /** The lines of bills behind the figures, instead of the answer itself. */
  lines: z.boolean().optional(),
  /** What a button does to what is in the making, or to the ticket of the slots. */
  act: z.enum(acts).optional(),
  /** Of a ticket: what it is about. */
  topic: z.enum(intents).optional(),
})
export type Asked = z.output<typeof askedSchema>

/** What was asked alone, out of all that a question is answered with. */
export const askedOf = ({ intent, slots, filter, against, side, all }: Asked): Asked => ({
  intent,
  slots,
  ...(filter && { filter }),
  ...(against && { against }),
  ...(side && { side }),
  ...(all && { all }),
})

const oneBill: readonly Asked['intent'][] = [
  'invoice.show',
  'invoice.copy',
  'invoice.line',
  'payment.due',
  'payment.status',
  'billing.period',
  'charge.proration',
  'charge.tax',
  'charge.currency',
]
const someBill: readonly Asked['intent'][] = [...oneBill, 'invoice.list', 'invoice.change', 'charge.credit', 'dispute']
const product: readonly Asked['intent'][] = [
  'invoice.line',
  'invoice.change',
  'charge.proration',
  'charge.credit',
  'subscription.list',
  'subscription.renewal',
  'subscription.change',
  'subscription.cancel',
]

/** Questions about one bill: "is it paid?" takes the bill that was shown last. */
export const aboutOneBill = (intent: Asked['intent']): boolean => oneBill.includes(intent)
/** Questions that "and October?" can ask again of another bill. */
export const takesBill = (intent: Asked['intent']): boolean => someBill.includes(intent)
/** Questions that "and Visio?" can ask again of another product. */
export const takesProduct = (intent: Asked['intent']): boolean => product.includes(intent)

import { z } from 'zod'
import { paymentsCame } from '../collections/payment-data.ts'
import { acts } from './endpoint.ts'
import { noteKnownUntil } from './note-known-until.ts'
import { noteKinds, takePosted } from './take-posted.ts'
import { component, customerWire, dayWire, moneyWire } from './wire.ts'

const incoming = component(
  'NewPayment',
  'Money that came in from a customer.',
  z.strictObject({
    id: z
      .string()
      .min(1)
      .max(120)
      .describe("The caller's own id of it, such as the bank's: posted twice, it is one payment."),
    customer: customerWire,
    receivedOn: dayWire,
    amount: moneyWire,
    reference: z.string().max(500).describe("What the customer wrote: usually a bill's number."),
    method: z.string().min(1).max(60).describe('Such as bank-transfer or pix.'),
  }),
)
export type PostedPayment = z.output<typeof incoming>

const taken = component(
  'TakenPayment',
  'What became of a payment.',
  z.strictObject({
    id: z.string(),
    outcome: z.enum(['taken', 'already']).describe('`already`: it was here before.'),
    pays: z.array(z.strictObject({ bill: z.string(), amount: moneyWire })),
    left: moneyWire.describe("What pays no bill: the customer's credit."),
  }),
)

const knownUntil = z.strictObject({
  account: z.guid().describe('The tenant of the Partner Center account.'),
  day: dayWire,
})
export type KnownUntil = z.output<typeof knownUntil>

const body = component(
  'NewPayments',
  'Payments, and until when all are known.',
  z.strictObject({
    payments: z.array(incoming).max(200).describe('None of them where there is only a day to be told.'),
    knownUntil: z
      .array(knownUntil)
      .max(20)
      .optional()
      .describe(
        'All payments until the end of that day are here, whether there were any or not: on older data nobody is reminded.',
      ),
  }),
)

const answer = component(
  'TakenPayments',
  'What became of them, in the order given.',
  z.strictObject({
    payments: z.array(taken),
    notes: z
      .array(z.strictObject({ id: z.string(), kind: z.enum(noteKinds), amount: moneyWire }))
      .describe('What a person should know of some.'),
  }),
)

export const postPayments = acts(
  {
    method: 'POST',
    path: '/payments',
    name: 'postPayments',
    does: 'Take payments, all of them or none',
    more: 'Each pays the bill that its reference names, then the oldest due; what the customer is reminded of is decided anew at once.',
    ability: 'billing-work',
    body,
    answers: { 200: { says: 'They are in.', schema: answer } },
  },
  async ({ body, now, digest }, unit) => {
    const { customers, payments, notes } = await takePosted(unit, body.payments, { now, digest })
    await paymentsCame(unit, customers, now)
    for (const [at, known] of (body.knownUntil ?? []).entries()) await noteKnownUntil(unit, known, { at, now })
    return { status: 200, body: { payments, notes } }
  },
)

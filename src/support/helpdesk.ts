import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import { type PartnerId, partnerId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { textOf } from '../values/schemas.ts'
import { boundaryOverridesSchema } from './boundaries.ts'

const text = z.string().trim().min(1)
const minutes = z.int().min(1)

/** Microsoft publishes none for paid support plans: the partner's own contract says them, and `source` says where. */
const responseTimesSchema = z
  .strictObject({ A: minutes.optional(), B: minutes.optional(), C: minutes.optional(), source: text })
  .refine(({ A, B, C }) => [A, B, C].some((each) => each !== undefined), 'Write the minutes of at least one severity')

const planSchema = z.strictObject({ responseTimes: responseTimesSchema.optional() })

/** What the partner holds that opens a way to Microsoft's engineers. All absent: nothing is held. */
export const holdsSchema = z.strictObject({
  /** Premier Support for Partners. */
  premier: planSchema.optional(),
  /** Advanced Support for Partners. */
  advanced: planSchema.optional(),
  /** Signature Cloud Support comes with it, but not with an Action Pack. */
  signature: z
    .strictObject({
      by: z.enum(['gold', 'silver', 'solutions-partner', 'action-pack']),
      /** Of Gold and Silver: whether the competency is a cloud competency, whose incidents are not counted. */
      cloudCompetency: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
    })
    .optional(),
})
export type Holds = z.output<typeof holdsSchema>

export const billingModels = ['direct', 'indirect-provider', 'indirect-reseller'] as const
export type BillingModel = (typeof billingModels)[number]

const queueSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Write a name in lower case'),
  /** Mail addresses or object ids; everybody with the right to take cases when left out. */
  agents: z.array(text).optional(),
})

const usualQueues = [{ name: 'billing' }, { name: 'technical' }]

const queuesSchema = z.array(queueSchema).superRefine((queues, context) => {
  const names = queues.map(({ name }) => name)
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at)
  if (twice >= 0) context.addIssue({ code: 'custom', path: [twice, 'name'], message: 'Name each queue once' })
  // Cases are sorted into these two when nobody says otherwise: without one of them they would wait where nobody looks.
  const missing = usualQueues.map(({ name }) => name).filter((name) => !names.includes(name))
  if (missing.length > 0) context.addIssue({ code: 'custom', message: `Add the queue ${missing.join(' and ')}` })
})

/** How the helpdesk of one Partner Center account works, and what it can go to Microsoft with. Internal: no customer ever sees any of it. */
export const helpdeskSchema = z
  .strictObject({
    partner: textOf(partnerId),
    /** In which the staff is addressed. */
    language: z.enum(languages).default('en'),
    /** Whom Microsoft writes to: somebody of the partner, never of a customer. */
    contact: z.strictObject({ name: text, mail: z.email('Write a mail address'), phone: text }),
    billing: z.enum(billingModels),
    /** The indirect provider of an indirect reseller. */
    provider: text.optional(),
    holds: holdsSchema.default({}),
    queues: queuesSchema.default(usualQueues),
    /** What the partner does otherwise than `boundaries.ts` says. */
    boundaries: boundaryOverridesSchema.optional(),
  })
  .superRefine(({ billing, provider }, context) => {
    const reseller = billing === 'indirect-reseller'
    if (reseller && !provider)
      context.addIssue({ code: 'custom', path: ['provider'], message: 'Name the indirect provider' })
    if (!reseller && provider)
      context.addIssue({
        code: 'custom',
        path: ['provider'],
        message: 'Leave it out: only an indirect reseller has one',
      })
  })
export type Helpdesk = z.output<typeof helpdeskSchema>

/** The helpdesk of one Partner Center account; nothing while no helpdesk.yaml was imported. */
export async function helpdeskOf(reading: Reading, partner: PartnerId): Promise<Helpdesk | undefined> {
  const stored = await reading.get(helpdesks, partner)
  return stored && recordOf(helpdeskSchema, stored.data)
}

export const helpdesks: Collection<z.input<typeof helpdeskSchema>> = {
  name: 'helpdesks',
  indexes: { partner: (data) => data.partner },
  partition: () => 'all',
}

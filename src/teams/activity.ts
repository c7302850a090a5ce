import type { Activity } from 'botbuilder'
import { z } from 'zod'
import { Refused } from './problem.ts'

const id = z.string().min(1).max(1000)
const name = z.string().max(1000)
const account = z.object({ id, name: name.nullish(), aadObjectId: z.string().max(100).nullish(), role: name.nullish() })

/**
 * What Saldo reads of a Bot Framework activity (Bot Framework Activity schema 3.x, and Teams' `channelData`). Everything else is
 * left out, so that nothing unchecked travels on. Lengths are far above what Teams sends.
 */
const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id,
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2000),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    tenantId: z.string().max(100).nullish(),
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
    name: name.nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().max(100) }).nullish(),
      channel: z.object({ id: z.string().max(1000) }).nullish(),
      /** Of an update or a deletion: `editMessage`, `undeleteMessage`, `softDeleteMessage`. */
      eventType: z.string().max(100).nullish(),
    })
    .nullish(),
  attachments: z
    .array(z.object({ contentType: z.string().max(200), name: name.nullish(), content: z.unknown().optional() }))
    .max(50)
    .nullish(),
  locale: z.string().max(100).nullish(),
  text: z.string().max(40_000).nullish(),
  value: z.unknown().optional(),
  name: name.nullish(),
  action: z.string().max(100).nullish(),
  replyToId: z.string().max(1000).nullish(),
  deliveryMode: z.string().max(100).nullish(),
  entities: z
    .array(z.looseObject({ type: z.string().max(200) }))
    .max(200)
    .nullish(),
})

export type CheckedActivity = z.output<typeof activitySchema>

/** Checks a body as an activity. Throws Refused that names the first field at fault. */
export function activityOf(body: unknown): CheckedActivity {
  const read = activitySchema.safeParse(body)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const field = issue?.path.join('.') || 'The body'
  throw new Refused(400, `${field}: ${issue?.message ?? 'not acceptable'}. Send one Bot Framework activity.`)
}

/** As botbuilder wants it; it reads no field that was not checked. */
export const asBotbuilderActivity = (activity: CheckedActivity): Activity => activity as unknown as Activity

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Incoming } from '../conversation/turn.ts'
import type { Instant } from '../values/day.ts'
import { objectId, tenantId } from '../values/ids.ts'
import type { CheckedActivity } from './activity.ts'
import { Refused } from './problem.ts'

const verb = z.string().min(1).max(100)
/** The value of an `adaptiveCard/action` invoke (Universal Actions). */
const executeSchema = z.object({ action: z.object({ verb, data: z.unknown() }) })
/** The data of an `Action.Submit`: our own cards carry the verb in it. */
const submitSchema = z.looseObject({ verb })

/** A mention of the bot is an address, not part of what is asked; Teams may send several. */
export function withoutMentions(activity: CheckedActivity): string {
  let text = activity.text ?? ''
  for (const entity of activity.entities ?? []) {
    const mentioned = entity.mentioned as { id?: unknown } | undefined
    if (entity.type !== 'mention' || mentioned?.id !== activity.recipient.id || typeof entity.text !== 'string')
      continue
    text = text.replaceAll(entity.text, ' ')
  }
  return text.replaceAll('&nbsp;', ' ').trim()
}

function whatOf(activity: CheckedActivity): Incoming['what'] {
  const rewritten = rewrittenOf(activity)
  if (rewritten) return rewritten
  if (activity.type === 'installationUpdate') return { kind: 'installed' }
  if (activity.type === 'invoke') return executedOf(activity)
  const submitted = activity.text ? undefined : submitSchema.safeParse(activity.value).data
  return submitted
    ? { kind: 'action', verb: submitted.verb, data: submitted }
    : { kind: 'message', text: withoutMentions(activity) }
}

/** A button of a card. Throws Refused. */
export function executedOf(activity: CheckedActivity): { kind: 'action'; verb: string; data: unknown } {
  const read = executeSchema.safeParse(activity.value)
  if (!read.success) throw new Refused(400, 'value.action: expected an Action.Execute with a verb.')
  return { kind: 'action', verb: read.data.action.verb, data: read.data.action.data }
}

/** An earlier message that its writer changed, took back, or brought back. */
export function rewrittenOf(activity: CheckedActivity): Extract<Incoming['what'], { activity: string }> | undefined {
  if (activity.type === 'messageUpdate')
    return { kind: 'edited', activity: activity.id, text: withoutMentions(activity) }
  return activity.type === 'messageDelete' ? { kind: 'removed', activity: activity.id } : undefined
}

/** What names this very delivery. Of a change Teams gives the id of the changed message: what it became tells one from the next. */
export function deliveryId(activity: CheckedActivity): string {
  if (!rewrittenOf(activity)) return activity.id
  const became = createHash('sha256')
    .update(activity.text ?? '')
    .digest('base64url')
  return `${activity.id}#${activity.type}#${became.slice(0, 22)}`
}

/** Who it is: the directory's ids, both places agreeing. Never a name, a mail address or anything that a text or card says. */
export function personOf(activity: CheckedActivity): Incoming['person'] {
  const tenants = [activity.conversation.tenantId, activity.channelData?.tenant?.id]
  const { aadObjectId, name } = activity.from
  if (!aadObjectId || !tenants[0] || !tenants[1])
    throw new Refused(
      403,
      'from.aadObjectId, conversation.tenantId and channelData.tenant.id say who asks: all three are needed.',
    )
  try {
    const [tenant, other] = [tenantId(tenants[0]), tenantId(tenants[1])]
    if (tenant !== other) throw new Refused(403, 'conversation.tenantId and channelData.tenant.id differ.')
    return { tenant, objectId: objectId(aadObjectId), name: name ?? undefined }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Refused(403, 'from.aadObjectId, conversation.tenantId and channelData.tenant.id must be GUIDs.', cause)
  }
}

/** Reads an authenticated activity as what somebody did. Throws Refused. */
export function incomingOf(activity: CheckedActivity, at: Instant): Incoming {
  return {
    delivery: {
      channel: activity.channelId,
      conversation: activity.conversation.id,
      activity: deliveryId(activity),
      // Replies that are collected for the response have no chat behind them.
      serviceUrl: activity.deliveryMode === 'expectReplies' ? undefined : activity.serviceUrl,
    },
    person: personOf(activity),
    what: whatOf(activity),
    locale: activity.locale ?? undefined,
    at,
  }
}

import type { DeskIncoming } from '../conversation/desk/seat.ts'
import type { CheckedActivity } from './activity.ts'
import { plainFields } from './cards/form.ts'
import { deliveryId, executedOf, personOf, rewrittenOf, withoutMentions } from './incoming.ts'

const isMentioned = ({ entities, recipient }: CheckedActivity): boolean =>
  (entities ?? []).some(
    (entity) => entity.type === 'mention' && (entity.mentioned as { id?: unknown } | undefined)?.id === recipient.id,
  )

/** Teams sends a message's own text as an attachment beside it: that is none. */
const isAttached = ({ contentType }: { contentType: string }): boolean => contentType !== 'text/html'

function whatOf(activity: CheckedActivity): DeskIncoming['what'] {
  if (activity.type === 'installationUpdate') return { kind: 'added' }
  if (activity.type === 'invoke') {
    const executed = executedOf(activity)
    return { ...executed, data: plainFields(executed.data) }
  }
  const rewritten = rewrittenOf(activity)
  if (rewritten) return rewritten
  const attachments = (activity.attachments ?? []).filter(isAttached).length
  return { kind: 'message', text: withoutMentions(activity), mentioned: isMentioned(activity), attachments }
}

/** Reads an authenticated activity of a team's channel as what somebody of the staff did. Throws Refused. */
export function deskIncomingOf(activity: CheckedActivity): DeskIncoming {
  return {
    delivery: {
      channel: activity.channelId,
      conversation: activity.conversation.id,
      activity: deliveryId(activity),
      serviceUrl: activity.serviceUrl,
    },
    person: personOf(activity),
    teamsChannel: activity.channelData?.channel?.id ?? activity.conversation.id.split(';')[0],
    what: whatOf(activity),
    locale: activity.locale ?? undefined,
  }
}

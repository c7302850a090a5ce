import type { TurnContext } from 'botbuilder'
import type { CheckedActivity } from './activity.ts'
import { againOnConflict } from './again-on-conflict.ts'
import { deskIncomingOf } from './desk-incoming.ts'
import { inOrder } from './in-order.ts'
import { askToWriteAlone, explain, type Taken, type TurnDeps } from './take-turn.ts'

/**
 * Takes what happens in a channel: of the partner's staff it is the helpdesk's; anybody else is asked to write in private, where nobody
 * reads along. What is to be read in the thread is sent there by the courier; `said` is for who clicked alone.
 */
export function channelTaker(deps: TurnDeps): (context: TurnContext, activity: CheckedActivity) => Promise<Taken> {
  const oneAfterAnother = inOrder()
  return async (context, activity) => {
    const incoming = deskIncomingOf(activity)
    try {
      if (!(await deps.cases.isStaff(incoming.person))) {
        if (activity.type === 'message') await askToWriteAlone(deps, context, activity)
        return { outcome: 'ignored', said: '' }
      }
      const said = await oneAfterAnother(`${activity.channelId}|${activity.conversation.id}`, async () => ({
        value: await againOnConflict(() => deps.cases.take(incoming)),
      }))
      return { outcome: 'answered', said: said?.lead ?? '' }
    } catch (error) {
      return await explain(deps, context, activity, error)
    }
  }
}

import { Application } from '@microsoft/teams-ai/lib/Application.js'
import { TurnState } from '@microsoft/teams-ai/lib/TurnState.js'
import type { TurnContext } from 'botbuilder'
import type { CheckedActivity } from './activity.ts'
import { consentTaker } from './file-consent.ts'
import { isMessageAction, messageActionTaker } from './message-action.ts'
import type { TurnOutcome } from './metrics.ts'
import { channelTaker } from './take-in-channel.ts'
import { askToWriteAlone, type Taken, type TurnDeps, turnTaker } from './take-turn.ts'

/**
 * Saldo keeps nothing in teams-ai's turn state: it is loaded and compared on every activity, two turns of a conversation overwrite each other's, and
 * its keys lack the tenant. What a conversation has to remember is `conversation/`'s, in the store.
 */
class NoState extends TurnState {
  override async onComputeStorageKeys(): Promise<Record<string, string>> {
    return { conversation: 'none', user: 'none' }
  }
}

const activityOf = (context: TurnContext) => context.activity as unknown as CheckedActivity
const isPrivate = ({ conversation: { conversationType, isGroup } }: CheckedActivity): boolean =>
  conversationType ? conversationType === 'personal' : !isGroup

const is = (test: (activity: CheckedActivity) => boolean) => async (context: TurnContext) => test(activityOf(context))
const isMessage = is(({ type }) => type === 'message')
const isAction = is(({ type, name }) => type === 'invoke' && name === 'adaptiveCard/action')
const isFileConsent = is(({ type, name }) => type === 'invoke' && name === 'fileConsent/invoke')
const isRewritten = is(({ type }) => type === 'messageUpdate' || type === 'messageDelete')
const isInstalled = is(({ type, action }) => type === 'installationUpdate' && action === 'add')

/**
 * The answer to a card's button, built by ourselves: teams-ai keeps the response type of one turn for the next. Never empty, or Teams shows
 * "Unable to reach app" and sends the invoke again.
 */
const invokeResponse = ({ said, failed }: Taken) => ({
  type: 'invokeResponse',
  value: {
    status: 200,
    body: failed
      ? {
          statusCode: 500,
          type: 'application/vnd.microsoft.error',
          value: { code: 'InternalServerError', message: said || 'failed' },
        }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: said || 'OK' },
  },
})

/** The teams-ai application with our routes. Runs a turn and tells what it came to; an activity without a route is ignored. */
export function hostOf(deps: TurnDeps): (context: TurnContext) => Promise<TurnOutcome> {
  const take = turnTaker(deps)
  const takeInChannel = channelTaker(deps)
  const takeConsent = consentTaker(deps)
  const takeMessageAction = messageActionTaker(deps)
  const outcomes = new WeakMap<TurnContext, TurnOutcome>()
  const host = new Application({
    // Its typing timer is one for all conversations, and it strips one mention of several: both are ours.
    startTypingTimer: false,
    removeRecipientMention: false,
    longRunningMessages: false,
    turnStateFactory: () => new NoState(),
  })
  const onTurn = async (context: TurnContext) => {
    const activity = activityOf(context)
    const taken = await (isPrivate(activity) ? take(context, activity) : takeInChannel(context, activity))
    outcomes.set(context, taken.outcome)
    if (activity.type === 'invoke') await context.sendActivity(invokeResponse(taken))
  }
  const onFileConsent = async (context: TurnContext) => {
    const activity = activityOf(context)
    if (!isPrivate(activity)) return askToWriteAlone(deps, context, activity)
    await takeConsent(context, activity)
    outcomes.set(context, 'answered')
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } })
  }
  const onMessageAction = async (context: TurnContext) => {
    const body = await takeMessageAction(context, activityOf(context))
    outcomes.set(context, 'answered')
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
  }
  host.activity(is(isMessageAction), onMessageAction)
  host.activity(isFileConsent, onFileConsent)
  host
    .activity(isMessage, onTurn)
    .activity(isAction, onTurn)
    .activity(isInstalled, onTurn)
    .activity(isRewritten, onTurn)
  return async (context) => {
    await host.run(context)
    return outcomes.get(context) ?? 'ignored'
  }
}

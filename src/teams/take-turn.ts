import { setTimeout as wait } from 'node:timers/promises'
import type { Activity, TurnContext } from 'botbuilder'
import type { CaseDesk } from '../conversation/desk/case-desk.ts'
import type { Conversation, Incoming, Reply, Turn } from '../conversation/turn.ts'
import type { Clock, NewId } from '../values/clock.ts'
import { languageOfLocale } from '../values/language.ts'
import type { CheckedActivity } from './activity.ts'
import { againOnConflict } from './again-on-conflict.ts'
import { deliver } from './deliver.ts'
import { type DocumentDoor, documentActivities } from './document-activity.ts'
import { doorWords } from './door-words.ts'
import { failureOf } from './failure.ts'
import { inOrder } from './in-order.ts'
import { incomingOf, personOf } from './incoming.ts'
import { hashed, type Log } from './log.ts'
import type { Metrics, TurnOutcome } from './metrics.ts'
import { Refused } from './problem.ts'
import { replyActivity } from './reply-activity.ts'
import { SendFailed } from './send-failed.ts'
import { isSentFile, type SentFile, type TakenFile } from './take-file.ts'
import { typingOf } from './typing.ts'

export type TurnDeps = {
  readonly conversation: Conversation
  /** The helpdesk's seat in a channel of the partner's team. */
  readonly cases: CaseDesk
  /** Fetches and keeps a file that a customer's person sent. */
  readonly takeFile: (sent: SentFile) => Promise<TakenFile>
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly metrics: Metrics
  readonly documents: DocumentDoor
}

/** What a turn came to; an invoke is answered with `said`. */
export type Taken = { readonly outcome: TurnOutcome; readonly said: string; readonly failed?: boolean }

/** How often it is looked whether another process is done with a delivery that came to both, and the milliseconds between. */
const looks = 20
const betweenLooks = 250

const wordsFor = (activity: CheckedActivity) => doorWords[languageOfLocale(activity.locale ?? undefined) ?? 'en']
const collects = (activity: CheckedActivity): boolean => activity.deliveryMode === 'expectReplies'

/** Takes a turn through the conversation and delivers what it replies. Throws Refused. */
export function turnTaker(deps: TurnDeps): (context: TurnContext, activity: CheckedActivity) => Promise<Taken> {
  const oneAfterAnother = inOrder()
  return async (context, activity) => {
    const incoming = incomingOf(activity, deps.clock.now())
    const files = (activity.attachments ?? []).filter(isSentFile)
    const typing = typingOf(context)
    try {
      return await oneAfterAnother(`${activity.channelId}|${activity.conversation.id}`, async () => {
        // A message of files alone says nothing by itself.
        const says = files.length === 0 || (incoming.what.kind === 'message' && incoming.what.text !== '')
        const turns = says ? [await turnOf(deps, incoming)] : []
        for (const [place, attachment] of files.entries())
          turns.push(await turnOf(deps, await fileIncoming(deps, incoming, attachment, place)))
        await typing.stop()
        return deliverTurns(deps, context, activity, turns)
      })
    } catch (error) {
      await typing.stop()
      return await explain(deps, context, activity, error)
    }
  }
}

/** Takes a turn; one that came to another process too once that process has sent the replies, or had its time for it. */
async function turnOf({ conversation }: TurnDeps, incoming: Incoming): Promise<Turn> {
  for (let look = 1; ; look++) {
    const turn = await againOnConflict(() => conversation.take(incoming))
    if (!turn.elsewhere || look === looks) return turn
    await wait(betweenLooks)
  }
}

/** A file is a turn of its own beside the message that it came with. */
async function fileIncoming(
  { takeFile }: TurnDeps,
  incoming: Incoming,
  attachment: SentFile['attachment'],
  place: number,
): Promise<Incoming> {
  const { person, delivery } = incoming
  const taken = await takeFile({ person, delivery, place, attachment })
  const what: Incoming['what'] =
    taken.kind === 'taken' ? { kind: 'file', file: taken.file, name: taken.name } : { kind: 'file-refused' }
  return { ...incoming, delivery: { ...delivery, activity: `${delivery.activity}#file${place}` }, what }
}

async function deliverTurns(deps: TurnDeps, context: TurnContext, activity: CheckedActivity, turns: readonly Turn[]) {
  const delivered = []
  for (const turn of turns) delivered.push(await deliverTurn(deps, context, activity, turn))
  const value: Taken = {
    outcome: delivered.some((each) => each.value.outcome === 'answered') ? 'answered' : 'repeated',
    said: delivered
      .map((each) => each.value.said)
      .join(' ')
      .trim(),
  }
  return { value, settled: Promise.all(delivered.map((each) => each.settled)) }
}

async function deliverTurn(deps: TurnDeps, context: TurnContext, activity: CheckedActivity, turn: Turn) {
  const said = turn.replies.map((reply) => reply.words.title || reply.words.lead).join(' ')
  if (turn.delivered && !collects(activity)) return { value: { outcome: 'repeated', said } satisfies Taken }
  const replies = await Promise.all(turn.replies.map((reply) => activitiesOf(deps, activity, reply)))
  await deliver(context, replies.flat(), deps.metrics)
  // Not waited for: the person has the answer. The next turn of this conversation waits, so that a repeated delivery finds the note.
  const settled = deps.conversation.noteDelivered(turn).catch((error) => {
    deps.log.error({ ...failureOf(error), conversation: hashed(activity.conversation.id) }, 'delivery not noted')
  })
  const outcome = turn.delivered ? 'repeated' : 'answered'
  return { value: { outcome, said } satisfies Taken, settled }
}

async function activitiesOf(
  { documents }: TurnDeps,
  activity: CheckedActivity,
  reply: Reply,
): Promise<readonly Partial<Activity>[]> {
  const rendersCards = activity.channelId === 'msteams' && !collects(activity)
  const said = replyActivity(reply, { personId: activity.from.id, rendersCards })
  if (!reply.answer.document) return [said]
  return [said, ...(await documentActivities(documents, reply, { person: personOf(activity), rendersCards }))]
}

/** The one catch of a turn: the person gets a reference, the log the same reference and where it failed, without anything said. */
export async function explain(
  deps: TurnDeps,
  context: TurnContext,
  activity: CheckedActivity,
  error: unknown,
): Promise<Taken> {
  if (error instanceof Refused) throw error
  const reference = `E-${deps.newId().replaceAll(/\W/g, '').slice(0, 8).toUpperCase()}`
  const marks = {
    tenant: hashed(activity.conversation.tenantId ?? undefined),
    person: hashed(activity.from.aadObjectId ?? undefined),
  }
  deps.log.error({ reference, ...marks, ...failureOf(error) }, 'turn failed')
  if (error instanceof SendFailed) {
    // A later delivery of the same activity gets the recorded reply; none can help where the channel refuses for good.
    if (error.permanent) return { outcome: 'failed', said: '', failed: true }
    throw new Refused(502, 'The reply could not be delivered: send the activity again.', error)
  }
  const said = wordsFor(activity).failed(reference)
  if (activity.type !== 'invoke' || collects(activity))
    await deliver(context, [{ type: 'message', text: said, textFormat: 'plain' }], deps.metrics).catch((unsent) => {
      deps.log.error({ reference, ...failureOf(unsent) }, 'apology not delivered')
    })
  return { outcome: 'failed', said, failed: true }
}

/** In a group or a channel others read along: figures are for a private chat. */
export async function askToWriteAlone(deps: TurnDeps, context: TurnContext, activity: CheckedActivity): Promise<void> {
  await deliver(context, [{ type: 'message', text: wordsFor(activity).alone, textFormat: 'plain' }], deps.metrics)
}

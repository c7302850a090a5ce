import type { Activity } from 'botbuilder'
import type { Channel, Sending, Sent } from '../delivery/channel.ts'
import type { Destination } from '../delivery/line.ts'
import type { Content } from '../delivery/post.ts'
import type { CheckedActivity } from './activity.ts'
import { BotAdapter } from './bot-adapter.ts'
import type { BotSettings } from './bot-settings.ts'
import type { LeanConversations } from './lean-client.ts'
import { refuseForeignService } from './local-guard.ts'
import type { Metrics } from './metrics.ts'
import { Refused } from './problem.ts'
import { SendFailed } from './send-failed.ts'
import { sentOf } from './sent-of.ts'

/** Lays out what is said, as it is true now. Nothing when there is nothing left to say. */
export type Render = (content: Content, to: Destination) => Promise<Partial<Activity> | undefined>

export type ChannelDeps = { readonly bot: BotSettings; readonly render: Render; readonly metrics: Metrics }

/** Teams and the other channels of the Bot Framework, for what Saldo sends of its own accord. */
export function channelOf(deps: ChannelDeps): Channel {
  const { bot, render } = deps
  const adapter = new BotAdapter(bot)
  const conversationsOf = async (to: Destination) => {
    if (bot.kind === 'local') refuseForeignService(to as unknown as CheckedActivity)
    const { conversations } = await adapter.connector(to.serviceUrl)
    return conversations as unknown as LeanConversations
  }
  const say = async (to: Destination, content: Content, errand: Errand): Promise<Sent> => {
    const ready = await prepared(async () => ({
      conversations: await conversationsOf(to),
      said: await render(content, to),
    }))
    if (ready.kind !== 'ready') return ready
    const { conversations, said } = ready.value
    if (!said) return { kind: 'withheld', reason: 'nothing-to-say' }
    const activity = { ...said, from: accountOf(bot, to) } as Partial<Activity>
    return requested(deps, () => errand(conversations, activity))
  }
  return {
    send: (to, content, { leaving }) =>
      say(to, content, (conversations, activity) => sendOrBegin(bot, conversations, { to, activity, leaving })),
    update: (to, id, content, sending) =>
      say(to, content, async (conversations, activity) => {
        await conversations.updateActivity(to.conversation ?? '', id, activity, undefined, sending?.leaving)
        return { kind: 'sent', activity: id }
      }),
    async remove(to, id, sending) {
      const ready = await prepared(() => conversationsOf(to))
      if (ready.kind !== 'ready') return ready
      return requested(deps, async () => {
        await ready.value.deleteActivity(to.conversation ?? '', id, undefined, sending?.leaving)
        return { kind: 'sent', activity: id }
      })
    },
  }
}

type Errand = (conversations: LeanConversations, activity: Partial<Activity>) => Promise<Sent>

/** Until the request itself nothing has left: what fails before it may be tried again. */
async function prepared<T>(prepare: () => Promise<T>): Promise<{ readonly kind: 'ready'; readonly value: T } | Sent> {
  try {
    return { kind: 'ready', value: await prepare() }
  } catch (cause) {
    if (cause instanceof Refused) return { kind: 'refused', reason: 'foreign-service' }
    return { kind: 'refused', reason: 'not-ready', retry: {}, cause }
  }
}

async function requested({ metrics }: ChannelDeps, request: () => Promise<Sent>): Promise<Sent> {
  try {
    const sent = await request()
    metrics.send('ok')
    return sent
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error
    metrics.send(error.status)
    return sentOf(error)
  }
}

type Message = { readonly to: Destination; readonly activity: Partial<Activity>; readonly leaving: Sending['leaving'] }

async function sendOrBegin(
  bot: BotSettings,
  conversations: LeanConversations,
  { to, activity, leaving }: Message,
): Promise<Sent> {
  if (to.conversation !== undefined) {
    const { id } = await conversations.sendToConversation(to.conversation, activity, undefined, leaving)
    return { kind: 'sent', activity: id }
  }
  const created = await conversations.createConversation(newThread(bot, to, activity), undefined, leaving)
  return { kind: 'sent', activity: created.activityId ?? '', ...(created.id && { conversation: created.id }) }
}

/** A thread in a Teams channel (T send-proactive-messages). */
const newThread = (bot: BotSettings, to: Destination, activity: Partial<Activity>) => ({
  isGroup: true,
  bot: accountOf(bot, to),
  tenantId: to.tenant,
  channelData: { channel: { id: to.kind === 'thread' ? to.teamsChannel : '' } },
  activity,
})

/** The bot as the channel knows it: Teams writes 28: before the id of every bot. */
function accountOf(bot: BotSettings, { channel }: Destination): { id: string; name: string } {
  const id = bot.kind === 'local' ? 'saldo' : bot.appId
  return { id: channel === 'msteams' ? `28:${id}` : id, name: 'Saldo' }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import { z } from 'zod'
import { BadRequest } from './bad-request.ts'
import { helpdeskChannel, placeOf, threadConversation } from './channel-place.ts'
import { connectorPath } from './connector-path.ts'
import { handled } from './handled.ts'
import { jsonBody } from './json-body.ts'
import type { Seats } from './seats.ts'
import { sendJson } from './send-json.ts'

const activitySchema = z.looseObject({ type: z.string() })
type Activity = z.output<typeof activitySchema>
const named = z.looseObject({ id: z.string() })
const newConversationSchema = z.looseObject({
  members: z.array(named).nullish(),
  channelData: z.looseObject({ channel: named.nullish() }).nullish(),
  activity: activitySchema.nullish(),
})

type Parameters = { readonly conversation: string; readonly activity?: string }
const parametersOf = (request: IncomingMessage): Parameters =>
  (request as IncomingMessage & { params: Parameters }).params

/** As the Bot Connector says that there is no such conversation. */
const notFound = (response: ServerResponse): void =>
  sendJson(response, 404, { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } })

/**
 * The part of the Bot Connector REST API that botbuilder calls, so that the page gets what Teams would get: replies, messages of the bot's own accord,
 * updates, deletions, new conversations, threads of the channel. (Bot Framework REST API reference, v3.)
 */
export function attachConnector(server: Server, seats: Seats): void {
  const base = `${connectorPath}/v3/conversations`
  const put = handled(async (request, response) => putActivity(seats, request, response))

  server.post(
    base,
    handled(async (request, response) => create(seats, request, response)),
  )
  server.post(`${base}/:conversation/activities`, put)
  // A reply: the id is that of the activity it answers.
  server.post(`${base}/:conversation/activities/:activity`, put)
  server.put(`${base}/:conversation/activities/:activity`, put)
  server.del(
    `${base}/:conversation/activities/:activity`,
    handled(async (request, response) => remove(seats, request, response)),
  )
}

/** A message that is new (POST) or takes the place of one (PUT). */
async function putActivity(seats: Seats, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { conversation, activity: other } = parametersOf(request)
  const place = placeOf(conversation)
  if (place.kind === 'nowhere') return notFound(response)
  const kind = request.method === 'PUT' ? 'updated' : 'sent'
  const replaced = kind === 'updated' ? other : undefined
  const activity = await jsonBody(request, activitySchema)
  if (place.kind === 'channel') {
    const id = replaced ?? seats.channel.nextId()
    // In the channel itself a message begins a thread. Teams shows nobody in a channel that the bot is typing.
    if (activity.type !== 'typing') seats.channel.show(kind, place.thread ?? id, id, activity)
    return sendJson(response, kind === 'sent' ? 201 : 200, { id })
  }
  const id = replaced ?? seats.newId()
  if (activity.type === 'typing') seats.box.tell(conversation, { kind, id, activity })
  else seats.box.put(conversation, { kind, id, activity })
  sendJson(response, kind === 'sent' ? 201 : 200, { id })
}

async function create(seats: Seats, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { activity, channelData, members } = await jsonBody(request, newConversationSchema)
  if (channelData?.channel) return createThread(seats, channelData.channel.id, activity ?? undefined, response)
  // Teams has one chat for each person: whoever asks for a new one gets that one.
  const chat = members?.map(({ id }) => seats.chats.get(id)).find((found) => found !== undefined)
  const [id, activityId] = [chat ?? seats.newId(), seats.newId()]
  if (activity) seats.box.put(id, { kind: 'sent', id: activityId, activity })
  sendJson(response, 201, { id, activityId })
}

/** A thread is known by its first message, so it cannot begin without one. */
function createThread(seats: Seats, channel: string, activity: Activity | undefined, response: ServerResponse): void {
  if (channel !== helpdeskChannel.id) return void notFound(response)
  if (!activity) throw new BadRequest('activity: a thread begins with a message')
  const id = seats.channel.nextId()
  seats.channel.show('sent', id, id, activity)
  sendJson(response, 201, { id: threadConversation(id), activityId: id })
}

async function remove(seats: Seats, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { conversation, activity = '' } = parametersOf(request)
  const place = placeOf(conversation)
  if (place.kind === 'nowhere') return notFound(response)
  if (place.kind === 'channel') seats.channel.takeBack(place.thread ?? activity, activity)
  else seats.box.put(conversation, { kind: 'deleted', id: activity })
  sendJson(response, 200, {})
}

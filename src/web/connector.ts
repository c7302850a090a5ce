import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import { z } from 'zod'
import type { NewId } from '../values/clock.ts'
import { handled } from './handled.ts'
import { jsonBody } from './json-body.ts'
import type { Outbox } from './outbox.ts'
import { sendJson } from './send-json.ts'

/** Where the bot finds this connector, behind the server's own address. */
export const connectorPath = '/page/connector'

const activitySchema = z.looseObject({ type: z.string() })
const newConversationSchema = z.looseObject({ activity: activitySchema.optional() })

type Parameters = { readonly conversation: string; readonly activity?: string }
const parametersOf = (request: IncomingMessage): Parameters =>
  (request as IncomingMessage & { params: Parameters }).params

/**
 * The part of the Bot Connector REST API that botbuilder calls, so that the page gets what Teams would get: replies, messages of the bot's own accord,
 * updates, deletions, new conversations. (Bot Framework REST API reference, v3.)
 */
export function attachConnector(server: Server, outbox: Outbox, newId: NewId): void {
  const base = `${connectorPath}/v3/conversations`

  async function put(kind: 'sent' | 'updated', request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { conversation, activity: replaced } = parametersOf(request)
    const activity = await jsonBody(request, activitySchema)
    const id = kind === 'updated' && replaced ? replaced : newId()
    outbox.put(conversation, { kind, id, activity })
    sendJson(response, kind === 'sent' ? 201 : 200, { id })
  }

  async function create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { activity } = await jsonBody(request, newConversationSchema)
    const [id, activityId] = [newId(), newId()]
    if (activity) outbox.put(id, { kind: 'sent', id: activityId, activity })
    sendJson(response, 201, { id, activityId })
  }

  async function remove(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { conversation, activity } = parametersOf(request)
    outbox.put(conversation, { kind: 'deleted', id: activity ?? '' })
    sendJson(response, 200, {})
  }

  server.post(base, handled(create))
  server.post(
    `${base}/:conversation/activities`,
    handled(async (request, response) => put('sent', request, response)),
  )
  // A reply: the id is that of the activity it answers.
  server.post(
    `${base}/:conversation/activities/:activity`,
    handled(async (request, response) => put('sent', request, response)),
  )
  server.put(
    `${base}/:conversation/activities/:activity`,
    handled(async (request, response) => put('updated', request, response)),
  )
  server.del(`${base}/:conversation/activities/:activity`, handled(remove))
}
